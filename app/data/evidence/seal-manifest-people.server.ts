import { createHash } from "node:crypto";
import { openNumbers, type SealedNumbers } from "~/data/rosters/masked-line.server";
import type { SealManifest } from "~/domain/rosters/seal";
import { saltedText } from "~/domain/rosters/seal-text";
import type { SealedLineFacts } from "~/domain/rosters/sealed-line";
import type { Tx } from "~/platform/prisma/client.server";

type StoredLine = Omit<SealedLineFacts, "idNumber" | "phone"> & SealedNumbers;

/** The lines, with the salted hashes of their numbers: sealing keys and indexes may change, these stay. */
export async function manifestLines(
  tx: Tx,
  rosterId: string,
  salt: string,
): Promise<SealManifest["lines"]> {
  const rows = await tx.$queryRaw<StoredLine[]>`
    SELECT id, line_no AS "lineNo", content_version AS version, name, sex, ethnicity, address,
      declared_status AS "declaredStatus", trade, note,
      to_char(verified_on, 'YYYY-MM-DD') AS "importVerifiedOn",
      verified_category AS "importCategory", id_index AS "idIndex",
      id_sealed AS "idSealed", phone_sealed AS "phoneSealed"
    FROM roster_line WHERE roster_id = ${rosterId}::uuid AND removed_at IS NULL
    ORDER BY line_no, id`;
  const salted = (kind: "idNumber" | "phone", value: string) =>
    createHash("sha256")
      .update(saltedText(salt, kind, value))
      .digest("hex");
  return rows.map(({ idIndex, idSealed, phoneSealed, ...line }) => {
    const { idCardNumber, phone } = openNumbers({ idIndex, idSealed, phoneSealed });
    const numbers = {
      idNumber: salted("idNumber", idCardNumber),
      phone: phone === "" ? null : salted("phone", phone),
    };
    return { ...line, ...numbers };
  });
}

export function manifestVerifications(
  tx: Tx,
  rosterId: string,
): Promise<SealManifest["verifications"]> {
  return tx.$queryRaw`
    SELECT v.id, v.line_id AS "lineId", v.event, to_char(v.event_on, 'YYYY-MM-DD') AS "eventOn",
      v.source, v.category, to_char(v.verified_on, 'YYYY-MM-DD') AS "verifiedOn",
      to_char(v.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "recordedAt"
    FROM verification v JOIN roster_line l ON l.id = v.line_id
    WHERE v.roster_id = ${rosterId}::uuid AND l.removed_at IS NULL
    ORDER BY l.line_no, v.event, v.recorded_at, v.id`;
}

export function manifestBatches(tx: Tx, rosterId: string): Promise<SealManifest["batches"]> {
  return tx.$queryRaw`
    SELECT b.id, b.event, to_char(b.verified_on, 'YYYY-MM-DD') AS "verifiedOn",
      b.platform_operator AS "platformOperator", encode(x.sha256, 'hex') AS "listSha256",
      encode(y.sha256, 'hex') AS "resultSha256"
    FROM verification_batch b LEFT JOIN stored_file x ON x.id = b.export_file_id
      LEFT JOIN stored_file y ON y.id = b.result_file_id
    WHERE b.roster_id = ${rosterId}::uuid ORDER BY b.id`;
}

export function manifestProofs(tx: Tx, rosterId: string): Promise<SealManifest["proofs"]> {
  return tx.$queryRaw`
    SELECT a.id, a.line_id AS "lineId", a.line_version AS "lineVersion", a.element, a.method,
      to_char(a.given_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "givenAt",
      a.proxy_name AS "proxyName", a.proxy_relation AS "proxyRelation",
      a.proxy_reason AS "proxyReason", a.witness, a.notice_id AS "noticeId",
      encode(a.document_digest, 'hex') AS "documentDigest", a.scan_page_id AS "scanPageId",
      coalesce(encode(f.sha256, 'hex'), '') AS sha256
    FROM acknowledgement a JOIN roster_line l ON l.id = a.line_id
      LEFT JOIN stored_file f ON f.id = a.file_id
    WHERE a.roster_id = ${rosterId}::uuid AND a.voided_at IS NULL AND l.removed_at IS NULL
    ORDER BY l.line_no, a.element, a.method, a.id`;
}

export function manifestPages(tx: Tx, rosterId: string): Promise<SealManifest["pages"]> {
  return tx.$queryRaw`
    SELECT p.id, p.page_no AS "pageNo", encode(f.sha256, 'hex') AS sha256,
      encode(o.sha256, 'hex') AS "scanSha256"
    FROM scan_page p LEFT JOIN stored_file f ON f.id = p.straight_file_id
      LEFT JOIN stored_file o ON o.id = p.file_id
    WHERE p.id IN (SELECT a.scan_page_id FROM acknowledgement a
      WHERE a.roster_id = ${rosterId}::uuid AND a.voided_at IS NULL)
    ORDER BY p.id`;
}

export function manifestResults(tx: Tx, rosterId: string): Promise<SealManifest["results"]> {
  return tx.$queryRaw`
    SELECT c.line_id AS "lineId", c.result, c.certificate_kind AS "certificateKind",
      c.certificate_no AS "certificateNo", to_char(c.issued_on, 'YYYY-MM-DD') AS "issuedOn", c.note
    FROM completion_result c JOIN roster_line l ON l.id = c.line_id
    WHERE c.roster_id = ${rosterId}::uuid AND l.removed_at IS NULL
    ORDER BY l.line_no, c.line_id`;
}

export function manifestNotices(tx: Tx, rosterId: string): Promise<SealManifest["notices"]> {
  return tx.$queryRaw`
    SELECT n.id, n.purpose, n.version, encode(n.digest, 'hex') AS digest
    FROM consent_notice n
    WHERE n.id IN (SELECT a.notice_id FROM acknowledgement a
      WHERE a.roster_id = ${rosterId}::uuid AND a.voided_at IS NULL)
    ORDER BY n.id`;
}
