import { isLicensedOn } from "../../../employers/licence";
import { own, since } from "../../citations/own";
import { ofPlacement } from "../../of-kind";
import { period, recorded, yesNo } from "../../inputs";
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
    if (intermediary === null)
      return cannotTell("没有劳务中介的批次", yesNo("劳务中介的批次", false));
    const { licence, batchOn } = intermediary;
    const sent = { label: "输出日期", value: batchOn };
    if (licence === null) {
      const none = recorded("人力资源服务许可证", null);
      return cannotTell("没有登记中介的人力资源服务许可证", sent, none);
    }
    const days = [sent, period("许可证有效期", licence.from, licence.to)];
    return isLicensedOn(licence, batchOn)
      ? pass("输出当日中介有许可", ...days)
      : fail("输出当日中介没有有效许可", ...days);
  }),
};
