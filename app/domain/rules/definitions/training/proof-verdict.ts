import type { TrainingFacts } from "../../../claims/facts";
import { ofTraining } from "../../of-kind";
import { fail, pass } from "../../rule";

/** One of the five proofs a line of a class's roster carries. */
export const proofVerdict = (
  proof: keyof TrainingFacts["proofs"],
  there: string,
  missing: string,
) => ofTraining(({ proofs }) => (proofs[proof] ? pass(there) : fail(missing)));
