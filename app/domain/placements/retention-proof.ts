import { addDays, type CalendarDate } from "../shared/calendar-date";
import { monthOf } from "../shared/months";
import {
  isFoundWithin,
  isSeenWithin,
  knownOn,
  lastDayOf,
  type Days,
  type JobRecord,
  type KnownJob,
  type Paper,
} from "./job-record";
import { EVIDENCE_LABELS } from "./placement";
import { monthBeginsOn, monthFullOn, spellsOf, type Spell } from "./retention";

/** A month of work counted from the first day of the spell, and what proves it. */
export interface ServiceMonth {
  /** From 1. */
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
  /** Whether the person was found lost in it, and nobody has told since where he is. */
  readonly isLost: boolean;
}

/** Longer than the last milestone nobody is asked for evidence; a claim may want more (months entered by a county). */
const MONTHS_TOLD = 6;
const LATE_IN_MONTH = 15;

/**
 * Every spell begun by the day with its evidence, the one that stands last, so many months of each. See `spellsOf` and
 * decision 0020.
 */
export function provedSpells(
  records: readonly JobRecord[],
  gapDays: number,
  asOf: CalendarDate,
  monthsTold = MONTHS_TOLD,
): readonly ProvedSpell[] {
  const jobs = records.map((record) => knownOn(record, asOf));
  return spellsOf(jobs, gapDays, asOf).map((spell) => {
    const months = serviceMonths(spell, jobs, asOf, monthsTold);
    const hole = months.findIndex(({ isFull, proofs }) => !isFull || proofs.length === 0);
    const isLost = jobs.some((job) => job.isLost && job.endedOn === spell.lastOn);
    return { ...spell, months, provedMonths: hole === -1 ? months.length : hole, isLost };
  });
}

/** The months of the spell in which a job that began on the day lies. */
export function monthsAround(
  spells: readonly ProvedSpell[],
  startedOn: string,
): readonly ServiceMonth[] {
  return spells.findLast(({ firstOn }) => firstOn <= startedOn)?.months ?? [];
}

/** The calendar month whose papers speak for a month of work: its own when it begins by the 15th, else the next. */
export function monthOfPapers(begunOn: CalendarDate): CalendarDate {
  const month = monthOf(begunOn);
  return Number(begunOn.slice(8)) <= LATE_IN_MONTH ? month : monthOf(addDays(month, 31));
}

function serviceMonths(
  spell: Spell,
  jobs: readonly KnownJob[],
  asOf: CalendarDate,
  most: number,
): ServiceMonth[] {
  const months: ServiceMonth[] = [];
  for (let number = 1; number <= most; number += 1) {
    const from = monthBeginsOn(spell.stretches, number);
    if (from === null || from > asOf) break;
    const fullOn = monthFullOn(spell.stretches, number);
    const isFull = fullOn !== null && fullOn <= asOf;
    const lastSoFar = spell.lastOn !== null && spell.lastOn < asOf ? spell.lastOn : asOf;
    const to = isFull ? fullOn : lastSoFar;
    months.push({ number, from, to, isFull, proofs: proofsOf({ from, to }, jobs) });
  }
  return months;
}

function proofsOf(month: Days, jobs: readonly KnownJob[]): string[] {
  const labels = jobs.flatMap((job) =>
    job.papers
      .filter((paper) => speaksFor(paper, job, month))
      .map(({ kind }) => EVIDENCE_LABELS[kind]),
  );
  if (jobs.some(({ contacts }) => isFoundWithin(contacts, month))) labels.push("回访在岗");
  return [...new Set(labels)];
}

/** Papers other than a contract prove the calendar months they speak for, while the job lasts. */
function speaksFor(paper: Paper, job: KnownJob, month: Days): boolean {
  if (paper.kind === "CONTRACT") return isContractFor(job, month);
  const { fromMonth, toMonth } = paper;
  if (fromMonth === null || toMonth === null) return false;
  const wanted = monthOfPapers(month.from);
  const isOfMonth = fromMonth <= wanted && toMonth >= wanted;
  return isOfMonth && job.startedOn <= month.to && lastDayOf(job) >= month.from;
}

/**
 * A contract is a promise: it proves the month in which it begins. One with a last day proves every month worked
 * wholly under it once a paper or a call within its days shows the person in work.
 */
function isContractFor(job: KnownJob, month: Days): boolean {
  const { startedOn, contractFrom, contractTo } = job;
  const from = contractFrom !== null && contractFrom > startedOn ? contractFrom : startedOn;
  const ended = lastDayOf(job);
  const to = contractTo !== null && contractTo < ended ? contractTo : ended;
  if (from > to) return false;
  if (from >= month.from && from <= month.to) return true;
  const isWithin = contractTo !== null && from <= month.from && to >= month.to;
  return isWithin && isSeenWithin(job, { from, to });
}
