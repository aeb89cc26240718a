import { createHash } from "node:crypto";
import type { ConsentPurpose } from "~/domain/evidence/consent";
import {
  noticeAreas,
  noticeInForce,
  plainNotice,
  type NoticeSection,
  type NoticeText,
} from "~/domain/evidence/notice";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface NoticeRecord extends NoticeText {
  readonly id: string;
  readonly regionCode: string;
  /** `YYYY-MM-DD` */
  readonly inForceFrom: string;
  readonly issuedByName: string;
}

interface NoticeRow {
  readonly id: string;
  readonly regionCode: string;
  readonly purpose: string;
  readonly version: number;
  readonly title: string;
  readonly sections: unknown;
  readonly inForceFrom: Date;
  readonly issuedByName: string;
}

const COLUMNS = {
  ...{ id: true, regionCode: true, purpose: true, version: true, title: true },
  ...{ sections: true, inForceFrom: true, issuedByName: true },
} as const;

/** The notice that holds in the county on the day (`YYYY-MM-DD`); null when none has begun. */
export async function findNoticeInForce(
  tx: Tx,
  purpose: ConsentPurpose,
  countyCode: string,
  on: string,
): Promise<NoticeRecord | null> {
  const rows = await tx.consentNotice.findMany({
    where: { purpose, regionCode: { in: [...noticeAreas(countyCode)] } },
    select: COLUMNS,
  });
  return noticeInForce(rows.map(asNotice), purpose, countyCode, on);
}

export async function findNotice(tx: Tx, id: string): Promise<NoticeRecord | null> {
  const row = await tx.consentNotice.findUnique({ where: { id }, select: COLUMNS });
  return row === null ? null : asNotice(row);
}

/** All there are, for the list: by purpose, the nearest area and the latest version first. */
export async function listNoticeRecords(tx: Tx, areas: readonly string[]): Promise<NoticeRecord[]> {
  const rows = await tx.consentNotice.findMany({
    where: { regionCode: { in: [...areas] } },
    select: COLUMNS,
    orderBy: [{ purpose: "asc" }, { regionCode: "desc" }, { version: "desc" }],
  });
  return rows.map(asNotice);
}

export type NewNotice = Omit<NoticeRecord, "id" | "version"> & {
  readonly issuedBy: string;
  readonly issuedAt: Date;
};

/**
 * Saves the next version for the area: one more than any that people there may have read, so that a
 * number never names two texts in one place.
 */
export async function saveNextNotice(tx: Tx, one: NewNotice): Promise<NoticeRecord> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('consent_notice', 0))`;
  const { _max } = await tx.consentNotice.aggregate({
    where: { purpose: one.purpose, regionCode: { in: [...noticeAreas(one.regionCode)] } },
    _max: { version: true },
  });
  const record = { ...one, id: newId(), version: (_max.version ?? 0) + 1 };
  await tx.consentNotice.create({
    data: {
      ...record,
      sections: record.sections.map((section) => ({ ...section })),
      digest: new Uint8Array(noticeDigest(record)),
      inForceFrom: new Date(one.inForceFrom),
    },
  });
  return record;
}

/** SHA-256 of the text as it is read. */
export function noticeDigest(notice: Pick<NoticeText, "title" | "sections">): Buffer {
  return createHash("sha256").update(plainNotice(notice)).digest();
}

function asNotice(row: NoticeRow): NoticeRecord {
  return {
    ...row,
    purpose: row.purpose as ConsentPurpose,
    sections: row.sections as readonly NoticeSection[],
    inForceFrom: row.inForceFrom.toISOString().slice(0, 10),
  };
}
