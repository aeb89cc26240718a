import type { ClaimFacts } from "../claims/facts";
import type { ClaimKind } from "../claims/claim";
import type { CalendarDate } from "../shared/calendar-date";
import type { ParameterId, ParameterInForce } from "./parameter";

/** Where a rule comes from: a founding document's clause, or our own definition where none says it. */
export interface Citation {
  /** 曲财农〔2020〕31号, or 本系统定义. */
  readonly document: string;
  readonly issuer: string;
  /** YYYY-MM-DD; null of our own definitions. */
  readonly issuedOn: CalendarDate | null;
  /** 四(三)3(2) */
  readonly clause: string;
  /** What the clause asks, in our words. */
  readonly summary: string;
  /** Where the document itself holds; null of our own definitions, which hold everywhere. */
  readonly area: CitedArea | null;
}

/** The area a document was written for; elsewhere we go by it as a reference. */
export interface CitedArea {
  /** 曲靖市 */
  readonly name: string;
  /** Leading digits of the county codes within it. */
  readonly prefixes: readonly string[];
}

/** A figure of a document that a rule goes by as it stands, and no county can enter. */
export interface Threshold {
  readonly label: string;
  readonly value: string;
  /** The document and clause that gives it. */
  readonly source: string;
}

/** One number or fact a verdict rests on, in the words of the page. */
export interface Input {
  readonly label: string;
  readonly value: string;
}

export type VerdictKind = "pass" | "fail" | "unknown";

/** unknown: 无法判断, a fact or a number has not been entered. */
export interface Verdict {
  readonly kind: VerdictKind;
  /** Chinese, one sentence; with the arithmetic where there is any. */
  readonly message: string;
  readonly inputs: readonly Input[];
}

export const VERDICT_LABELS: Readonly<Record<VerdictKind, string>> = {
  pass: "符合",
  fail: "不符合",
  unknown: "无法判断",
};

/** block: the line cannot be approved while it fails or cannot be told; warn: it is shown and must be explained. */
export type RuleSeverity = "block" | "warn";

/** From null: asked whatever the day of the event; to null: until revoked. */
export interface Effective {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** The numbers in force for the line's county on the line's day. */
export type Numbers = (parameter: ParameterId) => ParameterInForce | null;

/**
 * A rule over one line of a claim. It reads nothing but the facts handed in, so that one definition serves a
 * hundred thousand lines at once and a single one alike.
 */
export interface Rule {
  /** eligibility/in-registry-on-the-day: the path of its file. */
  readonly id: string;
  readonly title: string;
  readonly citation: Citation;
  /** Days on which the event must lie for the rule to hold. */
  readonly effective: Effective;
  readonly severity: RuleSeverity;
  /** The kinds of claims it is asked of; empty: all. */
  readonly kinds: readonly ClaimKind[];
  /** The dated numbers it goes by, for the catalogue's history. */
  readonly parameters: readonly ParameterId[];
  /** Figures that stand in the document, for the catalogue. */
  readonly thresholds?: readonly Threshold[];
  readonly check: (facts: ClaimFacts, numbers: Numbers) => Verdict;
}

export const pass = (message: string, ...inputs: readonly Input[]): Verdict => ({
  kind: "pass",
  message,
  inputs,
});
export const fail = (message: string, ...inputs: readonly Input[]): Verdict => ({
  kind: "fail",
  message,
  inputs,
});
/** One sentence where it is so, another where it is not; what was looked at is told either way. */
export const passIf = (
  is: boolean,
  yes: string,
  no: string,
  ...inputs: readonly Input[]
): Verdict => ({ kind: is ? "pass" : "fail", message: is ? yes : no, inputs });
export const cannotTell = (message: string, ...inputs: readonly Input[]): Verdict => ({
  kind: "unknown",
  message,
  inputs,
});

/** Whether the rule is asked of a line: its kind, and its day within the days the rule holds. */
export function isAsked(
  rule: Rule,
  { kind, eventOn }: Pick<ClaimFacts, "kind" | "eventOn">,
): boolean {
  const { from, to } = rule.effective;
  return (
    (rule.kinds.length === 0 || rule.kinds.includes(kind)) &&
    (from === null || eventOn >= from) &&
    (to === null || eventOn <= to)
  );
}
