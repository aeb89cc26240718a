import { own, since } from "../../citations/own";
import { ofPlacement } from "../../of-kind";
import { yesNo } from "../../inputs";
import { cannotTell, fail, pass, type Rule } from "../../rule";

const citation = own("上岗以后才补登记的批次，看不出中介起了作用");

export const batchBeforeWork: Rule = {
  id: "agency/batch-before-work",
  title: "先由中介输出，再上岗",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["AGENCY"],
  parameters: [],
  check: ofPlacement(({ intermediary, startedOn }) => {
    if (intermediary === null)
      return cannotTell("没有劳务中介的批次", yesNo("劳务中介的批次", false));
    const days = [
      { label: "输出日期", value: intermediary.batchOn },
      { label: "上岗日期", value: startedOn },
    ];
    return intermediary.batchOn <= startedOn
      ? pass("输出不晚于上岗", ...days)
      : fail("上岗在前，输出在后", ...days);
  }),
};
