import { yuanText, fen, type Fen } from "../shared/fen";

/** Why a correction of a locked month cannot be: with it the month would be below nothing, or beyond the rate. */
export type CorrectionProblem =
  | { readonly kind: "nothing" }
  | { readonly kind: "belowZero"; readonly most: Fen }
  | { readonly kind: "beyondRate"; readonly most: Fen };

/**
 * Whether a month, paid with `dueFen` and corrected by `correctedFen` before, may be corrected by so much again.
 * `most` is what there is room for, without sign.
 */
export function judgeCorrection(
  month: { readonly rateFen: Fen; readonly dueFen: Fen; readonly correctedFen: number },
  amountFen: Fen,
): CorrectionProblem | null {
  const before = month.dueFen + month.correctedFen;
  if (amountFen === 0) return { kind: "nothing" };
  if (before + amountFen < 0) return { kind: "belowZero", most: fen(before) };
  if (before + amountFen > month.rateFen) {
    return { kind: "beyondRate", most: fen(month.rateFen - before) };
  }
  return null;
}

export function correctionProblemText(problem: CorrectionProblem): string {
  switch (problem.kind) {
    case "nothing":
      return "请填写补发或扣回的金额";
    case "belowZero":
      return `扣回不能超过该月的工资，最多 ${yuanText(problem.most)}`;
    case "beyondRate":
      return `补发后不能超过该岗位的月标准，最多 ${yuanText(problem.most)}`;
  }
}
