import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { LINK_LIFETIME_MS } from "~/domain/evidence/signing-link";
import { readStoredFile } from "~/platform/evidence-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { createSigningLinks } from "~/usecases/evidence/create-signing-links.server";
import { confirmLink, disownLink, lookAtLink } from "~/usecases/evidence/open-signing-link.server";
import { revokeSigningLinks } from "~/usecases/evidence/revoke-signing-links.server";
import { signLine } from "~/usecases/evidence/sign-line.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildRoster } from "#test/builders/roster";
import { formFor, linkFor, signOnPhone } from "#test/builders/signing";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532323";
const NOW = new Date("2020-06-15T02:00:00Z");
const UNKNOWN = "A".repeat(43);

let at: TestPlatform;
let officer: Actor;
let rosterId = "";
let lineId = "";
let otherLine = "";
const line = () => ({ rosterId, lineId });
const later = (ms: number) => new Date(NOW.getTime() + ms);

beforeAll(async () => {
  at = await openTestPlatform();
  officer = anActor("caseOfficer", COUNTY, "李秀兰");
});
afterAll(() => at.close());

beforeEach(async () => {
  const trainees = [
    { name: "杨木犀", idCardNumber: idNumberOf(COUNTY, "1990-01-01", 7), phone: "13911110000" },
    { name: "杨山茶", idCardNumber: idNumberOf(COUNTY, "1991-02-03", 8), phone: "13911110001" },
  ];
  const built = await inTransaction(officer, (tx) =>
    buildRoster(tx, { countyCode: COUNTY, createdBy: officer.userId, trainees }),
  );
  rosterId = built.id;
  [lineId = "", otherLine = ""] = built.lineIds;
});

async function rows<T>(sql: string): Promise<T[]> {
  const found = await at.owner.query(sql, [lineId]);
  return found.rows as T[];
}
const proofs = () =>
  rows<{ method: string; element: string; witness: string; device: string; file_id: string }>(
    "SELECT * FROM acknowledgement WHERE line_id = $1 AND voided_at IS NULL",
  );
const consents = () =>
  rows<{ purpose: string; method: string }>("SELECT * FROM consent WHERE line_id = $1");

test("[R02] a trainee signs on his own phone: signature, consents and the used link, and the trail of it", async () => {
  const token = await linkFor(officer, line(), NOW);
  const form = await formFor(token, NOW, { agreedTo: ["employerReferral"] });
  expect(await signLine(token, form, NOW)).toMatchObject({ ok: true });
  expect(await proofs()).toMatchObject([
    { method: "ownPhone", element: "SIGNATURE", witness: "", device: "安卓 · 微信" },
  ]);
  expect((await readStoredFile((await proofs())[0]?.file_id ?? "")).subarray(1, 4)).toEqual(
    Buffer.from("PNG"),
  );
  expect(await consents()).toMatchObject([{ purpose: "employerReferral", method: "ownPhone" }]);
  const trail = await rows<{ action: string }>(
    "SELECT action FROM trail_event WHERE subject_id = $1::text ORDER BY seq",
  );
  expect(trail.map(({ action }) => action)).toEqual(["signing.openLink", "signing.sign"]);
});

test("[R02] on the tablet the officer who handed it over is the witness", async () => {
  await signOnPhone(officer, line(), NOW, { way: "screen", agreedTo: ["service"] });
  expect(await proofs()).toMatchObject([{ method: "screen", witness: "李秀兰" }]);
  expect(await consents()).toMatchObject([{ purpose: "service", method: "screen" }]);
});

test("the token is kept as its SHA-256 and nowhere in the clear", async () => {
  const token = await linkFor(officer, line(), NOW);
  const [row] = await rows<{ token_hash: Buffer }>("SELECT * FROM signing_link WHERE line_id = $1");
  expect(row?.token_hash).toEqual(createHash("sha256").update(token).digest());
  const { rows: texts } = await at.owner.query<{ all: string }>(
    `SELECT string_agg(t::text, '') AS all FROM (SELECT s::text AS t FROM signing_link s
     UNION ALL SELECT e::text FROM trail_event e) AS told`,
  );
  expect(texts[0]?.all).not.toContain(token);
});

test("[R02] sent five times at once, a link signs once", async () => {
  const token = await linkFor(officer, line(), NOW);
  const form = await formFor(token, NOW, { agreedTo: ["service"] });
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => signLine(token, form, NOW)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const gone = outcomes.filter((one) => !one.ok && one.refusal.kind === "gone");
  expect(gone).toHaveLength(4);
  const all = await rows("SELECT id FROM acknowledgement WHERE line_id = $1");
  expect([all.length, (await consents()).length]).toEqual([1, 1]);
});

