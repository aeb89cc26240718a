import type { TrainingFacts } from "../../../claims/facts";
import { ofTraining } from "../../of-kind";
import { yesNo } from "../../inputs";
import { passIf } from "../../rule";

/** One of the five proofs a line of a class's roster carries. */
export const proofVerdict = (
  proof: keyof TrainingFacts["proofs"],
  there: string,
  missing: string,
  label: string,
) => ofTraining(({ proofs: { [proof]: is } }) => passIf(is, there, missing, yesNo(label, is)));
