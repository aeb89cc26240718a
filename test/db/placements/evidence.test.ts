import { afterAll, beforeAll, expect, test } from "vitest";
import { findLostFiles, placeOfFile } from "~/data/evidence/stored-file-use.server";
import { placementTodos } from "~/data/placements/placement-todos.server";
import { viewEvidence } from "~/data/placements/evidence-view.server";
import { listPlacements } from "~/data/placements/placement-list-view.server";
import { viewPlacementHead } from "~/data/placements/placement-head-view.server";
import { viewTimeline } from "~/data/people/timeline-view.server";
import type { Actor } from "~/domain/access/actor";
import type { LedgerFilter } from "~/domain/placements/ledger-filter";
import { day } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { addEvidence } from "~/usecases/placements/add-evidence.server";
import { evidenceBytes, openEvidence } from "~/usecases/placements/open-evidence.server";
import { voidEvidence } from "~/usecases/placements/void-evidence.server";
import { anActor } from "#test/builders/actor";
import { tinyPng } from "#test/builders/tiny-png";
import { received, value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import {
  aLine,
  aPicture,
  certificate,
  COUNTY,
  FOREIGN,
  foreigner,
  NOW,
  officer,
  somebody,
} from "./ledger-support";

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

const TODAY = day("2020-07-01");
const kindOf = (outcome: { ok: boolean; refusal?: { kind: string } }) =>
  outcome.ok ? "done" : outcome.refusal?.kind;

async function prove(placementIds: readonly string[], form = certificate(), actor = officer) {
  return kindOf(await addEvidence(actor, { placementIds, form }, await aPicture(), NOW));
}

async function evidenceOf(id: string, actor: Actor = officer) {
  const head = await viewPlacementHead(actor, id, TODAY);
  if (head === null) throw new Error("not seen");
  return viewEvidence(actor, head, TODAY);
}

async function countOn(id: string): Promise<number> {
  const sql = "SELECT evidence_count::int AS n FROM placement WHERE id = $1";
  const { rows } = await at.owner.query<{ n: number }>(sql, [id]);
  return rows[0]?.n ?? -1;
}

test("one file proves many lines of a county: stored once, a row and an event for each", async () => {
  const ids = [await aLine(), await aLine(), await aLine()];
  expect(await prove(ids)).toBe("done");
  for (const id of ids) expect(await countOn(id)).toBe(1);
  const { rows } = await at.owner.query<{ files: string; events: string }>(
    `SELECT (SELECT count(DISTINCT file_id) FROM placement_evidence WHERE placement_id = ANY ($1::uuid[])) AS files,
       (SELECT count(*) FROM trail_event WHERE action = 'placement.evidence'
         AND subject_id = ANY ($1::text[])) AS events`,
    [ids],
  );
  expect(rows[0]).toEqual({ files: "1", events: "3" });
});

test("a month outside the job, a month to come, another kind of file and another county are refused", async () => {
  const id = await aLine();
  expect(await prove([id], certificate({ fromMonth: "2020-04" }))).toBe("outsideJob");
  expect(await prove([id], certificate({ fromMonth: "2020-08" }))).toBe("monthNotOver");
  expect(await prove([id], certificate({ fromMonth: "2020-04", toMonth: "2020-05" }))).toBe("done");
  const text = await received(Buffer.from("只是文字"), "务工证明.pdf");
  const asked = { placementIds: [id], form: certificate() };
  expect(kindOf(await addEvidence(officer, asked, text, NOW))).toBe("wrongFile");
  const theirs = await aLine(somebody(FOREIGN), {}, foreigner);
  expect(await prove([id, theirs])).toBe("notFound");
  expect(await prove([id], certificate(), foreigner)).toBe("notFound");
  expect(await prove([id], certificate(), anActor("auditor", COUNTY))).toBe("forbidden");
});

test("[R24] a contract for a line that says none was signed takes a word of confirmation", async () => {
  const id = await aLine();
  await at.owner.query("UPDATE placement SET contract_kind = 'NONE' WHERE id = $1", [id]);
  const contract = (change = {}) => prove([id], certificate({ kind: "CONTRACT", ...change }));
  expect((await evidenceOf(id)).saysUnsigned).toBe(true);
  expect(await contract()).toBe("saidUnsigned");
  expect(await contract({ contractConfirmed: "on" })).toBe("done");
});

test("every look leaves its trail and shows the bytes as they came; no right, no look", async () => {
  const id = await aLine();
  await prove([id]);
  const [piece] = (await evidenceOf(id)).rows;
  const auditor = anActor("auditor", COUNTY);
  for (let look = 0; look < 2; look += 1) {
    const opened = value(await openEvidence(auditor, piece?.id ?? "", NOW));
    const parts: Buffer[] = [];
    for await (const part of evidenceBytes(opened)) parts.push(part as Buffer);
    expect(Buffer.concat(parts).equals(tinyPng())).toBe(true);
  }
  const looks = await at.owner.query(
    "SELECT 1 FROM trail_event WHERE action = 'placement.viewEvidence' AND subject_id = $1",
    [id],
  );
  expect(looks.rowCount).toBe(2);
  const finance = anActor("finance", COUNTY);
  expect(kindOf(await openEvidence(finance, piece?.id ?? "", NOW))).toBe("forbidden");
  expect(kindOf(await openEvidence(foreigner, piece?.id ?? "", NOW))).toBe("notFound");
});

test("who uploaded it or reviews may void it with a reason; it counts no more and stays to be seen", async () => {
  const id = await aLine();
  await prove([id]);
  const [piece] = (await evidenceOf(id)).rows;
  const asked = { placementId: id, evidenceId: piece?.id ?? "", reason: "不是本人" };
  const colleague = anActor("caseOfficer", COUNTY);
  expect(kindOf(await voidEvidence(colleague, asked, NOW))).toBe("forbidden");
  expect(kindOf(await voidEvidence(officer, { ...asked, reason: " " }, NOW))).toBe("reasonMissing");
  expect(await countOn(id)).toBe(1);
  expect(kindOf(await voidEvidence(anActor("reviewer", COUNTY), asked, NOW))).toBe("done");
  expect(kindOf(await voidEvidence(officer, asked, NOW))).toBe("voided");
  expect(await countOn(id)).toBe(0);
  expect((await evidenceOf(id)).rows[0]?.voided?.reason).toBe("不是本人");
});

const EVERYTHING: LedgerFilter = {
  ...{ county: "", township: "", text: "", state: "all", destination: null, form: null },
  ...{
    arrangement: null,
    group: null,
    proof: null,
    check: null,
    employer: null,
    import: null,
    batch: null,
    vacancy: null,
    class: null,
  },
};

test("[R26] the ledger pages by key, forwards and back, and narrows by form, group, state, proof and name", async () => {
  const top = { after: null, before: null };
  const list = (
    change: Partial<LedgerFilter> = {},
    cursor: { after: string | null; before: string | null } = top,
    size = 2,
  ) => listPlacements(officer, { ...EVERYTHING, ...change }, cursor, size, TODAY);
  const all = (await list({}, top, 100)).rows.map(({ id }) => id);
  const walked: string[] = [];
  let cursor: typeof top | { after: string; before: null } = top;
  for (;;) {
    const page = await list({}, cursor);
    walked.push(...page.rows.map(({ id }) => id));
    if (page.after === null) break;
    cursor = { after: page.after, before: null };
  }
  expect(walked).toEqual(all);
  const back = await list({}, { after: null, before: all[2] ?? "" });
  expect(back.rows.map(({ id }) => id)).toEqual(all.slice(0, 2));
  const bare = await list({ proof: "noEvidence" }, top, 100);
  expect(bare.rows.length).toBeGreaterThan(0);
  expect(bare.rows.every(({ notCounted }) => notCounted.includes("NO_EVIDENCE"))).toBe(true);
  expect((await list({ state: "ended" })).rows).toEqual([]);
  const flexible = await aLine(somebody(), { form: "FLEXIBLE" });
  expect((await list({ form: "FLEXIBLE" }, top, 100)).rows.map(({ id }) => id)).toEqual([flexible]);
  const leader = await aLine(somebody(), { workerGroup: "LEADER" });
  const ids = async (change: Partial<LedgerFilter>) =>
    (await list(change, top, 100)).rows.map(({ id }) => id);
  expect(await ids({ group: "LEADER" })).toEqual([leader]);
  expect(await ids({ group: "LEADER", form: "FLEXIBLE" })).toEqual([]);
  expect(await ids({ group: "RETURNED_GRADUATE" })).toEqual([]);
  const general = await ids({ group: "GENERAL" });
  expect(general).toContain(flexible);
  expect(general).toHaveLength(all.length + 1);
  const named = await list({ text: "smb" }, top, 100);
  expect(named.rows.every(({ name }) => name.startsWith("沙马布"))).toBe(true);
  expect((await listPlacements(foreigner, EVERYTHING, top, 100, TODAY)).rows.length).toBe(1);
});

test("what is unproved waits for the county's case officer, one line for each kind", async () => {
  const todos = await inTransaction(officer, (tx) => placementTodos(tx, officer, TODAY));
  expect(todos.map(({ to }) => to)).toEqual([
    `/placements?state=all&county=${COUNTY}&proof=noEvidence`,
    `/placements?state=all&county=${COUNTY}&proof=notVerified`,
  ]);
  const reviewer = anActor("reviewer", COUNTY);
  expect(await inTransaction(reviewer, (tx) => placementTodos(tx, reviewer, TODAY))).toEqual([]);
});

test("the person's time line tells the job and its proof", async () => {
  const id = await aLine();
  await prove([id]);
  const { rows } = await at.owner.query<{ person: string }>(
    "SELECT person_id AS person FROM placement WHERE id = $1",
    [id],
  );
  const events = await viewTimeline(officer, rows[0]?.person ?? "", TODAY);
  expect(events.map(({ title }) => title)).toEqual([
    "就业佐证：务工证明",
    "上岗：嘉定物流有限公司",
  ]);
});

test("a stored proof is named by the job it stands for, and missed when its file is gone from the books", async () => {
  const id = await aLine();
  expect(await prove([id])).toBe("done");
  const { rows } = await at.owner.query<{ fileId: string; employer: string }>(
    `SELECT e.file_id AS "fileId", p.employer_name AS employer FROM placement_evidence e
     JOIN placement p ON p.id = e.placement_id WHERE p.id = $1`,
    [id],
  );
  const { fileId = "", employer = "" } = rows[0] ?? {};
  expect(await placeOfFile(at.owner, fileId)).toContain(`就业佐证 ${employer}`);
  expect(await findLostFiles(at.owner)).not.toContain(fileId);
  await at.owner.query("BEGIN");
  await at.owner.query("DELETE FROM stored_file WHERE id = $1", [fileId]);
  expect(await findLostFiles(at.owner)).toContain(fileId);
  await at.owner.query("ROLLBACK");
});
