import type { Actor } from "~/domain/access/actor";
import type { ClaimKind, ClaimState } from "~/domain/claims/claim";
import { claimName } from "~/domain/claims/claim-name";
import { readsWholeClaim } from "~/domain/claims/reader";
import { fen, type Fen } from "~/domain/shared/fen";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface ClaimFilter {
  /** Empty for all. */
  readonly county: string;
  readonly kind: ClaimKind | null;
  readonly year: number | null;
  readonly potId: string | null;
  readonly state: ClaimState | "removed" | "standing";
}

/** Of lines as they were last checked: 不能报送, 要说明, and of both those with something that cannot be told. */
export interface ClaimFigures {
  readonly blockedLines: number;
  readonly warnedLines: number;
  readonly unknownLines: number;
}

export interface ClaimRow {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly countyName: string;
  readonly state: ClaimState;
  readonly isRemoved: boolean;
  readonly potName: string;
  readonly lineCount: number;
  readonly totalFen: Fen;
  /** Of the latest check; null before one. */
  readonly check: ClaimFigures | null;
}

export interface ClaimList extends KeyPage<ClaimRow> {
  /** Of all that match. */
  readonly total: number;
  readonly lines: number;
  readonly totalFen: Fen;
}

/** The claims of the actor's counties, the latest first, and what those that match come to. */
export function listClaims(
  actor: Actor,
  filter: ClaimFilter,
  { cursor, size }: { readonly cursor: KeyCursor; readonly size: number },
  on: string,
): Promise<ClaimList> {
  const where = Prisma.sql`${conditionsOf(filter)} AND ${seenBy(actor, on)}`;
  const isBack = cursor.before !== null;
  const key = cursor.before ?? cursor.after;
  const place = Prisma.sql`b.id ${isBack ? Prisma.sql`>` : Prisma.sql`<`} ${key}::uuid`;
  return inTransaction(actor, async (tx) => {
    const sums = await tx.$queryRaw<{ total: number; lines: number; totalFen: bigint }[]>`
      SELECT count(*)::int AS total, coalesce(sum(b.line_count), 0)::int AS lines,
        coalesce(sum(b.total_fen), 0)::bigint AS "totalFen" FROM claim_batch b WHERE ${where}`;
    const rows = await tx.$queryRaw<Stored[]>`
      SELECT b.id, b.kind, b.year::int, b.number, b.title, b.county_code AS "countyCode", b.state,
        b.removed_at IS NOT NULL AS "isRemoved", p.name AS "potName", b.line_count AS "lineCount",
        b.total_fen AS "totalFen", h.*
      FROM claim_batch b JOIN fund_pot p ON p.id = b.pot_id
        CROSS JOIN LATERAL (SELECT (count(*) FILTER (WHERE l.block_count > 0))::int AS "blockedLines",
          (count(*) FILTER (WHERE l.block_count = 0 AND l.fail_count + l.unknown_count > 0))::int AS "warnedLines",
          (count(*) FILTER (WHERE l.unknown_count > 0))::int AS "unknownLines",
          count(l.fail_count) > 0 AS "isChecked"
          FROM claim_line l WHERE l.batch_id = b.id AND l.removed_at IS NULL) h
      WHERE ${where} ${key === null ? Prisma.empty : Prisma.sql`AND ${place}`}
      ORDER BY b.id ${isBack ? Prisma.sql`ASC` : Prisma.sql`DESC`} LIMIT ${size + 1}`;
    const sum = sums[0] ?? { total: 0, lines: 0, totalFen: 0n };
    return {
      ...keyPage(rows.map(rowOf), size, cursor, ({ id }) => id),
      ...{ total: sum.total, lines: sum.lines, totalFen: fen(Number(sum.totalFen)) },
    };
  });
}

/** Who does not read a county's claims whole sees those that stand approved. */
function seenBy(actor: Actor, on: string): Prisma.Sql {
  const whole = actor.counties.filter((code) => readsWholeClaim(actor, code, on));
  return Prisma.sql`(b.county_code = ANY (${whole}::text[])
    OR (b.state IN ('approved', 'paid') AND b.removed_at IS NULL))`;
}

interface Stored extends ClaimFigures {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly year: number;
  readonly number: number;
  readonly title: string;
  readonly countyCode: string;
  readonly state: ClaimState;
  readonly isRemoved: boolean;
  readonly potName: string;
  readonly lineCount: number;
  readonly totalFen: bigint;
  readonly isChecked: boolean;
}

function rowOf(row: Stored): ClaimRow {
  const { id, title, countyCode, state, isRemoved, potName, lineCount } = row;
  const { blockedLines, warnedLines, unknownLines, isChecked } = row;
  return {
    ...{ id, title, state, isRemoved, potName, lineCount, label: claimName(row) },
    countyName: regionName(countyCode) ?? countyCode,
    totalFen: fen(Number(row.totalFen)),
    check: isChecked ? { blockedLines, warnedLines, unknownLines } : null,
  };
}

function conditionsOf({ county, kind, year, potId, state }: ClaimFilter): Prisma.Sql {
  const conditions = [
    state === "removed" ? Prisma.sql`b.removed_at IS NOT NULL` : Prisma.sql`b.removed_at IS NULL`,
    ...(state === "removed" || state === "standing" ? [] : [Prisma.sql`b.state = ${state}`]),
    ...(county === "" ? [] : [Prisma.sql`b.county_code = ${county}`]),
    ...(kind === null ? [] : [Prisma.sql`b.kind = ${kind}`]),
    ...(year === null ? [] : [Prisma.sql`b.year = ${year}`]),
    ...(potId === null ? [] : [Prisma.sql`b.pot_id = ${potId}::uuid`]),
  ];
  return Prisma.join(conditions, " AND ");
}
