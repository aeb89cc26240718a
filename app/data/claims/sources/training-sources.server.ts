import type { SourceChoice } from "~/domain/claims/claim-source";
import type { Tx } from "~/platform/prisma/client.server";

const MOST = 200;

interface ClassRow {
  readonly id: string;
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly isSealed: boolean;
  readonly people: number;
  readonly claimed: number;
  readonly absent: number;
}

/** The county's classes with people on their rosters, the latest first. */
export async function trainingSources(tx: Tx, countyCode: string): Promise<SourceChoice[]> {
  const rows = await tx.$queryRaw<ClassRow[]>`
    SELECT c.id, c.name || '（' || c.term || '）' AS label, c.starts_on::text AS "startsOn",
      c.ends_on::text AS "endsOn", r.state = 'sealed' AS "isSealed", count(*)::int AS people,
      (count(*) FILTER (WHERE k.claimed))::int AS claimed,
      (count(*) FILTER (WHERE NOT k.claimed AND NOT k.attended))::int AS absent
    FROM training_class c JOIN roster r ON r.class_id = c.id
      JOIN roster_line l ON l.roster_id = r.id AND l.removed_at IS NULL
      CROSS JOIN LATERAL (SELECT
        EXISTS (SELECT FROM claim_line x WHERE x.kind = 'TRAINING' AND x.source_id = l.id
          AND x.removed_at IS NULL) AS claimed,
        c.cost_unit = 'personMonth' OR EXISTS (SELECT FROM attendance a JOIN class_session s ON s.id = a.session_id
          WHERE a.line_id = l.id AND s.cancelled_at IS NULL
            AND a.state IN ('PRESENT', 'LATE', 'LEFT_EARLY')) AS attended) k
    WHERE c.county_code = ${countyCode}
    GROUP BY c.id, r.state ORDER BY c.starts_on DESC, c.id LIMIT ${MOST}`;
  return rows.map(({ id, label, startsOn, endsOn, isSealed, people, claimed, absent }) => {
    const reasons = isSealed
      ? [
          { reason: "已列入其他申领", count: claimed },
          { reason: "没有到课记录", count: absent },
        ]
      : [{ reason: "花名册未封存", count: people }];
    return {
      ...{ key: id, label, note: `${startsOn} 至 ${endsOn}`, people },
      open: isSealed ? people - claimed - absent : 0,
      hindered: reasons.filter(({ count }) => count > 0),
      search: { classId: id },
    };
  });
}
