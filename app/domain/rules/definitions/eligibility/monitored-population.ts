import { since } from "../../citations/own";
import { SONGJIANG_8 } from "../../citations/songjiang-2021-8";
import type { Rule } from "../../rule";
import { amongRegistered } from "./among-registered";

const citation = SONGJIANG_8.monitored;

export const monitoredPopulation: Rule = {
  id: "eligibility/monitored-population",
  title: "事项发生时是脱贫人口或监测对象",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: [],
  parameters: ["verification.maxAgeDays"],
  check: (facts, numbers) =>
    amongRegistered(facts, numbers, [
      "REGISTERED_POOR",
      "LIFTED",
      "UNSTABLE_EXIT",
      "AT_RISK",
      "SUDDEN_HARDSHIP",
    ]),
};
