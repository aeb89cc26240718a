import { VERIFICATION_EVENT_LABELS } from "~/domain/evidence/verification-event";
import { POVERTY_STATUS_LABELS } from "~/domain/people/poverty-status";
import { beginningOf, type PersonEvent } from "~/domain/people/timeline";
import { certificateKindLabel, COMPLETION_LABELS } from "~/domain/training/completion";
import { className } from "~/domain/training/training-class";
import type { TimelineSource } from "./timeline-view.server";

interface OfClass {
  readonly id: string;
  readonly name: string;
  readonly term: string;
  readonly rosterId: string;
  readonly classId: string;
}

const labels: Readonly<Record<string, string>> = {
  ...COMPLETION_LABELS,
  ...VERIFICATION_EVENT_LABELS,
};

export const imports: TimelineSource = async (tx, personId, counties) => {
  const rows = await tx.$queryRaw<(OfClass & { readonly at: Date; lineNo: number })[]>`
    SELECT l.id, c.name, c.term, r.id AS "rosterId", c.id AS "classId", l.created_at AS at,
      l.line_no AS "lineNo"
    FROM roster_line l JOIN roster r ON r.id = l.roster_id JOIN training_class c ON c.id = r.class_id
    WHERE l.person_id = ${personId}::uuid AND l.removed_at IS NULL
      AND l.county_code = ANY (${counties})`;
  return rows.map((row) => ({
    ...moment(`import:${row.id}`, row.at),
    ...{ title: "列入花名册", detail: `${className(row)} 第 ${row.lineNo} 号` },
    to: `/rosters/${row.rosterId}?line=${row.id}`,
  }));
};

interface StoredClass extends OfClass {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly sessions: number;
  readonly present: number;
}

/** Late and early leavers were there; only sessions that are held count. */
export const classes: TimelineSource = async (tx, personId, counties) => {
  const rows = await tx.$queryRaw<StoredClass[]>`
    SELECT l.id, c.name, c.term, r.id AS "rosterId", c.id AS "classId",
      to_char(c.starts_on, 'YYYY-MM-DD') AS "startsOn", to_char(c.ends_on, 'YYYY-MM-DD') AS "endsOn",
      (SELECT count(*)::int FROM class_session s
        WHERE s.class_id = c.id AND s.cancelled_at IS NULL) AS sessions,
      (SELECT count(*)::int FROM attendance a JOIN class_session s ON s.id = a.session_id
        WHERE a.line_id = l.id AND s.cancelled_at IS NULL
          AND a.state IN ('PRESENT', 'LATE', 'LEFT_EARLY')) AS present
    FROM roster_line l JOIN roster r ON r.id = l.roster_id JOIN training_class c ON c.id = r.class_id
    WHERE l.person_id = ${personId}::uuid AND l.removed_at IS NULL
      AND l.county_code = ANY (${counties})`;
  return rows.map((row) => ({
    ...onDay(`class:${row.id}`, row.startsOn),
    title: `参加培训：${className(row)}`,
    detail:
      row.sessions === 0
        ? `至 ${row.endsOn}，还没有登记课次`
        : `至 ${row.endsOn}，到课 ${row.present} / ${row.sessions} 次`,
    ...{ to: `/classes/${row.classId}`, tone: "info" },
  }));
};

type StoredAnswer = OfClass & {
  readonly event: string;
  readonly verifiedOn: string;
  readonly category: string | null;
  readonly at: Date;
};

export const verifications: TimelineSource = async (tx, personId, counties) => {
  const rows = await tx.$queryRaw<StoredAnswer[]>`
    SELECT v.id, c.name, c.term, r.id AS "rosterId", c.id AS "classId", v.event, v.category,
      to_char(v.verified_on, 'YYYY-MM-DD') AS "verifiedOn", v.recorded_at AS at
    FROM verification v JOIN roster r ON r.id = v.roster_id
      JOIN training_class c ON c.id = r.class_id
    WHERE v.person_id = ${personId}::uuid AND v.county_code = ANY (${counties})`;
  const statuses: Readonly<Record<string, string>> = POVERTY_STATUS_LABELS;
  return rows.map((row) => {
    const status =
      row.category === null ? "不在建档立卡数据中" : (statuses[row.category] ?? "在册");
    return {
      ...moment(`verification:${row.id}`, row.at),
      title: labels[row.event] ?? "查验",
      detail: `${className(row)}，${row.verifiedOn} 的数据：${status}`,
      to: `/classes/${row.classId}/verification`,
      tone: row.category === null ? "warning" : "success",
    };
  });
};

type StoredResult = OfClass & {
  readonly result: string;
  readonly kind: string;
  readonly certificateNo: string;
  readonly issuedOn: string | null;
  readonly at: Date;
};

export const results: TimelineSource = async (tx, personId, counties) => {
  const rows = await tx.$queryRaw<StoredResult[]>`
    SELECT l.id, c.name, c.term, r.id AS "rosterId", c.id AS "classId", x.result,
      x.certificate_kind AS kind, x.certificate_no AS "certificateNo",
      to_char(x.issued_on, 'YYYY-MM-DD') AS "issuedOn", x.recorded_at AS at
    FROM completion_result x JOIN roster_line l ON l.id = x.line_id
      JOIN roster r ON r.id = l.roster_id JOIN training_class c ON c.id = r.class_id
    WHERE l.person_id = ${personId}::uuid AND l.removed_at IS NULL
      AND x.county_code = ANY (${counties})`;
  return rows.map((row) => ({
    ...moment(`result:${row.id}`, row.at),
    title: `结业：${labels[row.result] ?? row.result}`,
    // A certificate may carry the ID number as its own: which it is stands on the class's page.
    detail: [className(row), certificateKindLabel(row.kind), row.issuedOn ?? ""]
      .filter((part) => part !== "")
      .join("，"),
    to: `/classes/${row.classId}/completion`,
    tone: row.result === "PASSED" ? "success" : "warning",
  }));
};

function moment(key: string, at: Date): Pick<PersonEvent, "key" | "at" | "isDay" | "tone"> {
  return { key, at: at.toISOString(), isDay: false, tone: "neutral" };
}

function onDay(key: string, day: string) {
  return { key, at: beginningOf(day), isDay: true };
}
