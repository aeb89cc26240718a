import type { Actor } from "~/domain/access/actor";
import type { LedgerFilter } from "~/domain/placements/ledger-filter";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { ledgerRow, type LedgerRow, type StoredRow } from "./ledger-row-view.server";
import { ledgerConditions, searched } from "./ledger-conditions.server";

/** One page of the ledger: county by county, the latest first day first; searched, in the order of the names. */
export async function listPlacements(
  actor: Actor,
  filter: LedgerFilter,
  cursor: KeyCursor,
  size: number,
  on: CalendarDate,
): Promise<KeyPage<LedgerRow>> {
  const order = orderOf(filter, cursor);
  const fetched = await inTransaction(
    actor,
    async (tx) => tx.$queryRaw<StoredRow[]>`
      SELECT l.*, o.id_sealed AS "idSealed" FROM (
        SELECT p.id, p.name, p.county_code AS "countyCode", p.township, p.person_id,
          p.employer_name AS "employerName", p.workplace_code AS "workplaceCode", p.destination,
          p.form, p.worker_group AS "workerGroup", p.started_on::text AS "startedOn", p.ended_on::text AS "endedOn",
          p.removed_at IS NOT NULL AS "isRemoved", p.verified_on::text AS "verifiedOn",
          p.verified_category AS "verifiedCategory", p.evidence_count AS "evidenceCount",
          p.id_index AS "idIndex", ${FOUND_LOST} AS "isLost",
          row_number() OVER () AS place
        FROM (SELECT p.* FROM placement p
          WHERE ${ledgerConditions(filter, on)} ${await beyond(tx, order, cursor)}
          ORDER BY p.county_code ${order.way}, ${order.column} ${order.way}, p.id ${order.way}
          LIMIT ${size + 1}) AS p) AS l
        LEFT JOIN person o ON o.id = l.person_id
      ORDER BY l.place`,
  );
  const rows = fetched.map((row) => ledgerRow(actor, row, on));
  return keyPage(rows, size, cursor, (row) => row.id);
}

/** As on the line's own page (domain/placements lostSince); asked of a page's lines alone. */
const FOUND_LOST = Prisma.sql`p.ended_on IS NULL AND coalesce((SELECT f.outcome FROM follow_up f
  WHERE f.placement_id = p.id AND f.voided_at IS NULL AND f.outcome NOT IN ('NO_ANSWER', 'REFUSED')
  ORDER BY f.contacted_on DESC, f.recorded_at DESC, f.id DESC LIMIT 1) = 'LOST', false)`;

interface Order {
  readonly column: Prisma.Sql;
  readonly isDay: boolean;
  readonly way: Prisma.Sql;
  readonly comparison: Prisma.Sql;
}

/** Going back turns the way; names run upwards, days downwards. */
function orderOf({ text }: LedgerFilter, { before }: KeyCursor): Order {
  const isUpwards = (text !== "") === (before === null);
  return {
    isDay: text === "",
    column: text === "" ? Prisma.sql`p.started_on` : searched(text).column,
    way: isUpwards ? Prisma.sql`ASC` : Prisma.sql`DESC`,
    comparison: isUpwards ? Prisma.sql`>` : Prisma.sql`<`,
  };
}

/** The edge is fetched first: only plain values let the index begin there. */
async function beyond(tx: Tx, order: Order, cursor: KeyCursor): Promise<Prisma.Sql> {
  const key = cursor.before ?? cursor.after;
  if (key === null) return Prisma.empty;
  const rows = await tx.$queryRaw<{ county: string; sorted: string }[]>`
    SELECT p.county_code AS county, (${order.column})::text AS sorted FROM placement p
    WHERE p.id = ${key}::uuid`;
  const at = rows[0];
  if (at === undefined) return Prisma.empty;
  const edge = order.isDay ? Prisma.sql`${at.sorted}::date` : Prisma.sql`${at.sorted}`;
  return Prisma.sql`AND (p.county_code, ${order.column}, p.id) ${order.comparison}
    (${at.county}, ${edge}, ${key}::uuid)`;
}
