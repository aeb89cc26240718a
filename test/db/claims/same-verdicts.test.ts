import { afterAll, beforeAll, expect, test } from "vitest";
import type { ClaimFacts } from "~/domain/claims/facts";
import { RULES } from "~/domain/rules/catalogue";
import { day } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { checkClaim } from "~/usecases/claims/check-claim.server";
import { anActor } from "#test/builders/actor";
import type { ClaimedBatch } from "#test/builders/claim-lines";
import { aClaimWorld } from "#test/builders/claim-world";
import { checkAlone } from "#test/bench/claim-line-alone";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const AT = new Date("2020-10-05T02:00:00Z");
const officer = anActor("caseOfficer", "532324", "李秀兰");
const everywhere = { userId: officer.userId, counties: ["532324", "530381"] };

let at: TestPlatform;
let batches: readonly ClaimedBatch[];

beforeAll(async () => {
  at = await openTestPlatform();
  batches = await aClaimWorld(at, { people: 2, times: 12 });
}, 60_000);
afterAll(() => at.close());

/** What was found and kept of every line, and what the line gives by itself. */
async function bothWays(batchId: string) {
  const { runId, byRule } = value(await checkClaim(officer, batchId, AT));
  const { rows } = await at.owner.query<{
    readonly lineId: string;
    readonly facts: ClaimFacts;
    readonly verdicts: readonly { readonly rule: string; readonly verdict: string }[];
  }>(
    `SELECT v.line_id AS "lineId", v.facts, v.verdicts FROM claim_verdict v
       JOIN claim_line l ON l.id = v.line_id WHERE v.run_id = $1 ORDER BY l.line_no`,
    [runId],
  );
  const alone = await inTransaction(everywhere, async (tx) => {
    const found = [];
    for (const { lineId } of rows) found.push(await checkAlone(tx, lineId, day("2020-10-05")));
    return found;
  });
  return { rows, alone, byRule };
}

/** Neighbours that begin on one day come in any order. */
const inOrder = (facts: ClaimFacts): ClaimFacts => ({
  ...facts,
  others: [...facts.others].sort(byText),
  engagements: [...facts.engagements].sort(byText),
});
const byText = (a: object, b: object) => textOf(a).localeCompare(textOf(b));
const textOf = (one: object) => JSON.stringify(Object.entries(one).sort());

test("thousands at once or one line by itself: the same facts and the same verdicts, of all five kinds", async () => {
  const met = { pass: new Set<string>(), fail: new Set<string>(), unknown: new Set<string>() };
  for (const { id, kind, lines } of batches) {
    const { rows, alone, byRule } = await bothWays(id);
    expect([kind, rows.length]).toEqual([kind, lines]);
    expect(lines).toBe(24);
    expect(rows.map(({ facts }) => inOrder(facts))).toEqual(
      alone.map(({ facts }) => inOrder(facts)),
    );
    const told = alone.map(({ judged }) =>
      judged
        .filter(({ verdict }) => verdict.kind !== "pass")
        .map(({ rule, verdict }) => [rule.id, verdict.kind, verdict.message]),
    );
    const kept = rows.map(({ verdicts }) =>
      verdicts.map((one) => [one.rule, one.verdict, "message" in one ? one.message : ""]),
    );
    expect(kept).toEqual(told);
    for (const { rule, ...counts } of byRule) {
      const own = alone.flatMap(({ judged }) => judged.filter((one) => one.rule.id === rule));
      for (const sort of ["pass", "fail", "unknown"] as const) {
        expect(own.filter(({ verdict }) => verdict.kind === sort)).toHaveLength(counts[sort]);
        if (counts[sort] > 0) met[sort].add(rule);
      }
    }
  }
  // The lines are not all alike: a good part of the rules was met on more than one side.
  const asked = new Set([...met.pass, ...met.fail, ...met.unknown]);
  expect(asked.size).toBe(
    RULES.filter(({ effective: { from } }) => (from ?? "") < "2020-05-01").length,
  );
  expect(met.fail.size).toBeGreaterThan(20);
  expect(met.unknown.size).toBeGreaterThan(8);
}, 60_000);
