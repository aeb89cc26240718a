import type { ClaimFacts, PlacementFacts, PostFacts, TrainingFacts } from "../claims/facts";
import { yesNo } from "./inputs";
import { cannotTell, type Numbers, type Verdict } from "./rule";

type Check<Part> = (part: Part, facts: ClaimFacts, numbers: Numbers) => Verdict;

/** A check of the class a line was drawn from. */
export const ofTraining =
  (check: Check<TrainingFacts>) =>
  (facts: ClaimFacts, numbers: Numbers): Verdict =>
    facts.training === null
      ? cannotTell("查不到对应的培训班", yesNo("对应的培训班", false))
      : check(facts.training, facts, numbers);

/** A check of the placement a line was drawn from. */
export const ofPlacement =
  (check: Check<PlacementFacts>) =>
  (facts: ClaimFacts, numbers: Numbers): Verdict =>
    facts.placement === null
      ? cannotTell("查不到对应的就业登记", yesNo("对应的就业登记", false))
      : check(facts.placement, facts, numbers);

/** A check of the month of a post a line was drawn from. */
export const ofPost =
  (check: Check<PostFacts>) =>
  (facts: ClaimFacts, numbers: Numbers): Verdict =>
    facts.post === null
      ? cannotTell("查不到对应的岗位工资月份", yesNo("对应的岗位工资月份", false))
      : check(facts.post, facts, numbers);
