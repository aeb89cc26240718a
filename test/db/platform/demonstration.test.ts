import { expect, test } from "vitest";
import { openTestPlatform } from "#test/support/test-platform";
import { anActor } from "#test/builders/actor";
import { examine, missingOf } from "~/domain/evidence/completeness";
import { gateWarnings } from "~/domain/evidence/gate-warnings";
import { gatherDoubts } from "~/data/evidence/gate-doubts.server";
import { gatherGateFacts } from "~/data/evidence/gate-facts.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { seedDemonstration } from "../../../prisma/seed";

const isPrint = (message: string) => message.includes("手印");

test("the demonstration leaves a class that lacks only fingerprints and two signatures, and is loaded once", async () => {
  const platform = await openTestPlatform();
  try {
    const now = new Date("2026-11-21T02:00:00Z");
    await seedDemonstration(platform.ownerUrl, now);
    expect(await seedDemonstration(platform.ownerUrl, now)).toHaveLength(16);
    const report = await inTransaction(anActor("reviewer", "532323"), async (tx) => {
      const { id, classId } = await tx.roster.findFirstOrThrow({ where: { kind: "TRAINING" } });
      const warnings = gateWarnings(await gatherDoubts(tx, classId ?? "", "2026-11-21"));
      return { ...examine(await gatherGateFacts(tx, id)), warnings };
    });
    const missing = missingOf(report).map(({ message }) => message);
    const [prints, others] = [missing.filter(isPrint), missing.filter((one) => !isPrint(one))];
    expect(prints).toHaveLength(45);
    expect(others).toEqual(["没有签字", "没有签字"]);
    expect(report.warnings).toEqual([]);
    const { rows } = await platform.owner.query(
      `SELECT county_code AS county, count(*)::int AS lines,
         count(*) FILTER (WHERE evidence_count > 0)::int AS evidenced
       FROM placement WHERE county_code IN ('532323', '532324', '532329') GROUP BY 1 ORDER BY 1`,
    );
    expect(rows).toEqual([
      { county: "532323", lines: 26, evidenced: 18 },
      { county: "532324", lines: 60, evidenced: 45 },
      { county: "532329", lines: 108, evidenced: 0 },
    ]);
    const groups = await platform.owner.query(
      `SELECT worker_group AS "group", count(*)::int AS lines FROM placement GROUP BY 1 ORDER BY 2`,
    );
    expect(groups.rows).toEqual([
      { group: "LEADER", lines: 1 },
      { group: "RETURNED_GRADUATE", lines: 2 },
      { group: "GENERAL", lines: 328 },
    ]);
    const claims = await platform.owner.query(
      `SELECT b.state, b.line_count AS lines, count(c.id)::int AS clawbacks FROM claim_batch b
         JOIN claim_line l ON l.batch_id = b.id LEFT JOIN clawback c ON c.line_id = l.id
       GROUP BY b.id ORDER BY b.state`,
    );
    expect(claims.rows).toEqual([
      { state: "draft", lines: 40, clawbacks: 0 },
      { state: "paid", lines: 6, clawbacks: 2 },
      { state: "reviewed", lines: 2, clawbacks: 0 },
    ]);
    const money = await platform.owner.query(
      `SELECT year, count(*)::int AS pots, sum(committed_fen)::int AS committed FROM fund_pot
       GROUP BY 1 ORDER BY 1`,
    );
    expect(money.rows).toEqual([
      { year: 2020, pots: 3, committed: 142_860_000 },
      { year: 2021, pots: 1, committed: 0 },
      { year: 2026, pots: 2, committed: 345_000 },
    ]);
    const packs = await platform.owner.query("SELECT state FROM rule_pack ORDER BY 1");
    expect(packs.rows.map(({ state }) => state)).toEqual(["imported", "signedOff"]);
  } finally {
    await platform.close();
  }
}, 120_000);
