import { fen, type Fen } from "../shared/fen";
import type { ExpenditureCategory } from "./pot";
import { rateOf, reachesPercent, type Rate } from "./rates";

/** What money of labour cooperation was paid out for. */
export type LabourUse = "training" | "recruitment" | "other";

export const LABOUR_USE_LABELS: Readonly<Record<LabourUse, string>> = {
  training: "培训",
  recruitment: "招聘",
  other: "其他",
};

export interface LabourSpending {
  readonly category: ExpenditureCategory;
  /** Of a payment of claims: their kind; else null. */
  readonly claimKind: string | null;
  readonly amountFen: Fen;
}

/**
 * 培训: subsidies for training, the courses for cadres and what is paid for training beside claims; 招聘: matching of
 * labour between both sides, subsidies for intermediaries and what is paid for recruitment beside claims (闵府办发〔2022〕15号 14一、15一 names the uses and gives no share).
 */
export function labourUseOf({ category, claimKind }: Omit<LabourSpending, "amountFen">): LabourUse {
  if (claimKind === "TRAINING" || category === "CADRE_TRAINING" || category === "TRAINING") {
    return "training";
  }
  const isRecruitment = category === "MATCHING" || category === "RECRUITMENT";
  return claimKind === "AGENCY" || isRecruitment ? "recruitment" : "other";
}

export interface RecruitingShare {
  readonly byUse: Readonly<Record<LabourUse, Fen>>;
  /** Training and recruitment of all that was paid out. */
  readonly rate: Rate;
  /** Null: no minimum was entered, or nothing was paid out. */
  readonly reachesMinimum: boolean | null;
}

/** The share of recruitment and training in what was paid out of labour money; `minimum` in per cent, null where none was entered. */
export function recruitingShare(
  spending: readonly LabourSpending[],
  minimum: number | null,
): RecruitingShare {
  const of = (use: LabourUse) =>
    spending
      .filter((one) => labourUseOf(one) === use)
      .reduce((sum, { amountFen }) => fen(sum + amountFen), fen(0));
  const byUse = { training: of("training"), recruitment: of("recruitment"), other: of("other") };
  const named = fen(byUse.training + byUse.recruitment);
  const rate = rateOf(named, fen(named + byUse.other));
  const reachesMinimum = minimum === null ? null : reachesPercent(rate, minimum);
  return { byUse, rate, reachesMinimum };
}
