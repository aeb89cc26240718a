import { afterAll, beforeAll, expect, test } from "vitest";
import { buildEmployer } from "#test/builders/placement";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { listClawbacks } from "~/data/claims/clawback-list-view.server";
import { viewClawback } from "~/data/claims/clawback-view.server";
import type { Actor } from "~/domain/access/actor";
import { anActor } from "#test/builders/actor";
import { aPot, officer, TODAY } from "./claim-support";
import { approved, aWorker, claimLines, drawn, nextDay, openYear, received } from "./flow-support";

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

test("the database itself lets nobody ask more back than was paid, nor change what is settled", async () => {
  const of = { snapshot: await openYear(at), employerId: await buildEmployer(at.owner) };
  const potId = await aPot(at);
  await received(at, potId, 10_000_000);
  const startedOn = nextDay();
  await aWorker(at, of, startedOn);
  const batchId = await approved(await drawn(potId, startedOn));
  const [line] = await claimLines(at, batchId);
  const insert = (amount: number, state = "proposed") =>
    at.owner.query(
      `INSERT INTO clawback (id, county_code, line_id, amount_fen, source, reason, state, proposed_by_name,
         proposed_at, decided_at) VALUES (gen_random_uuid(), '532324', $1, $2, 'OFFICER', '某', $3, '某', now(),
         CASE WHEN $3 = 'proposed' THEN NULL ELSE now() END)`,
      [line?.id, amount, state],
    );
  await expect(insert(100_001)).rejects.toThrow("more is asked back than was paid");
  await insert(100_000, "dropped");
  await expect(
    at.owner.query("UPDATE clawback SET state = 'proposed', decided_at = NULL WHERE line_id = $1", [
      line?.id,
    ]),
  ).rejects.toThrow("a claw-back stands");
  await insert(60_000);
  await expect(insert(40_000)).rejects.toThrow("clawback_open");
});

test("[R20] a paired district sees what was decided to come back, and no suspicion", async () => {
  const paired = { district: "310114", county: "532324", from: "2020-01-01", to: null };
  const district: Actor = {
    ...anActor("districtOfficer", "310114", "嘉定"),
    ...{ counties: ["532324"], pairedCounties: [paired] },
  };
  const seen = async (actor: Actor) => {
    const filter = { county: "", state: "all", batchId: null } as const;
    const cursor = { after: null, before: null };
    const { rows, total } = await listClawbacks(actor, filter, { cursor, size: 50 }, TODAY);
    const pages = await Promise.all(rows.map(({ id }) => viewClawback(actor, id, TODAY)));
    expect(pages).not.toContain(null);
    expect(total).toBe(rows.length);
    return rows.map(({ state }) => state).sort();
  };
  expect(await seen(officer)).toEqual(["dropped", "proposed"]);
  expect(await seen(district)).toEqual([]);
  const { rows } = await at.owner.query<{ id: string }>("SELECT id FROM clawback");
  for (const { id } of rows) expect(await viewClawback(district, id, TODAY)).toBeNull();
  await at.owner.query(
    `UPDATE clawback SET state = 'confirmed', decided_by_name = '某', decided_at = now(), decision = '是'
     WHERE state = 'proposed'`,
  );
  expect(await seen(district)).toEqual(["confirmed"]);
});
