import { z } from "zod";
import { calendarDate, type CalendarDate } from "../shared/calendar-date";
import { optionalText, orNull } from "../shared/form-fields";
import { monthOf } from "../shared/months";
import { EVIDENCE_LABELS, type EvidenceKind } from "./placement";

export const EVIDENCE_KINDS = Object.keys(EVIDENCE_LABELS) as readonly EvidenceKind[];
export const EVIDENCE_ENDINGS = [".pdf", ".jpg", ".jpeg", ".png"] as const;

/** Lines that one file may prove at once; their ids stand in an address. */
export const MOST_PROVED_AT_ONCE = 100;

/** A month as people write it (2020-05, 2020年5月, 202005), as its first day. */
export const writtenMonth = (label: string) =>
  z.string().transform((typed, context) => {
    const plain = typed.normalize("NFKC").replace(/\s/g, "");
    const match = /^(\d{4})(?:[-./年](\d{1,2})月?|(\d{2}))$/.exec(plain);
    const month = calendarDate(Number(match?.[1]), Number(match?.[2] ?? match?.[3]), 1);
    if (match !== null && month !== null) return month;
    context.addIssue({ code: "custom", message: `${label}请写成 2020-06 的样子` });
    return z.NEVER;
  });

/** A contract speaks for no month in particular; every other proof says which it speaks for. */
function speaksForMonths(kind: EvidenceKind): boolean {
  return kind !== "CONTRACT";
}

/** What an officer says of a file; an empty last month is the first one, a contract has neither. */
export const evidenceForm = z
  .object({
    kind: z.enum(EVIDENCE_KINDS, "请选择材料类别"),
    fromMonth: orNull(writtenMonth("起始月份")),
    toMonth: orNull(writtenMonth("截止月份")),
    note: optionalText("说明", 100),
    /** Ticked: the contract stands although the line says that none was signed. */
    contractConfirmed: z.string().optional(),
  })
  .refine(({ kind, fromMonth }) => !speaksForMonths(kind) || fromMonth !== null, {
    path: ["fromMonth"],
    error: "请填写这份材料证明的月份",
  })
  .refine(
    ({ fromMonth, toMonth }) => fromMonth === null || toMonth === null || fromMonth <= toMonth,
    { path: ["toMonth"], error: "截止月份不能早于起始月份" },
  )
  .transform(({ kind, fromMonth, toMonth, note, contractConfirmed }) => {
    const from = speaksForMonths(kind) ? fromMonth : null;
    const months = { fromMonth: from, toMonth: from === null ? null : (toMonth ?? from) };
    return { kind, ...months, note, isContractConfirmed: contractConfirmed === "on" };
  });

export type EvidenceForm = z.infer<typeof evidenceForm>;

/** First days of a first and a last month; null for a contract. */
interface Months {
  readonly fromMonth: CalendarDate | null;
  readonly toMonth: CalendarDate | null;
}

/** Whether the months reach into the job at all; what speaks for no month always does. */
export function touchesJob(
  { fromMonth, toMonth }: Months,
  job: { readonly startedOn: CalendarDate; readonly endedOn: CalendarDate | null },
): boolean {
  if (fromMonth === null || toMonth === null) return true;
  if (toMonth < monthOf(job.startedOn)) return false;
  return job.endedOn === null || fromMonth <= monthOf(job.endedOn);
}