test("[R02] a link opens until the millisecond before it expires, and not at the one it does", async () => {
  const token = await linkFor(officer, line(), NOW);
  const form = await formFor(token, NOW);
  const end = LINK_LIFETIME_MS.ownPhone;
  expect((await lookAtLink(token, later(end - 1))).open).not.toBeNull();
  expect((await lookAtLink(token, later(end))).open).toBeNull();
  expect(await signLine(token, form, later(end))).toMatchObject({ refusal: { kind: "gone" } });
  expect(await signLine(token, form, later(end - 1))).toMatchObject({ ok: true });
});

test("[R02] used, revoked, disowned, outdated, of a removed line, of a sealed roster: each is gone like an unknown one", async () => {
  const ends: readonly (() => Promise<unknown>)[] = [
    () => signOnPhone(officer, line(), NOW), // a newer link has ended this one
    () => revokeSigningLinks(officer, { rosterId, lineId: null }, NOW),
    () => at.owner.query("UPDATE roster_line SET address = address || '1' WHERE id = $1", [lineId]),
  ];
  for (const end of ends) {
    const token = await linkFor(officer, line(), NOW);
    const form = await formFor(token, NOW);
    await end();
    expect((await lookAtLink(token, NOW)).open).toBeNull();
    expect(await signLine(token, form, NOW)).toMatchObject({ refusal: { kind: "gone" } });
  }
  const disowned = await linkFor(officer, line(), NOW);
  await disownLink(disowned, NOW);
  expect((await confirmLink(disowned, NOW)).open).toBeNull();
  const sealed = await linkFor(officer, line(), NOW);
  const form = await formFor(sealed, NOW);
  await at.owner.query("UPDATE roster SET state = 'sealed' WHERE id = $1", [rosterId]);
  expect((await lookAtLink(sealed, NOW)).open).toBeNull();
  expect(await signLine(sealed, form, NOW)).toMatchObject({ refusal: { kind: "gone" } });
  expect(await signLine(UNKNOWN, form, NOW)).toMatchObject({ refusal: { kind: "gone" } });
  expect(await lookAtLink(UNKNOWN, NOW)).toEqual({ isKnown: false, open: null });
  expect(await lookAtLink("../../etc", NOW)).toEqual({ isKnown: false, open: null });
});

test("what is no signature, was not read, or stood under another text is refused and uses nothing up", async () => {
  const token = await linkFor(officer, line(), NOW);
  const dots = JSON.stringify({ width: 300, height: 200, strokes: [[[9, 9]], [[99, 9]]] });
  const tries = [
    [{ ink: "" }, "noInk"],
    [{ ink: dots }, "tooLittleInk"],
    [{ isInformed: false }, "notInformed"],
    [{ shown: "00" }, "changedMeanwhile"],
  ] as const;
  for (const [wrong, kind] of tries) {
    const outcome = await signLine(token, await formFor(token, NOW, wrong), NOW);
    expect(outcome).toMatchObject({ refusal: { kind } });
  }
  expect(await proofs()).toEqual([]);
  expect(await signLine(token, await formFor(token, NOW), NOW)).toMatchObject({ ok: true });
});

test("links for all go to who has not signed; one link a line; a sealed roster gives none", async () => {
  await signOnPhone(officer, { rosterId, lineId: otherLine }, NOW);
  const all = { rosterId, lineId: null, way: "ownPhone" } as const;
  const outcome = await createSigningLinks(officer, all, NOW);
  expect(outcome).toMatchObject({ ok: true, value: { links: [{ lineId, name: "杨木犀" }] } });
  await signOnPhone(officer, line(), NOW);
  expect(await createSigningLinks(officer, all, NOW)).toMatchObject({
    refusal: { kind: "nobodyLeft" },
  });
  const open =
    "SELECT id FROM signing_link WHERE line_id = $1 AND used_at IS NULL AND revoked_at IS NULL";
  expect(await rows(open)).toEqual([]);
  await at.owner.query("UPDATE roster SET state = 'sealed' WHERE id = $1", [rosterId]);
  expect(await createSigningLinks(officer, { ...all, lineId }, NOW)).toMatchObject({
    refusal: { kind: "sealed" },
  });
});

test("who may only look gives out no link; another county finds no roster", async () => {
  const asked = { rosterId, lineId, way: "screen" } as const;
  const auditor = anActor("auditor", COUNTY);
  const stranger = anActor("caseOfficer", "532324");
  for (const [actor, kind] of [
    [auditor, "forbidden"],
    [stranger, "notFound"],
  ] as const) {
    expect(await createSigningLinks(actor, asked, NOW)).toMatchObject({ refusal: { kind } });
    expect(await revokeSigningLinks(actor, { rosterId, lineId }, NOW)).toMatchObject({
      refusal: { kind },
    });
  }
});
