import {
  CONSENT_METHOD_LABELS,
  CONSENT_PURPOSE_LABELS,
  WITHDRAWAL_WAY_LABELS,
} from "~/domain/evidence/consent";
import { ACKNOWLEDGEMENT_METHOD_LABELS, PROOF_LABELS } from "~/domain/evidence/line-proofs";
import { AMENDMENT_KEY, type PersonEvent } from "~/domain/people/timeline";
import { monthName } from "~/domain/posts/wage-receipt";
import { AMENDMENT_SUBJECT_LABELS } from "~/domain/rosters/amendment";
import type { TimelineSource } from "./timeline-view.server";

const WORDS: Readonly<Record<string, string>> = {
  ...CONSENT_PURPOSE_LABELS,
  ...WITHDRAWAL_WAY_LABELS,
  ...PROOF_LABELS,
  ...AMENDMENT_SUBJECT_LABELS,
};
const METHODS: Readonly<Record<string, string>> = {
  ...CONSENT_METHOD_LABELS,
  ...ACKNOWLEDGEMENT_METHOD_LABELS,
};
const say = (words: Readonly<Record<string, string>>, code: string) => words[code] ?? code;

/** Given and withdrawn are two events: the one does not undo the other. */
export const consents: TimelineSource = async (tx, personId, counties) => {
  const rows = await tx.consent.findMany({
    where: { personId, countyCode: { in: [...counties] } },
    select: {
      ...{ id: true, purpose: true, method: true, givenAt: true },
      ...{ withdrawnAt: true, withdrawnWay: true },
    },
  });
  return rows.flatMap(({ id, purpose, method, givenAt, withdrawnAt, withdrawnWay }) => {
    const to = `/people/${personId}/consents`;
    const given = {
      ...moment(`consent:${id}`, givenAt),
      ...{ title: `同意：${say(WORDS, purpose)}`, detail: say(METHODS, method), to },
    };
    if (withdrawnAt === null) return [given];
    const withdrawn: PersonEvent = {
      ...moment(`consent:${id}:withdrawn`, withdrawnAt),
      ...{ title: `撤回同意：${say(WORDS, purpose)}`, detail: say(WORDS, withdrawnWay ?? ""), to },
      tone: "warning",
    };
    return [given, withdrawn];
  });
};

interface StoredProof {
  readonly id: string;
  readonly rosterId: string;
  readonly lineId: string;
  readonly element: string;
  readonly method: string;
  /** What the receipt is for; null on a class's roster. */
  readonly wagesOf: Date | null;
  readonly isVoided: boolean;
  readonly at: Date;
}

export const proofs: TimelineSource = async (tx, personId, counties) => {
  const rows = await tx.$queryRaw<StoredProof[]>`
    SELECT a.id, a.roster_id AS "rosterId", a.line_id AS "lineId", a.element, a.method,
      a.voided_at IS NOT NULL AS "isVoided", a.given_at AS at, w.month AS "wagesOf"
    FROM acknowledgement a JOIN roster_line l ON l.id = a.line_id
      LEFT JOIN wage_line w ON w.id = l.id
    WHERE l.person_id = ${personId}::uuid AND a.county_code = ANY (${counties})`;
  return rows.map((row) => ({
    ...moment(`proof:${row.id}`, row.at),
    title: row.wagesOf === null ? say(WORDS, row.element) : `签收${monthOfWages(row.wagesOf)}工资`,
    detail: `${say(METHODS, row.method)}${row.isVoided ? "，已作废" : ""}`,
    to: `/rosters/${row.rosterId}/signing?line=${row.lineId}`,
    tone: row.isVoided ? "neutral" : "success",
  }));
};

interface StoredSeal {
  readonly id: string;
  readonly rosterId: string;
  readonly sheetId: string | null;
  readonly label: string;
  readonly by: string;
  readonly at: Date;
}

export const seals: TimelineSource = async (tx, personId, counties) => {
  const rows = await tx.$queryRaw<StoredSeal[]>`
    SELECT DISTINCT s.id, s.roster_id AS "rosterId", w.id AS "sheetId", s.label,
      s.sealed_by_name AS by, s.sealed_at AS at
    FROM roster_seal s LEFT JOIN wage_sheet w ON w.roster_id = s.roster_id JOIN roster_line l ON l.roster_id = s.roster_id AND l.removed_at IS NULL
    WHERE l.person_id = ${personId}::uuid AND s.county_code = ANY (${counties})`;
  return rows.map((row) => ({
    ...moment(`seal:${row.id}`, row.at),
    ...(row.sheetId === null
      ? { title: "名册封存", to: `/rosters/${row.rosterId}/seal` }
      : { title: "工资月份锁定", to: `/wage-sheets/${row.sheetId}` }),
    detail: `${row.label}，${row.sheetId === null ? "封存人" : "锁定人"} ${row.by}`,
    tone: "success",
  }));
};

interface StoredAmendment {
  readonly id: string;
  readonly rosterId: string;
  readonly number: number;
  readonly subject: string;
  readonly at: Date;
}

/** Those that were approved: a proposal has changed nothing yet. */
export const amendments: TimelineSource = async (tx, personId, counties) => {
  const rows = await tx.$queryRaw<StoredAmendment[]>`
    SELECT a.id, a.roster_id AS "rosterId", a.number, a.subject, a.decided_at AS at
    FROM roster_amendment a JOIN roster_line l ON l.id = a.line_id
    WHERE l.person_id = ${personId}::uuid AND a.state = 'approved'
      AND a.county_code = ANY (${counties})`;
  return rows.map((row) => ({
    ...moment(`${AMENDMENT_KEY}${row.id}`, row.at),
    ...{ title: `封存后更正：${say(WORDS, row.subject)}`, detail: `第 ${row.number} 项` },
    to: `/rosters/${row.rosterId}/amendments/${row.number}`,
    tone: "warning",
  }));
};

function monthOfWages(month: Date): string {
  return monthName(month.toISOString().slice(0, 10));
}

function moment(key: string, at: Date): Pick<PersonEvent, "key" | "at" | "isDay" | "tone"> {
  return { key, at: at.toISOString(), isDay: false, tone: "neutral" };
}
