import { maskPhone } from "../shared/masking";
import type { NameCheck, NameRepair, NotANameReason } from "../shared/person-name";
import type { PhoneCheck } from "../shared/phone-number";
import type { Finding } from "./finding";

const NAME_REPAIRS: Readonly<Record<NameRepair, string>> = {
  "repairable-name-spaces": "姓名中有空格，已去掉",
  "repairable-name-dot": "姓名中的间隔号写法不一，已统一为“·”",
  "repairable-name-quotes": "姓名前后有引号，已去掉",
};

const NOT_A_NAME: Readonly<Record<NotANameReason, string>> = {
  formula:
    "姓名单元格里是公式样的文字，不是姓名，已按普通文字保留，不会执行。请填写身份证上的姓名。",
  characters:
    "姓名里有汉字和间隔号“·”以外的字符。请填写身份证上的姓名；生僻字请用输入法的生僻字功能录入，说明文字写到备注。",
  length: "姓名应为 2 至 30 个字。请填写身份证上的姓名。",
  placeholder: "这不是姓名。请填写身份证上的姓名。",
};

/** The findings of one name cell. */
export function nameFindings(check: NameCheck, sheetRow: number, column: string): Finding[] {
  if (check.value !== null) {
    const { value, repairs } = check;
    return repairs.map((kind) => {
      const message = `${NAME_REPAIRS[kind]}，现为“${value}”。请核对。`;
      return { sheetRow, column, kind, severity: "cleaned", message };
    });
  }
  const message =
    check.fault === "name-missing" ? "姓名为空。请填写身份证上的姓名。" : NOT_A_NAME[check.why];
  return [{ sheetRow, column, kind: check.fault, severity: "refused", message }];
}

/** The finding of one telephone cell, or none. */
export function phoneFindings(check: PhoneCheck, sheetRow: number, column: string): Finding[] {
  if (check.value !== null) {
    if (!check.repaired) return [];
    const message = `电话中的空格、横线或国家代码已去掉，现为 ${maskPhone(check.value)}。请核对。`;
    return [{ sheetRow, column, kind: "repairable-phone", severity: "cleaned", message }];
  }
  const message =
    check.fault === "phone-missing"
      ? "联系电话为空。联系方式是名册必备的一项，请填写本人手机号或带区号的座机。"
      : formatMessage(check.cleaned);
  return [{ sheetRow, column, kind: check.fault, severity: "refused", message }];
}

function formatMessage(cleaned: string): string {
  if (!/^\d+$/.test(cleaned)) {
    return "联系电话不是一个完整的号码。请只填一个 11 位手机号或带区号的座机，其余写到备注。";
  }
  if (cleaned.length === 11) {
    return `联系电话（${maskPhone(cleaned)}）不是手机号段的号码。请核对开头几位。`;
  }
  return `联系电话有 ${cleaned.length} 位，手机号应为 11 位；座机请写上区号。请核对补正。`;
}
