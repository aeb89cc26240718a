import { z } from "zod";
import { optionalText, orNull, requiredText, wholeNumber } from "~/domain/shared/form-fields";
import { writtenDay, yuan } from "~/domain/shared/form-fields";
import { toRegionCode } from "~/domain/shared/region-code";
import type { FilingState } from "./filing";
import { creditCodeField } from "./provider";
import { isInShanghai } from "../shared/region-code";

export const SHANGHAI = "310000";

/** From 2020 training projects are in principle carried out in Yunnan (沪合组办〔2020〕9号 二（三）). */
export const YUNNAN_IMPLEMENTS_FROM = "2020-01-01";

/** While the county holds it; approved it is fixed. */
export function canChangeFiling(state: FilingState): boolean {
  return state === "draft" || state === "returned";
}

/** A reviewer gives back what waits for him, or takes back his approval until the class is completed. */
export function canReturnFiling(state: FilingState, isCompleted: boolean): boolean {
  return state === "submitted" || (state === "approved" && !isCompleted);
}

const quantity = z.string().transform((typed, context) => {
  const plain = typed.normalize("NFKC").trim();
  if (/^\d{1,3}(\.\d)?$/.test(plain) && Number(plain) > 0) return Number(plain);
  context.addIssue({ code: "custom", message: "天（月）数请填大于 0 的数，最多一位小数" });
  return z.NEVER;
});

const degrees = (label: string, most: number) =>
  z.string().transform((typed, context) => {
    const plain = typed.normalize("NFKC").trim();
    if (/^-?\d{1,3}(\.\d{1,8})?$/.test(plain) && Math.abs(Number(plain)) <= most) {
      return Number(plain);
    }
    context.addIssue({ code: "custom", message: `${label}请填十进制度数，如 25.18` });
    return z.NEVER;
  });

const region = (label: string) =>
  z.string().refine((code) => code === "" || toRegionCode(code)?.length === 6, `请选择${label}`);

/**
 * The filing of a class. All but the class itself may be left for later while it is a draft; what is
 * missing at the end is among the findings. What contradicts itself is refused at once.
 */
export const filingForm = z
  .object({
    trade: requiredText("培训工种", 40),
    startsOn: writtenDay("开班日期"),
    endsOn: writtenDay("结业日期"),
    place: optionalText("培训地点", 60),
    venueRegion: z.enum(["", SHANGHAI], "请选择培训所在地"),
    venueLatitude: orNull(degrees("纬度", 90)),
    venueLongitude: orNull(degrees("经度", 180)),
    planId: orNull(z.uuid("请重新选择培训计划")),
    providerId: orNull(z.uuid("请重新选择培训机构")),
    audience: z.enum(
      ["LABOUR", "LEADER", "RETURNED_GRADUATE", "VOCATIONAL_STUDENT"],
      "请选择培训对象",
    ),
    commissioning: z.enum(["ORDINARY", "COMMISSIONED", "DIRECTED"], "请选择培训方式"),
    employerName: optionalText("用人单位", 60),
    employerCreditCode: orNull(creditCodeField).transform((code) => code ?? ""),
    employerOrder: optionalText("订单内容", 500),
    plannedHeadcount: orNull(wholeNumber("计划人数", 1, 9999)),
    costUnit: z.enum(["personDay", "personMonth"], "请选择计费方式"),
    costQuantity: orNull(quantity),
    unitCostFen: orNull(yuan("单位费用")),
    budgetFen: orNull(yuan("班次预算")),
    fundSource: optionalText("资金来源", 100),
    implementerRegion: region("责任实施单位所在地"),
    implementerReason: optionalText("由上海实施的理由", 300),
    responsibleOfficer: optionalText("责任人", 30),
  })
  .superRefine((form, context) => {
    const refuse = (path: keyof typeof form, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (form.endsOn < form.startsOn) refuse("endsOn", "结业日期不能早于开班日期");
    if (form.commissioning !== "ORDINARY") {
      if (form.employerName === "") refuse("employerName", "订单式、定向式培训请填写用人单位");
      if (form.employerCreditCode === "") {
        refuse("employerCreditCode", "请填写用人单位的统一社会信用代码");
      }
      if (form.employerOrder === "") {
        refuse("employerOrder", "请写明订单内容：岗位、人数、工资、用工时间");
      }
    }
    const isShanghais = isInShanghai(form.implementerRegion);
    if (isShanghais && form.startsOn >= YUNNAN_IMPLEMENTS_FROM && form.implementerReason === "") {
      refuse("implementerReason", "2020 年起培训项目原则上由云南实施，由上海实施的请写明理由");
    }
    if ((form.venueLatitude === null) !== (form.venueLongitude === null)) {
      refuse("venueLongitude", "经度和纬度请一起填写，或都不填");
    }
  });

export type FilingForm = z.infer<typeof filingForm>;
