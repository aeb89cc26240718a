import { afterAll, beforeAll, expect, test } from "vitest";
import { viewBatchLink } from "~/data/placements/batch-link-view.server";
import { newId } from "~/platform/id.server";
import { linkPlacementsToBatch } from "~/usecases/placements/link-to-batch.server";
import { anActor } from "#test/builders/actor";
import { buildEmployer } from "#test/builders/placement";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aLine, COUNTY, FOREIGN, foreigner, NOW, officer, somebody } from "./ledger-support";

let at: TestPlatform;
let batchId = "";
beforeAll(async () => {
  at = await openTestPlatform();
  batchId = await aBatch(COUNTY, "2020年第一批");
});
afterAll(() => at.close());

async function aBatch(county: string, name: string): Promise<string> {
  const id = newId();
  const intermediary = await buildEmployer(at.owner, {
    ...{ name: `${name}劳务公司`, creditCode: null, ownerCode: county },
  });
  await at.owner.query(
    `INSERT INTO labour_batch (id, county_code, intermediary_id, name, organised_on, created_by, created_at)
     VALUES ($1, $2, $3, $4, '2020-05-01', $1, now())`,
    [id, county, intermediary, name],
  );
  return id;
}

const link = async (placementIds: readonly string[], batch = batchId, actor = officer) => {
  const outcome = await linkPlacementsToBatch(actor, { placementIds, batchId: batch }, NOW);
  return outcome.ok ? outcome.value : outcome.refusal;
};
const lineOf = async (id: string) => {
  const { rows } = await at.owner.query<{ batch: string | null; version: number }>(
    "SELECT batch_id AS batch, version FROM placement WHERE id = $1",
    [id],
  );
  return rows[0];
};

test("organised lines are hung on a batch together, and each keeps its own event", async () => {
  const lines = [await aLine(), await aLine()];
  const page = await viewBatchLink(officer, lines, "2020-07-01");
  expect(page?.batches.map(({ label }) => label)).toContain("2020年第一批");
  expect(await link(lines)).toBe(2);
  for (const id of lines) {
    expect(await lineOf(id)).toEqual({ batch: batchId, version: 2 });
    const trail = await at.owner.query<{ detail: string }>(
      "SELECT detail FROM trail_event WHERE subject_id = $1 AND action = 'placement.linkBatch'",
      [id],
    );
    expect(trail.rows.map(({ detail }) => detail)).toEqual([
      expect.stringContaining("2020年第一批"),
    ]);
  }
  expect(await link(lines)).toBe(0);
  expect(await lineOf(lines[0] ?? "")).toEqual({ batch: batchId, version: 2 });
});

test("who went by himself, hangs on another batch or is taken out stops the whole, by name", async () => {
  const good = await aLine();
  const alone = await aLine({ ...somebody(), name: "自去人" }, { arrangement: "SELF_ARRANGED" });
  expect(await link([good, alone])).toEqual({ kind: "selfArranged", names: ["自去人"] });
  const elsewhere = await aLine({ ...somebody(), name: "别批人" });
  await link([elsewhere], await aBatch(COUNTY, "2020年第二批"));
  expect(await link([good, elsewhere])).toEqual({ kind: "otherBatch", names: ["别批人"] });
  const gone = await aLine({ ...somebody(), name: "移出人" });
  await at.owner.query("UPDATE placement SET removed_at = now() WHERE id = $1", [gone]);
  expect(await link([good, gone])).toEqual({ kind: "removed", names: ["移出人"] });
  expect(await lineOf(good)).toEqual({ batch: null, version: 1 });
});

test("another county's batch or line, a reviewer and too many are refused", async () => {
  const id = await aLine();
  expect(await link([id], await aBatch(FOREIGN, "外县一批"))).toEqual({ kind: "batchUnknown" });
  expect(await link([id], batchId, foreigner)).toEqual({ kind: "notFound" });
  expect(await viewBatchLink(foreigner, [id], "2020-07-01")).toBeNull();
  expect(await link([id], batchId, anActor("reviewer", COUNTY))).toEqual({ kind: "forbidden" });
  expect(await lineOf(id)).toEqual({ batch: null, version: 1 });
});
