import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { SHANGHAI_9 } from "../../citations/shanghai-2020-9";
import { ofTraining } from "../../of-kind";
import { recorded } from "../../inputs";
import { cannotTell, pass, type Rule } from "../../rule";
import { costVerdict } from "./cost-verdict";

const citation = SHANGHAI_9.shanghaiCost;

/** Yuan; what the 2020 money reckons a course in Shanghai with. */
const { document, clause } = QUJING_31.unitCost;
const REFERENCE = {
  personDay: 600,
  personMonth: 8000,
  source: `参照 ${document} ${clause}`,
} as const;
/** The document reckons courses of cadres with them and does not say where all of them are held. */
const READING = `${document} ${clause} 的干部人才培训测算数；用作来沪培训的参照是本系统的理解`;

/** No more than what was entered, else than the figures of cadre training, which are a reference and no limit (R16). */
export const costInShanghai: Rule = {
  id: "training/cost-in-shanghai",
  title: "在上海办班的单位费用不超过参照标准",
  citation,
  effective: since(citation),
  severity: "warn",
  kinds: ["TRAINING"],
  parameters: ["class.unitCostPersonDayShanghai", "class.unitCostPersonMonthShanghai"],
  thresholds: [
    {
      label: "培训班（每人每天）",
      value: `${REFERENCE.personDay} 元，录入当地参照标准前适用`,
      source: READING,
    },
    {
      label: "挂职、进修（每人每月）",
      value: `${REFERENCE.personMonth} 元，录入当地参照标准前适用`,
      source: READING,
    },
  ],
  check: ofTraining((training, _facts, numbers) => {
    const venue = recorded("培训地点", training.venueRegion);
    if (training.venueRegion === "") return cannotTell("没有登记培训地点", venue);
    if (!training.venueRegion.startsWith("31")) return pass("不在上海举办，不适用", venue);
    const isMonthly = training.costUnit === "PERSON_MONTH";
    const entered = numbers(
      isMonthly ? "class.unitCostPersonMonthShanghai" : "class.unitCostPersonDayShanghai",
    );
    const reference = isMonthly ? REFERENCE.personMonth : REFERENCE.personDay;
    return costVerdict(training, {
      value: entered?.value ?? reference,
      source: entered?.source ?? REFERENCE.source,
    });
  }),
};
