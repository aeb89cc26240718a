import type { CalendarDate } from "../shared/calendar-date";
import { monthOf } from "../shared/months";
import type { ContractKind } from "./placement";
import { MOST_PROVED_AT_ONCE, touchesJob, type EvidenceForm } from "./evidence";

/** A line that a file is to prove. */
export interface LineToProve {
  readonly countyCode: string;
  readonly name: string;
  readonly startedOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
  readonly isRemoved: boolean;
  readonly contractKind: ContractKind;
}

/** Why one file cannot prove these lines. */
export type UnprovableLines =
  | { readonly kind: "tooMany" }
  | { readonly kind: "severalCounties" }
  | { readonly kind: "removed"; readonly names: readonly string[] }
  | { readonly kind: "outsideJob"; readonly names: readonly string[] }
  | { readonly kind: "monthNotOver" }
  /** The lines say that nothing was signed; nobody has confirmed the contract yet. */
  | { readonly kind: "saidUnsigned"; readonly names: readonly string[] };

/** The first reason, or null; `asOf` lies in the last month that a proof can speak for. */
export function whyNotProvedBy(
  lines: readonly LineToProve[],
  form: EvidenceForm,
  asOf: CalendarDate,
): UnprovableLines | null {
  if (lines.length > MOST_PROVED_AT_ONCE) return { kind: "tooMany" };
  if (new Set(lines.map(({ countyCode }) => countyCode)).size > 1) {
    return { kind: "severalCounties" };
  }
  const removed = lines.filter(({ isRemoved }) => isRemoved);
  if (removed.length > 0) return { kind: "removed", names: namesOf(removed) };
  if (form.toMonth !== null && form.toMonth > monthOf(asOf)) return { kind: "monthNotOver" };
  const outside = lines.filter((one) => !touchesJob(form, one));
  if (outside.length > 0) return { kind: "outsideJob", names: namesOf(outside) };
  const unsigned =
    form.kind === "CONTRACT" && !form.isContractConfirmed ? lines.filter(saysUnsigned) : [];
  return unsigned.length === 0 ? null : { kind: "saidUnsigned", names: namesOf(unsigned) };
}

/** Whether a contract contradicts the line: it says that none was signed, or that the work has none. */
export function saysUnsigned({ contractKind }: { readonly contractKind: ContractKind }): boolean {
  return contractKind === "NONE" || contractKind === "FLEXIBLE";
}

function namesOf(lines: readonly LineToProve[]): string[] {
  return lines.map(({ name }) => name);
}
