import type { IdCardCheck, IdFault, IdRepair } from "../shared/id-card-check";
import { maskIdCardNumber } from "../shared/masking";
import type { Finding } from "./finding";

const REPAIRS: Readonly<Record<IdRepair, string>> = {
  "repairable-spaces": "号码中有空格，已去掉",
  "repairable-apostrophe": "号码前后有单引号，已去掉",
  "repairable-fullwidth": "号码是全角字符，已改为半角",
  "repairable-separators": "号码中有分隔符，已去掉",
  "repairable-lookalike-x": "末位是形似 X 的其他字符，已改为大写字母 X",
  "repairable-lowercase-x": "末位是小写 x，已改为大写 X",
};

/** The findings of one ID cell: its one fault, or each repair that the number took. */
export function idFindings(check: IdCardCheck, sheetRow: number, column: string): Finding[] {
  if (check.value === null) {
    const message = faultMessage(check.fault, check.cleaned);
    return [{ sheetRow, column, kind: check.fault, severity: "refused", message }];
  }
  const shown = maskIdCardNumber(check.value);
  const findings: Finding[] = check.repairs.map((kind) => {
    const message = `${REPAIRS[kind]}（${shown}）。请核对。`;
    return { sheetRow, column, kind, severity: "cleaned", message };
  });
  if (!check.regionKnown) {
    const message = `前 6 位“${check.value.slice(0, 6)}”不在历年行政区划代码表中。请对照身份证核对前 6 位，无误可以保留。`;
    findings.push({ sheetRow, column, kind: "id-region-unknown", severity: "warning", message });
  }
  return findings;
}

function faultMessage(fault: IdFault, text: string): string {
  const shown = `（${maskIdCardNumber(text)}）`;
  switch (fault) {
    case "id-missing":
      return "身份证号为空。请对照身份证填写 18 位号码。";
    case "id-scientific-notation":
      return "单元格里是科学计数法，后面的数字已经丢失，无法还原。请把整列设为文本格式，再对照身份证重新填写 18 位号码。";
    case "id-number-lost-digits":
      return "身份证号被表格软件当作数字保存，第 15 位以后的数字已经丢失，无法还原。请把整列设为文本格式，再对照身份证重新填写 18 位号码。";
    case "id-characters":
      return `身份证号里有不该有的字符${strangeCharacters(text)}。请对照身份证填写 18 位号码，只有末位可以是 X。`;
    case "id-old-15":
      return `这是 15 位旧身份证号${shown}，系统不代为换算。请本人出示现在的身份证，填写 18 位号码。`;
    case "id-length":
      return lengthMessage(text, shown);
    case "id-region-impossible":
      return `身份证号开头两位“${text.slice(0, 2)}”不是任何省份的代码${shown}。请对照身份证核对。`;
    case "id-birth-date":
      return `身份证号第 7 至 14 位不是可能的出生日期${shown}。请对照身份证核对。`;
    case "id-check-digit":
      return `身份证号校验不符，至少有一位填错${shown}。请对照身份证逐位核对，不要只改末位。`;
  }
}

function lengthMessage(text: string, shown: string): string {
  const count = text.length;
  if (count >= 20 && count <= 22) {
    return `号码有 ${count} 位${shown}，像是残疾人证号。请填写 18 位身份证号。`;
  }
  const difference = count < 18 ? `少 ${18 - count} 位` : `多 ${count - 18} 位`;
  return `身份证号有 ${count} 位${shown}，应为 18 位，${difference}。请对照身份证补正。`;
}

/** The offending characters themselves, at most five; the digits around them are not repeated. */
function strangeCharacters(text: string): string {
  const strange = [...new Set(text.replace(/\d/g, "").replace(/X$/, ""))].slice(0, 5).join("");
  if (strange === "") return "";
  const letter = /[OoIl]/.test(strange) ? "，字母 O、I、l 是否应为数字 0、1 请核对" : "";
  return `“${strange}”${letter}`;
}
