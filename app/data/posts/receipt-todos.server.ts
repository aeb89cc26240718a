import type { Actor } from "~/domain/access/actor";
import { countiesFor } from "~/domain/access/policy";
import { wageSheetName } from "~/domain/posts/wage-receipt";
import type { Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";

interface Waiting {
  readonly rosterId: string;
  readonly month: string;
  readonly number: number;
  readonly countyCode: string;
  readonly pages: number;
}

const MOST_ROWS = 20;

/** Scanned pages of receipts that nobody has decided about. */
export async function receiptTodos(tx: Tx, actor: Actor, on: string) {
  const waiting = await pagesToDecide(tx, actor, on);
  return waiting.slice(0, MOST_ROWS).map(({ rosterId, countyCode, pages, ...sheet }) => ({
    what: `确认签收扫描件：${wageSheetName(sheet)}`,
    countyName: regionName(countyCode) ?? countyCode,
    detail: `${pages} 页的签收待确认`,
    to: `/rosters/${rosterId}/scans`,
  }));
}

/** How many `receiptTodos` would list without its limit. */
export async function countReceiptTodos(tx: Tx, actor: Actor, on: string): Promise<number> {
  return (await pagesToDecide(tx, actor, on)).length;
}

function pagesToDecide(tx: Tx, actor: Actor, on: string): Promise<Waiting[]> {
  const counties = countiesFor(actor, "proof.record", on);
  return tx.$queryRaw`
    SELECT r.id AS "rosterId", s.month::text AS month, s.number, s.county_code AS "countyCode",
      count(DISTINCT p.id)::int AS pages
    FROM scan_page p JOIN roster r ON r.id = p.roster_id AND r.state = 'accepted'
      JOIN wage_sheet s ON s.roster_id = r.id
      JOIN scan_cell k ON k.page_id = p.id AND k.decision IS NULL
      JOIN roster_line l ON l.id = k.line_id AND l.removed_at IS NULL
    WHERE p.county_code = ANY(${counties}) AND p.set_aside_at IS NULL
    GROUP BY r.id, s.id ORDER BY s.month`;
}
