import type { SealManifest } from "~/domain/rosters/seal";
import type { Tx } from "~/platform/prisma/client.server";

export function manifestSpotChecks(tx: Tx, classId: string): Promise<SealManifest["spotChecks"]> {
  return tx.$queryRaw`
    SELECT p.record_id AS "recordId", p.line_id AS "lineId", p.outcome, p.note
    FROM spot_check_person p JOIN supervision_record r ON r.id = p.record_id
    WHERE r.class_id = ${classId}::uuid AND r.voided_at IS NULL ORDER BY p.record_id, p.line_id`;
}

export function manifestSupervision(tx: Tx, classId: string): Promise<SealManifest["supervision"]> {
  return tx.$queryRaw`
    SELECT r.id, r.party, r.way, to_char(r.held_on, 'YYYY-MM-DD') AS "heldOn",
      r.session_id AS "sessionId", r.outside_reason AS "outsideReason",
      r.headcount_seen AS "headcountSeen", r.observations, r.problems, r.advice,
      r.signed_by AS "signedBy", r.signer_name AS "signerName", r.signer_office AS "signerOffice",
      to_char(r.signed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "signedAt",
      encode(i.sha256, 'hex') AS "inkSha256", encode(p.sha256, 'hex') AS "paperSha256"
    FROM supervision_record r LEFT JOIN stored_file i ON i.id = r.ink_file_id
      LEFT JOIN stored_file p ON p.id = r.paper_file_id
    WHERE r.class_id = ${classId}::uuid AND r.voided_at IS NULL ORDER BY r.id`;
}
