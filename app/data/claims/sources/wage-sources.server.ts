import { IS_SIGNED } from "~/data/posts/receipt-sql.server";
import { SourceCount, type SourceChoice } from "~/domain/claims/claim-source";
import type { Tx } from "~/platform/prisma/client.server";

interface MonthRow {
  readonly month: string;
  readonly people: number;
  readonly claimed: number;
  readonly open: number;
}

/** The county's months of post wages, the latest first. */
export async function wageSources(tx: Tx, countyCode: string): Promise<SourceChoice[]> {
  const rows = await tx.$queryRaw<MonthRow[]>`
    SELECT l.month::text AS month, count(*)::int AS people, (count(*) FILTER (WHERE k.claimed))::int AS claimed,
      (count(*) FILTER (WHERE NOT k.claimed AND s.state = 'locked' AND l.payment_state = 'PAID'
        AND ${IS_SIGNED}))::int AS open
    FROM wage_line l JOIN wage_sheet s ON s.id = l.sheet_id AND s.removed_at IS NULL
      CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM claim_line x WHERE x.kind = 'POST' AND x.source_id = l.id
        AND x.removed_at IS NULL) AS claimed) k
    WHERE l.county_code = ${countyCode} AND l.removed_at IS NULL
    GROUP BY l.month ORDER BY l.month DESC`;
  return rows.map(({ month, people, claimed, open }) => {
    const count = new SourceCount();
    count.add("open", open);
    count.add("claimed", claimed);
    count.add("notYet", people - claimed - open);
    return {
      ...{ key: month, label: `${month.slice(0, 7)} 岗位工资`, note: "", people, open },
      ...{ hindered: count.hindered(), search: { from: month, to: month } },
    };
  });
}
