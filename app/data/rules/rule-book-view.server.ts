import { foundingDocumentId } from "~/data/funds/founding-reference.server";
import type { Actor } from "~/domain/access/actor";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { CLAIM_KIND_LABELS, type ClaimKind } from "~/domain/claims/claim";
import { BOOK, type ListedChapter, type ListedRule } from "~/domain/rules/book";
import { FUND_RULES } from "~/domain/rules/chapters/fund";
import type { ParameterId } from "~/domain/rules/parameter";
import type { Citation, Effective, RuleSeverity, Threshold } from "~/domain/rules/rule";
import { viewParameters, type ParameterSeries } from "./parameter-view.server";

/** A rule as the book prints it. */
export interface RuleEntry {
  readonly id: string;
  /** Chapter and place, as 3.2: the same whatever is asked for. */
  readonly number: string;
  readonly title: string;
  readonly citation: Citation;
  readonly effective: Effective;
  readonly severity: RuleSeverity;
  /** Asked of a line of a claim, or of the money of a pot. */
  readonly subject: "line" | "pot";
  /** Empty: all kinds. */
  readonly kinds: readonly string[];
  readonly parameters: readonly ParameterId[];
  readonly thresholds: readonly Threshold[];
}

export interface BookChapter {
  readonly key: string;
  readonly title: string;
  readonly reads: string;
  readonly entries: readonly RuleEntry[];
}

export interface RuleBook {
  readonly chapters: readonly BookChapter[];
  /** Of all rules, whatever is asked for. */
  readonly ruleCount: number;
  /** The values entered for the reader's areas; null: he does not read standards. */
  readonly series: readonly ParameterSeries[] | null;
}

export interface BookFilter {
  /** Rules asked of this kind of claim; null: of any. */
  readonly kind: ClaimKind | null;
  /** Found in title or citation; empty: all. */
  readonly text: string;
}

/** The catalogue of rules, with the history of every number that its rules go by. */
export async function viewRuleBook(
  actor: Actor,
  filter: BookFilter,
  on: string,
): Promise<RuleBook> {
  const chapters = BOOK.map((chapter) => chapterOf(chapter, filter)).filter(
    ({ entries }) => entries.length > 0,
  );
  const used = new Set(chapters.flatMap(({ entries }) => entries).flatMap((e) => e.parameters));
  return {
    chapters,
    ruleCount: BOOK.reduce((sum, { rules }) => sum + rules.length, 0),
    series: await historyOf(actor, (id) => used.has(id), on),
  };
}

export interface RulePage {
  readonly entry: RuleEntry;
  /** Of the cited document, which ships with the product; null: the rule is our own. */
  readonly documentId: string | null;
  readonly chapter: string;
  readonly reads: string;
  readonly series: readonly ParameterSeries[] | null;
}

/** One rule; null where this edition has none of that id. */
export async function viewRule(actor: Actor, id: string, on: string): Promise<RulePage | null> {
  const chapter = BOOK.find(({ rules }) => rules.some((rule) => rule.id === id));
  const rule = chapter?.rules.find((one) => one.id === id);
  if (chapter === undefined || rule === undefined) return null;
  return {
    entry: entryOf(rule),
    documentId: documentIdOf(rule.citation),
    chapter: chapter.title,
    reads: chapter.reads,
    series: await historyOf(actor, (one) => rule.parameters.includes(one), on),
  };
}

function chapterOf({ rules, ...head }: ListedChapter, { kind, text }: BookFilter): BookChapter {
  const wanted = rules.filter(({ kinds, title, citation }) => {
    const words = `${title} ${citation.document} ${citation.clause} ${citation.summary}`;
    const isOfAll = kinds.length === 0 && head.key !== "fund";
    const isAskedOf = kind === null || isOfAll || kinds.includes(kind);
    return isAskedOf && words.includes(text);
  });
  return { ...head, entries: wanted.map(entryOf) };
}

function entryOf(rule: ListedRule): RuleEntry {
  const { id, title, citation, effective, severity, parameters, thresholds = [] } = rule;
  const kinds = rule.kinds.map((kind) => CLAIM_KIND_LABELS[kind]);
  return {
    ...{ id, title, citation, effective, severity, parameters, kinds, thresholds },
    subject: FUND_RULES.some((one) => one.id === id) ? "pot" : "line",
    number: numberOf(rule),
  };
}

function documentIdOf({ document, issuedOn }: Citation): string | null {
  return issuedOn === null ? null : foundingDocumentId(document);
}

function numberOf(rule: ListedRule): string {
  const chapter = BOOK.findIndex(({ rules }) => rules.includes(rule));
  return `${chapter + 1}.${(BOOK[chapter]?.rules.indexOf(rule) ?? 0) + 1}`;
}

async function historyOf(
  actor: Actor,
  isWanted: (id: ParameterId) => boolean,
  on: string,
): Promise<readonly ParameterSeries[] | null> {
  if (!mayAnywhere(actor, "parameter.read", on)) return null;
  const all = await viewParameters(narrowedTo(actor, "parameter.read", on), on);
  return all
    .filter(({ parameter }) => isWanted(parameter))
    .map(({ parameter, rows }) => ({
      parameter,
      // Nothing is changed from the book.
      rows: rows.map((row) => ({ ...row, mayWithdraw: false })),
    }));
}
