import type { BoardFilter } from "~/domain/posts/board";
import type { PostLine } from "~/domain/rosters/post-sheet";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { maskedNumbers, openNumbers, type Numbers } from "~/data/rosters/masked-line.server";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { boardPosts } from "./board-conditions.server";
import { IS_SIGNED } from "./receipt-sql.server";

/** An appointment whose numbers are still sealed; null for a person kept by another county. */
export interface SealedPostLine extends PostLine {
  readonly countyCode: string;
  readonly idIndex: Uint8Array;
  readonly idSealed: Uint8Array | null;
  readonly phoneSealed: Uint8Array | null;
}

function asked(filter: BoardFilter, on: CalendarDate): { with: Prisma.Sql; from: Prisma.Sql } {
  const posts = boardPosts(filter, on);
  return {
    with: posts.with,
    from: Prisma.sql`FROM post_appointment p LEFT JOIN person o ON o.id = p.person_id
      WHERE ${posts.where}`,
  };
}

/** The posts of the filter in the order of the counties, first days and entries; at most `most`. */
export function readPostLines(
  tx: Tx,
  filter: BoardFilter,
  on: CalendarDate,
  most: number,
): Promise<readonly SealedPostLine[]> {
  const sql = asked(filter, on);
  return tx.$queryRaw<SealedPostLine[]>`
    ${sql.with} SELECT p.county_code AS "countyCode", p.township, p.village,
      coalesce(o.name, p.name) AS name, p.title, p.employer, p.starts_on::text AS "startsOn",
      p.ends_on::text AS "endsOn", p.left_on::text AS "leftOn",
      p.monthly_rate_fen AS "monthlyRateFen", p.fund_source AS "fundSource",
      ARRAY(SELECT m FROM unnest(p.stated_receipts) m UNION
        SELECT to_char(l.month, 'YYYY-MM') FROM wage_line l
        WHERE l.appointment_id = p.id AND l.removed_at IS NULL AND ${IS_SIGNED}
        ORDER BY 1) AS receipts,
      p.short_reason AS "shortReason", p.note, p.id_index AS "idIndex",
      o.id_sealed AS "idSealed", o.phone_sealed AS "phoneSealed"
    ${sql.from} ORDER BY p.county_code, p.starts_on, p.sheet_row, p.id LIMIT ${most}`;
}

export async function countPostLines(
  tx: Tx,
  filter: BoardFilter,
  on: CalendarDate,
): Promise<number> {
  const sql = asked(filter, on);
  const counted = await tx.$queryRaw<{ lines: number }[]>`
    ${sql.with} SELECT count(*)::int AS lines ${sql.from}`;
  return counted[0]?.lines ?? 0;
}

export function postNumbers(line: SealedPostLine, numbers: "masked" | "full"): Numbers {
  const { idIndex, idSealed, phoneSealed } = line;
  if (idSealed === null) return { idCardNumber: "", phone: "" };
  const sealed = { idIndex, idSealed, phoneSealed };
  return numbers === "full" ? openNumbers(sealed) : maskedNumbers(sealed);
}
