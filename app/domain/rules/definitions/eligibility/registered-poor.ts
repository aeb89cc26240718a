import { day } from "../../../shared/calendar-date";
import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import type { Rule } from "../../rule";
import { amongRegistered } from "./among-registered";

const citation = QUJING_31.target;

/** Until those at risk of poverty are taken in, in November 2021; who was lifted out stays registered. */
export const registeredPoor: Rule = {
  id: "eligibility/registered-poor",
  title: "事项发生时是建档立卡贫困人口",
  citation,
  effective: { ...since(citation), to: day("2021-11-02") },
  severity: "block",
  kinds: [],
  parameters: ["verification.maxAgeDays"],
  check: (facts, numbers) =>
    amongRegistered(facts, numbers, ["REGISTERED_POOR", "LIFTED", "UNSTABLE_EXIT"]),
};
