import { afterAll, beforeAll, expect, test } from "vitest";
import { viewPackToTry } from "~/data/rules/what-if-batches-view.server";
import { viewWhatIf } from "~/data/rules/what-if-view.server";
import type { Actor } from "~/domain/access/actor";
import type { ClaimFacts } from "~/domain/claims/facts";
import { fen } from "~/domain/shared/fen";
import { newId } from "~/platform/id.server";
import { signOffPack } from "~/usecases/rules/decide-pack.server";
import { anActor } from "#test/builders/actor";
import { aPlacementLine } from "#test/builders/claim-facts";
import { aPackFile, bringPack } from "#test/builders/rule-pack";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const AT = new Date("2020-09-20T02:00:00Z");
const ON = "2020-09-20";
const bureau = anActor("prefectureSupervisor", "532300");
const office = anActor("cooperationOffice", "532300");
const stranger = anActor("prefectureSupervisor", "530300");

let at: TestPlatform;
let batchId: string;
let packId: string;

beforeAll(async () => {
  at = await openTestPlatform();
  const standing = await bringPack(bureau, aPackFile(), AT);
  await signOffPack(office, { packId: standing, version: 1 }, AT);
  const line = (change: Partial<ClaimFacts>, provedMonths: number) => {
    const facts = aPlacementLine("STABLE_EMPLOYMENT", change, { provedMonths });
    // Enough for the batch by the numbers in force, and to the fen once its third line has a rate.
    return { ...facts, pot: { ...facts.pot, ...POT } };
  };
  batchId = await aCheckedBatch([
    line({}, 3),
    line({}, 6),
    line({ rateFen: null, amountFen: fen(0) }, 6),
  ]);
  packId = await bringPack(bureau, aPackFile(DEARER, { edition: "2020 年第二版" }), AT);
});
afterAll(() => at.close());

const POT = { amountFen: fen(200_000), committedFen: fen(0), batchFen: fen(150_000) };

/** In force from the same day as what stands: the pack to be tried comes before it. */
const DEARER = { "claim.stablePerson": 600, "claim.stableMinMonths": 6 } as const;

/** A draft with these lines, checked once, as the check keeps it. */
async function aCheckedBatch(lines: readonly ClaimFacts[]): Promise<string> {
  const [pot, batch, run, by] = [newId(), newId(), newId(), newId()];
  const { owner } = at;
  await owner.query(
    `INSERT INTO fund_pot (id, region_code, year, name, unit_name, purpose, amount_fen, created_by,
       created_by_name, created_at) VALUES ($1, '532323', 2020, '劳务', '县人社局', 'LABOUR_TRANSFER', 1000000, $2, '某', now())`,
    [pot, by],
  );
  await owner.query(
    `INSERT INTO claim_batch (id, county_code, kind, year, number, title, pot_id, source, state, last_run_id,
       created_by, created_by_name, created_at, updated_at)
     VALUES ($1, '532323', 'STABLE_EMPLOYMENT', 2020, 1, '稳岗第一批', $2, '{}', 'draft', $3, $4, '某', now(), now())`,
    [batch, pot, run, by],
  );
  await owner.query(
    `INSERT INTO check_run (id, batch_id, county_code, number, as_of, line_count, fail_lines, unknown_lines,
       rules_digest, parameters, by_rule, ran_by_name, ran_at)
     VALUES ($1, $2, '532323', 1, '2020-09-15', $3, 0, 0, '', '{}', '[]', '某', now())`,
    [run, batch, lines.length],
  );
  for (const [place, facts] of lines.entries()) {
    const id = newId();
    await owner.query(
      `INSERT INTO claim_line (id, batch_id, county_code, kind, year, line_no, person_id, id_index, name, source_kind,
         source_id, event_on, period_from, period_to, quantity, unit, rate_fen, amount_fen)
       VALUES ($1, $2, '532323', 'STABLE_EMPLOYMENT', 2020, $3, $1, $4, $5, 'PLACEMENT', $1, $6, $7, $8, 1, 'PERSON', $9, $10)`,
      [
        ...[id, batch, place + 1, Buffer.from(id), `某${place + 1}`],
        ...[facts.eventOn, facts.periodFrom, facts.periodTo, facts.rateFen, facts.amountFen],
      ],
    );
    await owner.query(
      "INSERT INTO claim_verdict (run_id, line_id, county_code, facts, verdicts) VALUES ($1, $2, '532323', $3, '[]')",
      [run, id, JSON.stringify(facts)],
    );
  }
  return batch;
}

async function tried(actor: Actor, id = packId) {
  const toTry = await viewPackToTry(actor, id, ON);
  if (toTry === null) return null;
  return viewWhatIf(actor, { pack: { id, file: toTry.pack }, against: null }, batchId, ON);
}

