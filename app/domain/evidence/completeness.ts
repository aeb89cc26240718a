import { missingProofs, type LineFacts, type VerificationDays } from "~/domain/rosters/line-gate";
import { ROSTER_STATE_LABELS, type RosterState } from "~/domain/rosters/roster";
import { PROOF_LABELS } from "./line-proofs";
import {
  mediaSection,
  sessionSection,
  supervisionSection,
  type SessionFacts,
  type SupervisionFacts,
} from "./course-gate";

/** Everything the gate looks at; gathered in one transaction. */
export interface GateFacts {
  readonly rosterId: string;
  readonly classId: string;
  readonly state: RosterState;
  readonly isFilingApproved: boolean;
  /** `YYYY-MM-DD`, null until the class was completed. */
  readonly completedOn: string | null;
  readonly days: VerificationDays;
  readonly lines: readonly (LineFacts & { readonly hasResult: boolean })[];
  readonly sessions: readonly SessionFacts[];
  readonly supervision: SupervisionFacts;
  /** Pictures and videos that the worker has not read yet. */
  readonly mediaWaiting: number;
}

/** The parts of the checklist, in the order of the work. */
export type GateSectionId =
  | "filing"
  | "sessions"
  | "media"
  | "hrssBureau"
  | "secondedOfficial"
  | "completion"
  | "VERIFIED"
  | "ID_NUMBER"
  | "CONTACT"
  | "SIGNATURE"
  | "FINGERPRINT"
  | "acceptance";

/** One thing that is missing: where, what, and the page on which it is made good. */
export interface MissingItem {
  readonly key: string;
  /** 第 3 号 普开翠, or 2020-06-01 09:00; empty for the class as a whole. */
  readonly place: string;
  readonly message: string;
  readonly to: string;
}

export interface GateSection {
  readonly id: GateSectionId;
  readonly label: string;
  readonly done: number;
  readonly needed: number;
  readonly unit: string;
  /** Where this part of the work is done. */
  readonly to: string;
  readonly missing: readonly MissingItem[];
}

export interface GateReport {
  readonly sections: readonly GateSection[];
}

/**
 * What a class still lacks before its roster may be sealed (曲财农〔2020〕31号 四(三)3(2); R01–R04):
 * each missing item with its own words. The pure half of the gate, run for the page and again inside
 * the sealing transaction.
 */
export function examine(facts: GateFacts): GateReport {
  const { classId } = facts;
  return {
    sections: [
      filing(facts),
      sessionSection(classId, facts.sessions, facts.lines),
      mediaSection(classId, facts.sessions, facts.mediaWaiting),
      supervisionSection(classId, "hrssBureau", facts.supervision),
      supervisionSection(classId, "secondedOfficial", facts.supervision),
      completion(facts),
      ...proofs(facts),
      acceptance(facts),
    ],
  };
}

export function missingOf(report: GateReport): readonly MissingItem[] {
  return report.sections.flatMap(({ missing }) => missing);
}

function filing({ classId, isFilingApproved }: GateFacts): GateSection {
  const to = `/classes/${classId}`;
  const item = { key: "filing", place: "", message: "开班备案没有批准", to };
  const head = { id: "filing" as const, label: "开班备案", unit: "项", to, needed: 1 };
  return isFilingApproved
    ? { ...head, done: 1, missing: [] }
    : { ...head, done: 0, missing: [item] };
}

function completion({ classId, completedOn, lines }: GateFacts): GateSection {
  const to = `/classes/${classId}/completion`;
  const without = lines.filter(({ hasResult }) => !hasResult);
  const missing = without.map((line) => ({
    ...{ key: `result:${line.lineId}`, place: placeOf(line), to },
    message: "没有登记结业结果",
  }));
  const open = { key: "completion", place: "", message: "培训班没有办理结业", to };
  return {
    ...{ id: "completion", label: "结业结果", unit: "人", to },
    done: lines.length - without.length,
    needed: lines.length,
    missing: completedOn === null ? [open, ...missing] : missing,
  };
}

function proofs({ rosterId, classId, lines, days }: GateFacts): readonly GateSection[] {
  const missed = lines.map((line) => ({ line, missing: missingProofs(line, days) }));
  const pages = {
    VERIFIED: `/classes/${classId}/verification`,
    ID_NUMBER: `/rosters/${rosterId}`,
    CONTACT: `/rosters/${rosterId}`,
    SIGNATURE: `/rosters/${rosterId}/signing`,
    FINGERPRINT: `/rosters/${rosterId}/signing`,
  };
  const ids = Object.keys(pages) as (keyof typeof pages)[];
  return ids.map((id) => {
    const items = missed.flatMap(({ line, missing }) =>
      missing
        .filter(({ element }) => element === id)
        .map(({ event, message }) => ({
          ...{ key: `${id}:${event ?? ""}:${line.lineId}`, place: placeOf(line), message },
          to: `${pages[id]}?line=${line.lineId}`,
        })),
    );
    const lacking = missed.filter(({ missing }) => missing.some(({ element }) => element === id));
    const done = lines.length - lacking.length;
    const head = { id, label: PROOF_LABELS[id], unit: "人", to: pages[id] };
    return { ...head, done, needed: lines.length, missing: items };
  });
}

function acceptance({ rosterId, state, lines }: GateFacts): GateSection {
  const to = `/rosters/${rosterId}`;
  const isDone = state === "accepted" || state === "sealed";
  const message = `花名册现为“${ROSTER_STATE_LABELS[state]}”，须报送并核定后才能封存`;
  const empty = { key: "empty", place: "", message: "花名册上没有学员", to };
  const open = { key: "acceptance", place: "", message, to };
  return {
    ...{ id: "acceptance", label: "花名册核定", unit: "项", to, needed: 1, done: isDone ? 1 : 0 },
    missing: [...(lines.length === 0 ? [empty] : []), ...(isDone ? [] : [open])],
  };
}

function placeOf({ lineNo, name }: { readonly lineNo: number; readonly name: string }): string {
  return `第 ${lineNo} 号 ${name}`;
}
