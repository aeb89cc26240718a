import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { ofPlacement } from "../../of-kind";
import { yesNo } from "../../inputs";
import { fail, pass, type Rule } from "../../rule";

const citation = QUJING_31.kinds;

export const throughIntermediary: Rule = {
  id: "agency/through-intermediary",
  title: "由劳务中介有组织输出",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["AGENCY"],
  parameters: [],
  check: ofPlacement(({ intermediary }) =>
    intermediary === null
      ? fail("不是通过劳务中介的批次输出", yesNo("劳务中介的批次", false))
      : pass("通过劳务中介的批次输出", { label: "输出日期", value: intermediary.batchOn }),
  ),
};