test("[R14] a pack is tried over the facts of the latest check: who changes, in what, and what it costs", async () => {
  const found = await tried(office);
  expect(found).toMatchObject({
    ...{ title: "稳岗第一批", lineCount: 3, changedCount: 3 },
    ...{ totalBefore: 100_000, totalAfter: 180_000 },
  });
  const told = found?.lines.map(({ lineNo, name, amountAfter, changed }) => ({
    ...{ lineNo, name, amountAfter },
    changed: changed.map(({ rule, before, after }) => `${rule} ${before} ${after}`),
  }));
  expect(told).toEqual([
    {
      ...{ lineNo: 1, name: "某1", amountAfter: 60_000 },
      changed: ["placement/stable-months pass unknown", "pot/within-ceiling pass fail"],
    },
    {
      ...{ lineNo: 2, name: "某2", amountAfter: 60_000 },
      changed: ["pot/within-ceiling pass fail"],
    },
    {
      ...{ lineNo: 3, name: "某3", amountAfter: 60_000 },
      changed: [
        ...["money/rate-agrees unknown pass", "money/amount unknown pass"],
        "pot/within-ceiling pass fail",
      ],
    },
  ]);
});

test("a pack is offered the checked batches of its area, and tried by who sees both", async () => {
  expect((await viewPackToTry(bureau, packId, ON))?.batches).toEqual([
    { value: batchId, label: "稳定就业补助 2020 年第 1 批 稳岗第一批", isOpen: true },
  ]);
  expect(await tried(stranger)).toBeNull();
  const sister = anActor("reviewer", "532324");
  expect((await viewPackToTry(sister, packId, ON))?.batches).toEqual([]);
  expect(await tried(sister)).toBeNull();
  const elsewhere = await bringPack(stranger, aPackFile(DEARER, { regionCode: "530300" }), AT);
  expect(await tried(bureau, elsewhere)).toBeNull();
  const file = aPackFile(DEARER, { regionCode: "530300" });
  const packs = { pack: { id: packId, file }, against: null };
  expect(await viewWhatIf(bureau, packs, batchId, ON)).toBeNull();
  expect(await viewWhatIf(bureau, packs, "x", ON)).toBeNull();
});

test("[R14] two packs are compared over the same lines, whichever of them is in force", async () => {
  const toTry = await viewPackToTry(office, packId, ON);
  const [standing] = toTry?.others ?? [];
  if (toTry === null || standing === undefined) throw new Error("no pack to compare with");
  const [dear, cheap] = [
    { id: packId, file: toTry.pack },
    { id: standing.value, file: standing.file },
  ];
  const forth = await viewWhatIf(office, { pack: dear, against: cheap }, batchId, ON);
  expect(forth).toMatchObject({ totalBefore: 100_000, totalAfter: 180_000, changedCount: 3 });
  const back = await viewWhatIf(office, { pack: cheap, against: dear }, batchId, ON);
  expect(back).toMatchObject({ totalBefore: 180_000, totalAfter: 150_000, changedCount: 3 });
  // 230,000 fen by the dearer numbers, the pot's 200,000 by the cheaper.
  const ceiling = { rule: "pot/within-ceiling", before: "fail", after: "pass" };
  for (const { changed } of back?.lines ?? [])
    expect(changed).toContainEqual(expect.objectContaining(ceiling));
  // The same file under another name brings nothing new, though the first edition stands aside.
  const same = { id: newId(), file: standing.file };
  const nothing = await viewWhatIf(office, { pack: same, against: cheap }, batchId, ON);
  expect(nothing).toMatchObject({ totalBefore: 100_000, totalAfter: 100_000, changedCount: 0 });
  const elsewhere = { id: newId(), file: aPackFile(DEARER, { regionCode: "530300" }) };
  expect(await viewWhatIf(office, { pack: dear, against: elsewhere }, batchId, ON)).toBeNull();
});

test("[R14] a line that was taken out since the check is not tried", async () => {
  const { owner } = at;
  const removed = (when: string) =>
    owner.query(`UPDATE claim_line SET removed_at = ${when} WHERE batch_id = $1 AND line_no = 2`, [
      batchId,
    ]);
  await owner.query("SET session_replication_role = replica");
  await removed("now()");
  expect(await tried(office)).toMatchObject({ lineCount: 2, totalBefore: 50_000 });
  await removed("NULL");
  await owner.query("SET session_replication_role = origin");
});

test("[R14] lines of an approved batch are not repriced, and the page says so", async () => {
  await at.owner.query("ALTER TABLE claim_batch DISABLE TRIGGER USER");
  await at.owner.query(
    `UPDATE claim_batch SET state = 'approved', reviewed_at = now(), hrss_approved_at = now(),
       poverty_approved_at = now() WHERE id = $1`,
    [batchId],
  );
  expect(await tried(office)).toMatchObject({
    ...{ isApproved: true, lineCount: 3, changedCount: 0, lines: [] },
    ...{ totalBefore: 100_000, totalAfter: 100_000 },
  });
});
