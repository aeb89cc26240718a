import { addDays, type CalendarDate } from "../shared/calendar-date";
import { monthOf } from "../shared/months";
import { EVIDENCE_LABELS, type EvidenceKind } from "./placement";
import { currentSpell, monthBeginsOn, monthFullOn, type Job, type Spell } from "./retention";

/** A standing piece of evidence, with the days of the job it belongs to. */
export interface Paper extends Job {
  readonly kind: EvidenceKind;
  /** First days of the first and last month it speaks for; both null for a contract. */
  readonly fromMonth: CalendarDate | null;
  readonly toMonth: CalendarDate | null;
  /** Of the contract; null: from the first day of work, without an end. */
  readonly contractFrom: CalendarDate | null;
  readonly contractTo: CalendarDate | null;
}

export interface ProofFacts {
  readonly papers: readonly Paper[];
  /** Days on which a follow-up found the person in work. */
  readonly foundInWorkOn: readonly CalendarDate[];
}

/** A month of work counted from the first day of the spell, and what proves it. */
export interface ServiceMonth {
  /** 1 to 6. */
  readonly number: number;
  readonly from: CalendarDate;
  /** Its last day; of the month under way, the last day worked so far. */
  readonly to: CalendarDate;
  readonly isFull: boolean;
  /** What it rests on, in the words of the pages, each kind once; empty: a month without evidence. */
  readonly proofs: readonly string[];
}

/** A spell with the months its milestones rest on; `provedMonths`: full months from the first on without a hole. */
export interface ProvedSpell extends Spell {
  readonly months: readonly ServiceMonth[];
  readonly provedMonths: number;
}

/** Longer than the last milestone nobody asks for evidence. */
const MONTHS_TOLD = 6;
const LATE_IN_MONTH = 15;

/** The current spell with its evidence; null when no job has begun. See `currentSpell` and decision 0020. */
export function provedSpell(
  jobs: readonly Job[],
  facts: ProofFacts,
  gapDays: number,
  asOf: CalendarDate,
): ProvedSpell | null {
  const spell = currentSpell(jobs, gapDays, asOf);
  if (spell === null) return null;
  const months = serviceMonths(spell, facts, asOf);
  const hole = months.findIndex(({ isFull, proofs }) => !isFull || proofs.length === 0);
  return { ...spell, months, provedMonths: hole === -1 ? months.length : hole };
}

/** The calendar month whose papers speak for a month of work: its own when it begins by the 15th, else the next. */
export function monthOfPapers(begunOn: CalendarDate): CalendarDate {
  const month = monthOf(begunOn);
  return Number(begunOn.slice(8)) <= LATE_IN_MONTH ? month : monthOf(addDays(month, 31));
}

function serviceMonths(spell: Spell, facts: ProofFacts, asOf: CalendarDate): ServiceMonth[] {
  const months: ServiceMonth[] = [];
  for (let number = 1; number <= MONTHS_TOLD; number += 1) {
    const from = monthBeginsOn(spell.stretches, number);
    if (from === null || from > asOf) break;
    const fullOn = monthFullOn(spell.stretches, number);
    const isFull = fullOn !== null && fullOn <= asOf;
    const lastSoFar = spell.lastOn !== null && spell.lastOn < asOf ? spell.lastOn : asOf;
    const to = isFull ? fullOn : lastSoFar;
    months.push({ number, from, to, isFull, proofs: proofsOf({ from, to }, facts) });
  }
  return months;
}

interface Days {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

function proofsOf(month: Days, { papers, foundInWorkOn }: ProofFacts): string[] {
  const labels = papers
    .filter((paper) => speaksFor(paper, month))
    .map(({ kind }) => EVIDENCE_LABELS[kind]);
  if (foundInWorkOn.some((on) => on >= month.from && on <= month.to)) labels.push("回访在岗");
  return [...new Set(labels)];
}

/** A contract proves months worked wholly under it; other papers the calendar months they speak for. */
function speaksFor(paper: Paper, month: Days): boolean {
  const endedOn = paper.endedOn ?? month.to;
  if (paper.kind === "CONTRACT") {
    const from = latest(paper.startedOn, paper.contractFrom ?? paper.startedOn);
    const to = paper.contractTo !== null && paper.contractTo < endedOn ? paper.contractTo : endedOn;
    return from <= month.from && to >= month.to;
  }
  const { fromMonth, toMonth } = paper;
  if (fromMonth === null || toMonth === null) return false;
  const wanted = monthOfPapers(month.from);
  const isOfMonth = fromMonth <= wanted && toMonth >= wanted;
  return isOfMonth && paper.startedOn <= month.to && endedOn >= month.from;
}

function latest(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}
