import type { Actor } from "~/domain/access/actor";
import { countiesFor } from "~/domain/access/policy";
import { day } from "~/domain/shared/calendar-date";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { monthsMissed, settledMonths } from "./board-conditions.server";

interface Waiting {
  readonly importId: string;
  readonly county: string;
  readonly people: number;
  readonly months: number;
}

const MOST_ROWS = 20;

/** What the posts of an imported roster have no receipt for, by the board's own count; a line for each import. */
export async function importedReceiptTodos(tx: Tx, actor: Actor, on: string) {
  const rows = await missed(tx, actor, on);
  return rows.slice(0, MOST_ROWS).map(({ importId, county, people, months }) => ({
    what: `补齐名册导入岗位的签收：${people} 人 ${months} 个月`,
    countyName: regionName(county) ?? county,
    detail: "月份已过，名册没有注明签收，系统里也没有签收凭证",
    to: `/posts?state=unsigned&county=${county}&import=${importId}`,
  }));
}

/** How many `importedReceiptTodos` would list without its limit. */
export async function countImportedReceiptTodos(tx: Tx, actor: Actor, on: string): Promise<number> {
  return (await missed(tx, actor, on)).length;
}

async function missed(tx: Tx, actor: Actor, on: string): Promise<readonly Waiting[]> {
  const counties = countiesFor(actor, "post.write", on);
  if (counties.length === 0) return [];
  const missing = monthsMissed(day(on));
  return tx.$queryRaw`
    WITH ${settledMonths(day(on), Prisma.sql`a.import_id IS NOT NULL`)}
    SELECT p.import_id AS "importId", p.county_code AS county, count(*)::int AS people,
      sum(${missing})::int AS months
    FROM post_appointment p LEFT JOIN settled s ON s.id = p.id
    WHERE p.county_code = ANY (${counties}::text[]) AND p.import_id IS NOT NULL
      AND p.state = 'confirmed' AND p.removed_at IS NULL AND ${missing} > 0
    GROUP BY 1, 2 ORDER BY 2, 1`;
}
