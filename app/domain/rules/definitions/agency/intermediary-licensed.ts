import { isLicensedOn } from "../../../employers/licence";
import { own, since } from "../../citations/own";
import { ofPlacement } from "../../of-kind";
import { cannotTell, fail, pass, type Rule } from "../../rule";

const citation = own("没有许可的中介不予补贴");

export const intermediaryLicensed: Rule = {
  id: "agency/intermediary-licensed",
  title: "劳务中介有许可",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["AGENCY"],
  parameters: [],
  check: ofPlacement(({ intermediary }) => {
    if (intermediary === null) return cannotTell("没有劳务中介的批次");
    const { licence, batchOn } = intermediary;
    if (licence === null) return cannotTell("没有登记中介的人力资源服务许可证");
    const days = [
      { label: "输出日期", value: batchOn },
      { label: "许可证有效期", value: `${licence.from} 至 ${licence.to}` },
    ];
    return isLicensedOn(licence, batchOn)
      ? pass("输出当日中介有许可", ...days)
      : fail("输出当日中介没有有效许可", ...days);
  }),
};
