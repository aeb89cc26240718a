import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listLineProofs } from "~/data/evidence/proof-standing.server";
import { viewLineInk } from "~/data/evidence/line-ink-view.server";
import { viewScanReview } from "~/data/evidence/scan-review-view.server";
import { viewSigning } from "~/data/evidence/signing-view.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { readStoredFile } from "~/platform/evidence-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { decideCells } from "~/usecases/evidence/decide-cells.server";
import { openProofPicture } from "~/usecases/evidence/open-proof-picture.server";
import { voidSignature } from "~/usecases/evidence/void-signature.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildRoster } from "#test/builders/roster";
import { buildUncutPage } from "#test/builders/scans";
import { signOnPhone } from "#test/builders/signing";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532323";
const NOW = new Date("2020-06-15T02:00:00Z");
const LATER = new Date("2020-06-15T03:00:00Z");
const DAY = "2020-06-15";
const REASON = "签的是别人的名字";

let at: TestPlatform;
let officer: Actor;
let rosterId = "";
let lineId = "";
const roster = () => ({ id: rosterId, countyCode: COUNTY, state: "draft" as const });

beforeAll(async () => {
  at = await openTestPlatform();
  officer = anActor("caseOfficer", COUNTY, "李秀兰");
});
afterAll(() => at.close());

beforeEach(async () => {
  const trainees = ["杨木犀", "杨山茶"].map((name, index) => ({
    ...{ name, idCardNumber: idNumberOf(COUNTY, "1990-01-01", 7 + index) },
  }));
  const facts = { countyCode: COUNTY, createdBy: officer.userId, trainees };
  const built = await inTransaction(officer, (tx) => buildRoster(tx, facts));
  rosterId = built.id;
  lineId = built.lineIds[0] ?? "";
});

const sign = (way: "screen" | "ownPhone" = "ownPhone", when = NOW) =>
  signOnPhone(officer, { rosterId, lineId }, when, { way });

async function standing(): Promise<string[]> {
  const { rows } = await at.owner.query<{ id: string }>(
    "SELECT id FROM acknowledgement WHERE line_id = $1 AND voided_at IS NULL ORDER BY given_at",
    [lineId],
  );
  return rows.map(({ id }) => id);
}

async function theOne(): Promise<string> {
  const [one = "", ...others] = await standing();
  expect(others).toEqual([]);
  return one;
}

/** What counts as the signature of the line at the gate. */
async function counted() {
  const lines = await inTransaction(officer, (tx) => listLineProofs(tx, rosterId));
  return lines.find((line) => line.lineId === lineId)?.signature ?? null;
}

const ask = (acknowledgementId: string, changed: { reason?: string; lineId?: string } = {}) => ({
  ...{ rosterId, lineId, acknowledgementId, reason: REASON },
  ...changed,
});

/** A page whose cell for the line somebody confirms as signed. */
async function signOnPaper(): Promise<string> {
  const pageId = await buildUncutPage(officer, rosterId, NOW);
  const { rows } = await at.owner.query<{ version: number }>(
    "SELECT version FROM scan_page WHERE id = $1",
    [pageId],
  );
  const cells = [{ lineId, element: "SIGNATURE", decision: "present" }] as const;
  const asked = { rosterId, pageId, version: rows[0]?.version ?? 0, cells };
  expect(await decideCells(officer, asked, NOW)).toMatchObject({ ok: true });
  return pageId;
}

test("[R02] a signature is voided with its reason: it counts no more, its ink is kept and shown with who, when and why", async () => {
  await sign("screen");
  const id = await theOne();
  expect((await counted())?.id).toBe(id);
  const number = idNumberOf(COUNTY, "1990-01-01", 8);
  const reason = `误点，应为 ${number}`;
  expect(await voidSignature(officer, ask(id, { reason: ` ${reason} ` }), LATER)).toMatchObject({
    ok: true,
  });
  expect(await counted()).toBeNull();
  const view = await viewLineInk(officer, roster(), lineId, DAY);
  const masked = withNumbersMasked(reason);
  expect(masked).not.toContain(number);
  expect(view?.standing).toEqual([]);
  expect(view?.voided).toMatchObject([
    { id, method: "screen", voided: { at: LATER.toISOString(), reason: masked } },
  ]);
  const opened = await openProofPicture(officer, id, LATER);
  if (!opened.ok) throw new Error(opened.refusal.kind);
  expect((await readStoredFile(opened.value)).subarray(1, 4)).toEqual(Buffer.from("PNG"));
  const { rows } = await at.owner.query<{ action: string; actor_name: string; detail: string }>(
    "SELECT action, actor_name, detail FROM trail_event WHERE subject_id = $1 ORDER BY seq DESC LIMIT 1",
    [lineId],
  );
  expect(rows).toMatchObject([{ action: "signing.void", actor_name: "李秀兰" }]);
  const { before, reason: told } = JSON.parse(rows[0]?.detail ?? "{}") as Record<string, string>;
  expect([before, told]).toEqual(["签字（现场平板签字）", masked]);
});

