import type { ResultForm } from "~/domain/training/completion";
import type { Tx } from "~/platform/prisma/client.server";

export interface StoredResult {
  readonly lineId: string;
  readonly result: string;
  readonly certificateKind: string;
  readonly certificateNo: string;
  /** Day, or null. */
  readonly issuedOn: string | null;
  readonly version: number;
}

/** The results that have been entered, by line. */
export async function findResults(
  tx: Tx,
  rosterId: string,
): Promise<ReadonlyMap<string, StoredResult>> {
  const rows = await tx.completionResult.findMany({ where: { rosterId } });
  return new Map(
    rows.map((row) => [
      row.lineId,
      {
        ...{ lineId: row.lineId, result: row.result, version: row.version },
        ...{ certificateKind: row.certificateKind, certificateNo: row.certificateNo },
        issuedOn: row.issuedOn?.toISOString().slice(0, 10) ?? null,
      },
    ]),
  );
}

interface Origin {
  readonly rosterId: string;
  readonly countyCode: string;
  readonly by: string;
  readonly at: Date;
}

/** Writes what was found to be new or changed; the caller holds the class and has compared versions. */
export async function saveResults(
  tx: Tx,
  { rosterId, countyCode, by, at }: Origin,
  rows: readonly ResultForm[],
): Promise<void> {
  for (const { lineId, version, issuedOn, ...row } of rows) {
    const written = {
      ...row,
      issuedOn: issuedOn === null ? null : new Date(issuedOn),
      recordedBy: by,
      recordedAt: at,
    };
    await tx.completionResult.upsert({
      where: { lineId },
      create: { ...written, lineId, rosterId, countyCode },
      update: { ...written, version: version + 1 },
    });
  }
}

export interface CertificateElsewhere {
  readonly lineId: string;
  readonly classLabel: string;
  readonly lineNo: number;
}

/** The same certificate (kind and number) on another roster of the reader's counties. */
export function findCertificatesElsewhere(
  tx: Tx,
  rosterId: string,
): Promise<CertificateElsewhere[]> {
  return tx.$queryRaw`
    SELECT own.line_id AS "lineId", c.name || '（' || c.term || '）' AS "classLabel",
      l.line_no AS "lineNo"
    FROM completion_result own
      JOIN completion_result o ON o.certificate_no = own.certificate_no
        AND o.certificate_kind = own.certificate_kind AND o.roster_id <> own.roster_id
      JOIN roster_line l ON l.id = o.line_id AND l.removed_at IS NULL
      JOIN roster r ON r.id = o.roster_id JOIN training_class c ON c.id = r.class_id
    WHERE own.roster_id = ${rosterId}::uuid AND own.certificate_no <> ''
    ORDER BY own.line_id, c.id`;
}
