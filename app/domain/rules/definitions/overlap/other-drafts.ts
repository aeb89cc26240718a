import type { ClaimKind } from "../../../claims/claim";
import type { ParameterId } from "../../parameter";
import { ALWAYS, own } from "../../citations/own";
import { overlap } from "../../overlapping";
import type { Rule } from "../../rule";
import { withNumber } from "../../with-number";
import { countOf } from "./count-of";
import { toldOf } from "./other-claims";

const citation = own("先报送的先算；两边都在编制的，报送前要先商定由哪一批申领");

const PER_YEAR: Partial<Record<ClaimKind, ParameterId>> = {
  TRAINING: "claim.trainingPerYear",
  OUTWORK: "claim.outworkPerYear",
};

/** A draft bars nobody: of two, the one handed in second will fail by the rules of this chapter. */
export const otherDrafts: Rule = {
  id: "overlap/other-drafts",
  title: "其他编制中的批次没有本人同期的补贴",
  citation,
  effective: ALWAYS,
  severity: "warn",
  kinds: [],
  parameters: ["claim.trainingPerYear", "claim.outworkPerYear"],
  check: (facts, numbers) => {
    const { kind, eventOn, periodFrom, periodTo, others } = facts;
    const days = { from: periodFrom, to: periodTo };
    const drafts = others.filter(({ standing }) => standing === "draft");
    const beside = drafts.filter((one) =>
      overlap(days, { from: one.periodFrom, to: one.periodTo }),
    );
    if (beside.length > 0) return toldOf(beside, WORDS);
    const year = eventOn.slice(0, 4);
    const ofYear = drafts.filter((one) => one.kind === kind && one.periodFrom.startsWith(year));
    const parameter = PER_YEAR[kind];
    if (parameter === undefined || ofYear.length === 0) return toldOf([], WORDS);
    return withNumber(numbers, parameter, (most) => {
      const times = countOf(others, kind, year) + ofYear.length + 1;
      return toldOf(times > most ? ofYear : [], WORDS);
    });
  },
};

const WORDS = {
  none: "其他编制中的批次没有本人同期的补贴",
  some: "其他编制中的批次也有本人的申领",
};
