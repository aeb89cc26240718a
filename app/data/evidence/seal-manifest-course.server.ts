import type { SealManifest } from "~/domain/rosters/seal";
import type { Tx } from "~/platform/prisma/client.server";

export async function manifestRoster(tx: Tx, rosterId: string): Promise<SealManifest["roster"]> {
  const rows = await tx.$queryRaw<SealManifest["roster"][]>`
    SELECT id, class_id AS "classId", county_code AS "countyCode", submitted_by AS "submittedBy",
      to_char(submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "submittedAt",
      reviewed_by AS "reviewedBy",
      to_char(reviewed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "reviewedAt"
    FROM roster WHERE id = ${rosterId}::uuid`;
  return only(rows);
}

export async function manifestFiling(tx: Tx, classId: string): Promise<SealManifest["filing"]> {
  const rows = await tx.$queryRaw<SealManifest["filing"][]>`
    SELECT name, term, trade, place, plan_id AS "planId", provider_id AS "providerId",
      provider_name AS "providerName", to_char(starts_on, 'YYYY-MM-DD') AS "startsOn",
      to_char(ends_on, 'YYYY-MM-DD') AS "endsOn", commissioning, audience,
      employer_name AS "employerName", employer_credit_code AS "employerCreditCode",
      employer_order AS "employerOrder", planned_headcount AS "plannedHeadcount",
      cost_unit AS "costUnit", cost_quantity::text AS "costQuantity",
      unit_cost_fen::text AS "unitCostFen", budget_fen::text AS "budgetFen",
      fund_source AS "fundSource", implementer_region AS "implementerRegion",
      implementer_reason AS "implementerReason", responsible_officer AS "responsibleOfficer",
      filing_state AS "filingState", filed_by AS "filedBy",
      to_char(filed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "filedAt",
      filing_reviewed_by AS "filingReviewedBy",
      to_char(filing_reviewed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        AS "filingReviewedAt",
      to_char(completed_on, 'YYYY-MM-DD') AS "completedOn", completed_by AS "completedBy",
      to_char(completed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "completedAt"
    FROM training_class WHERE id = ${classId}::uuid`;
  return only(rows);
}

export function manifestDocuments(tx: Tx, classId: string): Promise<SealManifest["documents"]> {
  return tx.$queryRaw`
    SELECT d.id, d.kind, d.title, coalesce(encode(f.sha256, 'hex'), '') AS sha256
    FROM class_document d LEFT JOIN stored_file f ON f.id = d.file_id
    WHERE d.class_id = ${classId}::uuid ORDER BY d.id`;
}

export function manifestSessions(tx: Tx, classId: string): Promise<SealManifest["sessions"]> {
  return tx.$queryRaw`
    SELECT id, to_char(held_on, 'YYYY-MM-DD') AS "heldOn", starts_at AS "startsAt",
      ends_at AS "endsAt", class_hours::text AS "classHours", place, teacher, topic,
      cancelled_at IS NOT NULL AS "isCancelled"
    FROM class_session WHERE class_id = ${classId}::uuid ORDER BY held_on, starts_at, id`;
}

export function manifestAttendance(tx: Tx, classId: string): Promise<SealManifest["attendance"]> {
  return tx.$queryRaw`
    SELECT a.session_id AS "sessionId", a.line_id AS "lineId", a.state
    FROM attendance a JOIN class_session s ON s.id = a.session_id
      JOIN roster_line l ON l.id = a.line_id
    WHERE s.class_id = ${classId}::uuid AND l.removed_at IS NULL
    ORDER BY s.held_on, s.starts_at, s.id, l.line_no, l.id`;
}

export function manifestCorrections(tx: Tx, classId: string): Promise<SealManifest["corrections"]> {
  return tx.$queryRaw`
    SELECT c.id, c.session_id AS "sessionId", c.line_id AS "lineId", c.from_state AS "fromState",
      c.to_state AS "toState", c.reason, c.corrected_by AS "correctedBy",
      to_char(c.corrected_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "correctedAt"
    FROM attendance_correction c JOIN class_session s ON s.id = c.session_id
    WHERE s.class_id = ${classId}::uuid ORDER BY c.id`;
}

export function manifestMedia(tx: Tx, classId: string): Promise<SealManifest["media"]> {
  return tx.$queryRaw`
    SELECT m.id, m.session_id AS "sessionId", m.kind,
      to_char(m.captured_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "capturedAt",
      coalesce(encode(f.sha256, 'hex'), '') AS sha256
    FROM media_item m LEFT JOIN stored_file f ON f.id = m.file_id
    WHERE m.class_id = ${classId}::uuid AND m.set_aside_at IS NULL ORDER BY m.id`;
}

function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error("the row is gone");
  return row;
}
