import type { Actor } from "~/domain/access/actor";
import { deadlineConflicts } from "~/domain/funds/deadline";
import { documentNumber, serialOf } from "~/domain/funds/document";
import { day } from "~/domain/shared/calendar-date";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { areaName } from "./document-view.server";

export interface DocumentFilter {
  /** Part of the number, the title or the issuer; empty for all. */
  readonly text: string;
  /** Of the year it was issued in; empty for all. */
  readonly year: string;
  readonly withVoid: boolean;
}

export interface DocumentRow {
  readonly id: string;
  readonly issuer: string;
  readonly number: string;
  readonly title: string;
  readonly issuedOn: string | null;
  readonly areaName: string;
  readonly isFounding: boolean;
  readonly isVoid: boolean;
  readonly isSuperseded: boolean;
  readonly clauses: number;
  readonly deadlines: number;
  readonly conflicts: number;
  readonly tables: number;
  /** Another standing document has the same year and serial number. */
  readonly sharesSerial: boolean;
}

type Found = Omit<DocumentRow, "areaName" | "conflicts" | "deadlines"> & {
  readonly regionCode: string;
  readonly dues: readonly {
    readonly clause: string;
    readonly matter: string;
    readonly on: string;
  }[];
};

/** Documents of all issuers, the latest first; those whose day is not known at the end. */
export function listDocuments(
  actor: Actor,
  filter: DocumentFilter,
  { cursor, size }: { readonly cursor: KeyCursor; readonly size: number },
): Promise<KeyPage<DocumentRow>> {
  const isBack = cursor.before !== null;
  const key = cursor.after ?? cursor.before;
  const way = isBack ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const than = isBack ? Prisma.sql`>` : Prisma.sql`<`;
  const shown = Prisma.sql`coalesce(d.issued_on, '0001-01-01')`;
  const beyond =
    key === null
      ? Prisma.empty
      : Prisma.sql`AND (${shown}, d.id) ${than} (SELECT coalesce(k.issued_on, '0001-01-01'), k.id
          FROM policy_document k WHERE k.id = ${key}::uuid)`;
  return inTransaction(actor, async (tx) => {
    const rows = await tx.$queryRaw<Found[]>`
      SELECT d.id, d.issuer, d.number, d.title, d.issued_on::text AS "issuedOn",
        d.region_code AS "regionCode", d.is_founding AS "isFounding",
        d.voided_at IS NOT NULL AS "isVoid",
        EXISTS (SELECT FROM policy_document n WHERE n.supersedes_id = d.id
          AND n.voided_at IS NULL) AS "isSuperseded",
        (SELECT count(*)::int FROM policy_clause c WHERE c.document_id = d.id) AS clauses,
        (SELECT count(*)::int FROM allocation_table t WHERE t.document_id = d.id
          AND t.voided_at IS NULL) AS tables,
        coalesce((SELECT json_agg(json_build_object('clause', l.clause, 'matter', l.matter,
          'on', l.due_on::text)) FROM policy_deadline l WHERE l.document_id = d.id), '[]') AS dues,
        EXISTS (SELECT FROM policy_document s WHERE s.id <> d.id AND s.voided_at IS NULL
          AND substring(s.number FROM '〔\\d{4}〕\\d+号$')
            = substring(d.number FROM '〔\\d{4}〕\\d+号$')) AS "sharesSerial"
      FROM policy_document d WHERE ${matching(filter)} ${beyond}
      ORDER BY ${shown} ${way}, d.id ${way} LIMIT ${size + 1}`;
    return keyPage(rows.map(rowOf), size, cursor, (row) => row.id);
  });
}

function rowOf({ regionCode, dues, ...row }: Found): DocumentRow {
  const deadlines = dues.map(({ clause, matter, on }) => {
    return { clause, matter, summary: "", dueOn: day(on) };
  });
  const issuedOn = row.issuedOn === null ? null : day(row.issuedOn);
  return {
    ...row,
    areaName: areaName(regionCode),
    deadlines: deadlines.length,
    conflicts: deadlineConflicts(issuedOn, deadlines).length,
    sharesSerial: row.sharesSerial && serialOf(row.number) !== null,
  };
}

function matching({ text, year, withVoid }: DocumentFilter): Prisma.Sql {
  const conditions = [withVoid ? Prisma.sql`TRUE` : Prisma.sql`d.voided_at IS NULL`];
  if (text !== "") {
    const [any, number] = [`%${escaped(text)}%`, `%${escaped(documentNumber(text))}%`];
    conditions.push(
      Prisma.sql`(d.number LIKE ${number} OR d.title LIKE ${any} OR d.issuer LIKE ${any})`,
    );
  }
  if (/^\d{4}$/.test(year)) {
    conditions.push(Prisma.sql`(date_part('year', d.issued_on) = ${Number(year)}
      OR (d.issued_on IS NULL AND d.number LIKE ${`%〔${year}〕%`}))`);
  }
  return Prisma.join(conditions, " AND ");
}

const escaped = (text: string) => text.replace(/[\\%_]/g, "\\$&");
