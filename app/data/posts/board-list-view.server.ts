import type { Actor } from "~/domain/access/actor";
import { isOfToday, type BoardFilter } from "~/domain/posts/board";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { boardPosts } from "./board-conditions.server";
import { monthRecordsOf } from "./board-months.server";
import { findPaidAfterLeaving } from "./paid-after-leaving.server";
import { boardRow, type BoardRow, type StoredPost } from "./board-row-view.server";

/** One page of the board, county by county: the latest first day first, or the nearest end where it is about today. */
export function listBoard(
  actor: Actor,
  filter: BoardFilter,
  { cursor, size }: { readonly cursor: KeyCursor; readonly size: number },
  on: CalendarDate,
): Promise<KeyPage<BoardRow>> {
  const order = orderOf(filter, cursor);
  const posts = boardPosts(filter, on);
  return inTransaction(actor, async (tx) => {
    const fetched = await tx.$queryRaw<StoredPost[]>`
      ${posts.with} SELECT q.*, o.id_sealed AS "idSealed" FROM (
        SELECT p.id, p.name, p.county_code AS "countyCode", p.township, p.village, p.title,
          p.person_id, p.id_index AS "idIndex", p.state, p.starts_on::text AS "startsOn",
          p.ends_on::text AS "endsOn", p.left_on::text AS "leftOn",
          p.stated_receipts AS "statedReceipts", row_number() OVER () AS place
        FROM (SELECT p.* FROM post_appointment p
          WHERE ${posts.where}
            ${await beyond(tx, order, cursor)}
          ORDER BY p.county_code ${order.way}, ${order.column} ${order.way}, p.id ${order.way}
          LIMIT ${size + 1}) AS p) AS q
        LEFT JOIN person o ON o.id = q.person_id
      ORDER BY q.place`;
    const page = keyPage(fetched, size, cursor, (row) => row.id);
    const ids = page.rows.map(({ id }) => id);
    const months = await monthRecordsOf(tx, ids);
    const paidLate = new Set(
      (await findPaidAfterLeaving(tx, { appointmentIds: ids })).map((one) => one.appointmentId),
    );
    return {
      ...page,
      rows: page.rows.map((row) => boardRow(actor, row, months.get(row.id), on, paidLate)),
    };
  });
}

interface Order {
  readonly column: Prisma.Sql;
  readonly way: Prisma.Sql;
  readonly comparison: Prisma.Sql;
}

/** First days run downwards, last days upwards; going back turns the way. */
function orderOf({ state }: BoardFilter, { before }: KeyCursor): Order {
  const isUpwards = isOfToday(state) === (before === null);
  return {
    column: isOfToday(state) ? Prisma.sql`p.ends_on` : Prisma.sql`p.starts_on`,
    way: isUpwards ? Prisma.sql`ASC` : Prisma.sql`DESC`,
    comparison: isUpwards ? Prisma.sql`>` : Prisma.sql`<`,
  };
}

/** The edge is fetched first: only plain values let the index begin there. */
async function beyond(tx: Tx, order: Order, cursor: KeyCursor): Promise<Prisma.Sql> {
  const key = cursor.before ?? cursor.after;
  if (key === null) return Prisma.empty;
  const [edge] = await tx.$queryRaw<{ county: string; sorted: string }[]>`
    SELECT p.county_code AS county, (${order.column})::text AS sorted FROM post_appointment p
    WHERE p.id = ${key}::uuid`;
  if (edge === undefined) return Prisma.empty;
  return Prisma.sql`AND (p.county_code, ${order.column}, p.id) ${order.comparison}
    (${edge.county}, ${edge.sorted}::date, ${key}::uuid)`;
}
