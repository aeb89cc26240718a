import { since } from "../../citations/own";
import { SHANGHAI_9 } from "../../citations/shanghai-2020-9";
import { ofTraining } from "../../of-kind";
import { recorded } from "../../inputs";
import { cannotTell, fail, pass, type Rule } from "../../rule";
import { costVerdict } from "./cost-verdict";

const citation = SHANGHAI_9.shanghaiCost;

/** Shanghai's standards are for courses in Shanghai; at home the local one is entered. */
export const costInYunnan: Rule = {
  id: "training/cost-in-yunnan",
  title: "在云南办班的单位费用不超过当地标准",
  citation,
  effective: since(citation),
  severity: "warn",
  kinds: ["TRAINING"],
  parameters: ["class.unitCostPersonDay", "class.unitCostPersonMonth"],
  check: ofTraining((training, _facts, numbers) => {
    const venue = recorded("培训地点", training.venueRegion);
    if (training.venueRegion === "") return cannotTell("没有登记培训地点", venue);
    if (training.venueRegion.startsWith("31")) return pass("在上海举办，不适用", venue);
    if (!training.venueRegion.startsWith("53")) {
      return fail("培训地点不在云南，也不在上海", venue);
    }
    const entered = numbers(
      training.costUnit === "PERSON_MONTH"
        ? "class.unitCostPersonMonth"
        : "class.unitCostPersonDay",
    );
    if (entered === null) return costVerdict(training, null);
    return costVerdict(training, { value: entered.value, source: entered.source ?? "本系统定义" });
  }),
};
