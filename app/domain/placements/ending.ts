import { z } from "zod";
import { requiredText, writtenDay } from "../shared/form-fields";

/** Why somebody left a job; the code stands in the ledger. */
export type EndReason = "RETURNED_HOME" | "CHANGED_JOB" | "CONTRACT_ENDED" | "DISMISSED" | "OTHER";

export const END_REASON_LABELS: Readonly<Record<EndReason, string>> = {
  RETURNED_HOME: "返乡",
  CHANGED_JOB: "换岗",
  CONTRACT_ENDED: "合同到期",
  DISMISSED: "辞退",
  OTHER: "其他",
};

export const END_REASONS = Object.keys(END_REASON_LABELS) as readonly EndReason[];

/** The reason for reading; a text that is no code of ours is shown as it stands, none is empty. */
export function endReasonLabel(stored: string): string {
  const known = END_REASONS.find((reason) => reason === stored);
  return known === undefined ? stored : END_REASON_LABELS[known];
}

/** What an officer types when somebody leaves: the last day worked and why. */
export const endingForm = z.object({
  endedOn: writtenDay("离岗日期（最后一个工作日）"),
  reason: z.enum(END_REASONS, "请选择离岗原因"),
});

export type EndingForm = z.infer<typeof endingForm>;

/** A reason typed for taking a line out, opening an ended one again, or voiding its evidence. */
export const reasonForm = z.object({ reason: requiredText("原因", 200) });