test("[R02] the line is signed anew by any way, and the voided one stays beside it", async () => {
  for (const way of ["ownPhone", "screen"] as const) {
    await sign(way);
    expect(await voidSignature(officer, ask(await theOne()), LATER)).toMatchObject({ ok: true });
    await sign(way, LATER);
    expect((await counted())?.id).toBe(await theOne());
    expect(await voidSignature(officer, ask(await theOne()), LATER)).toMatchObject({ ok: true });
  }
  await signOnPaper();
  expect((await counted())?.method).toBe("paper");
  expect((await viewLineInk(officer, roster(), lineId, DAY))?.voided).toHaveLength(4);
});

test("without a reason, after the seal, or gone meanwhile it is refused and stays as it is", async () => {
  await sign();
  const id = await theOne();
  expect(await voidSignature(officer, ask(id, { reason: " " }), LATER)).toMatchObject({
    refusal: { kind: "reasonMissing" },
  });
  const both = await Promise.all([1, 2].map(() => voidSignature(officer, ask(id), LATER)));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both).toContainEqual({ ok: false, refusal: { kind: "gone" } });
  await sign();
  await at.owner.query("UPDATE roster SET state = 'sealed' WHERE id = $1", [rosterId]);
  expect(await voidSignature(officer, ask(await theOne()), LATER)).toMatchObject({
    refusal: { kind: "sealed" },
  });
  expect(await standing()).toHaveLength(1);
});

test("what came from paper is left to its page; the screen's beside it may still be voided", async () => {
  await sign();
  const onScreen = await theOne();
  const scanPageId = await signOnPaper();
  const paper = (await counted())?.id ?? "";
  expect(await voidSignature(officer, ask(paper), LATER)).toEqual({
    ok: false,
    refusal: { kind: "paper", scanPageId },
  });
  expect(await voidSignature(officer, ask(onScreen), LATER)).toMatchObject({ ok: true });
  expect(await theOne()).toBe(paper);
});

test("who may only look voids nothing; another county finds nothing, nor does another line", async () => {
  await sign();
  const id = await theOne();
  const { rows } = await at.owner.query<{ id: string }>(
    "SELECT id FROM roster_line WHERE roster_id = $1 AND id <> $2",
    [rosterId, lineId],
  );
  const tries = [
    [anActor("auditor", COUNTY), ask(id), "forbidden"],
    [anActor("caseOfficer", "532324"), ask(id), "notFound"],
    [officer, ask(id, { lineId: rows[0]?.id ?? "" }), "notFound"],
    [officer, ask("../1"), "notFound"],
  ] as const;
  for (const [actor, asked, kind] of tries) {
    expect(await voidSignature(actor, asked, LATER)).toMatchObject({ refusal: { kind } });
  }
  expect(await theOne()).toBe(id);
});

test("a signature given for what the line said before is shown as such, and may be voided", async () => {
  await sign();
  const id = await theOne();
  await at.owner.query("UPDATE roster_line SET address = address || '1' WHERE id = $1", [lineId]);
  const view = await viewLineInk(officer, roster(), lineId, DAY);
  expect(view?.standing).toMatchObject([{ id, isOutdated: true, counts: false }]);
  expect(await voidSignature(officer, ask(id), LATER)).toMatchObject({ ok: true });
});

test("[R02] the list of signatures and the scanned page both say what is kept off paper", async () => {
  const pageId = await buildUncutPage(officer, rosterId, NOW);
  const inkOf = async () => {
    const page = await viewScanReview(officer, roster(), pageId, DAY);
    const own = page?.rows.find((row) => row.lineId === lineId)?.cells ?? [];
    const wanted = { show: "all", page: 1, size: 50 } as const;
    const { rows } = await viewSigning(officer, roster(), wanted, LATER);
    const kept = rows.find((row) => row.lineId === lineId)?.kept;
    return [own.map(({ element, offPaper }) => [element, offPaper]), kept?.SIGNATURE];
  };
  const cells = (signature: string | null) => [
    ["SIGNATURE", signature],
    ["FINGERPRINT", null],
  ];
  expect(await inkOf()).toEqual([cells(null), null]);
  await sign();
  expect(await inkOf()).toEqual([cells("ownPhone"), "standing"]);
  await sign("screen");
  expect(await inkOf()).toEqual([cells("screen"), "standing"]);
  for (const id of await standing()) await voidSignature(officer, ask(id), LATER);
  expect(await inkOf()).toEqual([cells(null), "voided"]);
});
