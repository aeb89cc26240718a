import type { CalendarDate } from "../shared/calendar-date";
import { registeringRegion, type EmployerKind } from "./employer";
import { isLicensedOn, type Licence } from "./licence";

/** What a reader should look into before he relies on an employer's entry. */
export interface EmployerDoubt {
  readonly kind: "noCode" | "otherKind" | "unknownRegion" | "noLicence" | "licenceOver";
  readonly message: string;
}

/**
 * The second character says the category within the registering department (GB 32100-2015, table 1):
 * at the market authority (9) 1 is a company, 2 a sole trader, 3 a farmers' cooperative; codes of the
 * departments for establishments (1) and civil affairs (5) are institutions.
 */
const KINDS_OF_PREFIX: Readonly<Record<string, readonly EmployerKind[]>> = {
  "91": ["ENTERPRISE", "INTERMEDIARY"],
  "92": ["SOLE_TRADER", "INTERMEDIARY"],
  "93": ["COOPERATIVE"],
  "11": ["INSTITUTION"],
  "12": ["INSTITUTION"],
  "51": ["INSTITUTION"],
  "52": ["INSTITUTION", "INTERMEDIARY"],
};

/** `knowsRegion` answers whether the table of divisions has a code of six digits, withdrawn ones too. */
export function employerDoubts(
  employer: { readonly creditCode: string | null; readonly kind: EmployerKind },
  knowsRegion: (code: string) => boolean,
): EmployerDoubt[] {
  const { creditCode, kind } = employer;
  if (creditCode === null) {
    return [
      {
        kind: "noCode",
        message:
          "没有统一社会信用代码：同一雇主在别县登记时无法归并，人员跨单位的重复也难以比对。办理了登记的请补录代码。",
      },
    ];
  }
  const fitting = KINDS_OF_PREFIX[creditCode.slice(0, 2)];
  const region = registeringRegion(creditCode);
  const doubts: EmployerDoubt[] = [];
  if (fitting !== undefined && !fitting.includes(kind)) {
    const message = `代码以 ${creditCode.slice(0, 2)} 开头，与所选的单位类型不符，请对照证照核对。`;
    doubts.push({ kind: "otherKind", message });
  }
  if (region !== STATE_REGISTER && !knowsRegion(region)) {
    const message = `代码第 3 至 8 位 ${region} 不是行政区划代码，请对照证照核对。`;
    doubts.push({ kind: "unknownRegion", message });
  }
  return doubts;
}

/** Of an intermediary without a licence, or with one that is not in force on the day. */
export function licenceDoubts(
  { kind, licence }: { readonly kind: EmployerKind; readonly licence: Licence | null },
  on: CalendarDate,
): EmployerDoubt[] {
  if (kind !== "INTERMEDIARY") return [];
  if (licence === null) {
    const message =
      "没有登记人力资源服务许可证：经它输出的人员申领劳务中介补助时，许可一项无法判断。请补录。";
    return [{ kind: "noLicence", message }];
  }
  if (isLicensedOn(licence, on)) return [];
  const message = `人力资源服务许可证有效期为 ${licence.from} 至 ${licence.to}，今天不在期内；换证的请更新。`;
  return [{ kind: "licenceOver", message }];
}

const STATE_REGISTER = "100000";
