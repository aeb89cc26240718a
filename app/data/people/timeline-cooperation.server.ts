import { FAIR_OUTCOME_LABELS } from "~/domain/employers/fair-outcome";
import { STEP_LABELS } from "~/domain/employers/student-step";
import { beginningOf } from "~/domain/people/timeline";
import type { TimelineSource } from "./timeline-view.server";

interface StoredFair {
  readonly id: string;
  readonly fairId: string;
  readonly name: string;
  readonly heldOn: string;
  readonly outcome: string;
  readonly employer: string | null;
}

const OUTCOMES: Readonly<Record<string, string>> = FAIR_OUTCOME_LABELS;
const STEPS: Readonly<Record<string, string>> = STEP_LABELS;
const said = (parts: readonly (string | null)[]) =>
  parts.filter((part) => part !== null && part !== "").join("，");

export const fairs: TimelineSource = async (tx, personId, counties) => {
  const rows = await tx.$queryRaw<StoredFair[]>`
    SELECT p.id, f.id AS "fairId", f.name, to_char(f.held_on, 'YYYY-MM-DD') AS "heldOn", p.outcome,
      e.name AS employer
    FROM job_fair_participant p JOIN job_fair f ON f.id = p.fair_id
      LEFT JOIN employer e ON e.id = p.employer_id
    WHERE p.person_id = ${personId}::uuid AND f.removed_at IS NULL
      AND p.county_code = ANY (${counties})`;
  return rows.map((row) => ({
    ...{ key: `fair:${row.id}`, at: beginningOf(row.heldOn), isDay: true },
    ...{ title: "参加招聘会", to: `/job-fairs/${row.fairId}` },
    detail: said([row.name, OUTCOMES[row.outcome] ?? row.outcome, row.employer]),
    tone: row.outcome === "PLACED" ? "success" : "info",
  }));
};

interface StoredStep {
  readonly id: string;
  readonly studentId: string;
  readonly school: string;
  readonly kind: string;
  readonly doneOn: string;
  readonly employer: string | null;
}

export const studentSteps: TimelineSource = async (tx, personId, counties) => {
  const rows = await tx.$queryRaw<StoredStep[]>`
    SELECT t.id, s.id AS "studentId", s.school_name AS school, t.kind,
      to_char(t.done_on, 'YYYY-MM-DD') AS "doneOn", e.name AS employer
    FROM student_step t JOIN vocational_student s ON s.id = t.student_id
      LEFT JOIN employer e ON e.id = t.employer_id
    WHERE s.person_id = ${personId}::uuid AND s.removed_at IS NULL
      AND t.county_code = ANY (${counties})`;
  return rows.map((row) => ({
    ...{ key: `student:${row.id}`, at: beginningOf(row.doneOn), isDay: true },
    ...{ title: `职校学生跟踪：${STEPS[row.kind] ?? row.kind}`, to: `/students/${row.studentId}` },
    detail: said([row.school, row.employer]),
    tone: row.kind === "PLACEMENT" ? "success" : "info",
  }));
};
