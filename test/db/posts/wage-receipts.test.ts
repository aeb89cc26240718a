import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { viewScans } from "~/data/evidence/scan-list-view.server";
import { viewSigning } from "~/data/evidence/signing-view.server";
import { dissolveWageRoster, receiptsOf } from "~/data/posts/wage-roster.server";
import { receiptTodos } from "~/data/posts/receipt-todos.server";
import { findSignedRoster } from "~/data/rosters/signed-roster-store.server";
import { viewSignedHead } from "~/data/rosters/signed-head-view.server";
import { signedDocument } from "~/domain/evidence/signed-document";
import { RECEIPT_NOTICE } from "~/domain/posts/wage-receipt";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { createSigningLinks } from "~/usecases/evidence/create-signing-links.server";
import { decideCells } from "~/usecases/evidence/decide-cells.server";
import { confirmLink, lookAtLink } from "~/usecases/evidence/open-signing-link.server";
import { revokeSigningLinks } from "~/usecases/evidence/revoke-signing-links.server";
import { signLine } from "~/usecases/evidence/sign-line.server";
import { uploadScans } from "~/usecases/evidence/upload-scans.server";
import { voidSignature } from "~/usecases/evidence/void-signature.server";
import { printWageRoster } from "~/usecases/posts/print-wage-roster.server";
import { anActor } from "#test/builders/actor";
import { giveConsent, formFor, linkFor, signOnPhone } from "#test/builders/signing";
import { buildPrint, confirmClear, signedScan, uploadAndRead } from "#test/builders/scans";
import {
  approveWageSheet,
  buildWageSheet,
  payWages,
  type BuiltWageSheet,
} from "#test/builders/wage-sheet";
import { withdrawConsent } from "~/usecases/evidence/withdraw-consent.server";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532324";
const NOW = new Date("2020-06-06T02:00:00Z");
const officer = anActor("caseOfficer", COUNTY, "李秀兰");
const reviewer = anActor("reviewer", COUNTY, "审核甲");
const finance = anActor("finance", COUNTY, "财务甲");
const elsewhere = anActor("caseOfficer", "532323");

let at: TestPlatform;

beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

interface Approved {
  readonly sheet: BuiltWageSheet;
  readonly rosterId: string;
  readonly line: (index: number) => { readonly rosterId: string; readonly lineId: string };
}

async function approved(...names: string[]): Promise<Approved> {
  const sheet = await buildWageSheet(at.owner, officer, names);
  const rosterId = await approveWageSheet(reviewer, sheet, NOW);
  const line = (index: number) => ({ rosterId, lineId: sheet.lines[index]?.id ?? "" });
  return { sheet, rosterId, line };
}

async function paid(...names: string[]): Promise<Approved> {
  const one = await approved(...names);
  await payWages(finance, one.sheet, NOW);
  return one;
}

const receipts = ({ rosterId, sheet }: Approved) =>
  inTransaction(officer, async (tx) => {
    const found = await receiptsOf(tx, rosterId);
    return sheet.lines.map(({ id }) => found.get(id)?.method ?? null);
  });
const todos = () => inTransaction(officer, (tx) => receiptTodos(tx, officer, "2020-06-06"));
const dissolve = ({ rosterId }: Approved) =>
  inTransaction(reviewer, (tx) =>
    dissolveWageRoster(tx, rosterId, "金额有误", { userId: reviewer.userId, now: NOW }),
  );

test("[R05] a wage is signed for on one's own phone: the person reads month, post, days, amount and masked account", async () => {
  const one = await paid("杨木犀");
  const token = await linkFor(officer, one.line(0), NOW);
  const { open } = await confirmLink(token, NOW);
  const line = open?.line;
  if (line === undefined) throw new Error("not open");
  const text = signedDocument(line.facts, line.told);
  for (const part of [
    ...["工资月份：2020年5月", "岗位：护林员", "出勤：26 天", "实发：1,000 元", "2020-06-05"],
    ...["农村信用社 6217 **** ", "532324********", "上述工资我本人已经收到", RECEIPT_NOTICE.title],
  ]) {
    expect(text).toContain(part);
  }
  const form = await formFor(token, NOW, { agreedTo: ["service", "employerReferral"] });
  expect(await signLine(token, form, NOW)).toMatchObject({ ok: true });
  expect(await receipts(one)).toEqual(["ownPhone"]);
  const { rows } = await at.owner.query<{ document_digest: Buffer; notice_id: string | null }>(
    "SELECT document_digest, notice_id FROM acknowledgement WHERE line_id = $1",
    [one.line(0).lineId],
  );
  expect(rows).toEqual([
    { document_digest: createHash("sha256").update(text).digest(), notice_id: null },
  ]);
  // A receipt asks for no consent, whatever a form says.
  const { rowCount } = await at.owner.query("SELECT FROM consent WHERE line_id = $1", [
    one.line(0).lineId,
  ]);
  expect(rowCount).toBe(0);
});

test("[R05] on the tablet the officer is the witness; the trail knows a payee and no trainee", async () => {
  const one = await paid("杨山茶");
  await signOnPhone(officer, one.line(0), NOW, { way: "screen" });
  expect(await receipts(one)).toEqual(["screen"]);
  const { rows } = await at.owner.query<{ actor_name: string }>(
    "SELECT actor_name FROM trail_event WHERE action = 'signing.sign' AND subject_id = $1",
    [one.line(0).lineId],
  );
  expect(rows).toEqual([{ actor_name: "杨山茶（领款人）" }]);
});

test("[R05] on paper the signature cell makes the receipt; the fingerprint cell is neither cut nor asked for", async () => {
  const one = await paid("杨木犀", "杨山茶", "杨白蜡");
  const print = await buildPrint(officer, one.rosterId, NOW);
  const blank = ["1/FINGERPRINT", "2/SIGNATURE", "3/FINGERPRINT"] as const;
  await uploadAndRead(officer, one.rosterId, [await signedScan(print, { page: 1, blank })], NOW);
  const { rows } = await at.owner.query<{ element: string; proposed: string }>(
    `SELECT c.element, c.proposed FROM scan_cell c JOIN scan_page p ON p.id = c.page_id
     WHERE p.roster_id = $1 ORDER BY c.row_no`,
    [one.rosterId],
  );
  expect(rows.map(({ element, proposed }) => `${element} ${proposed}`)).toEqual([
    "SIGNATURE present",
    "SIGNATURE blank",
    "SIGNATURE present",
  ]);
  expect(await todos()).toMatchObject([
    { detail: "1 页的签收待确认", to: `/rosters/${one.rosterId}/scans` },
  ]);
  expect(await confirmClear(officer, one.rosterId, NOW)).toBe(3);
  expect(await todos()).toEqual([]);
  expect(await receipts(one)).toEqual(["paper", null, "paper"]);
});

test("the paper of wages carries its code, amounts and posts; numbers are masked for who may not see them", async () => {
  const one = await paid("杨木犀");
  const asked = { rosterId: one.rosterId, purpose: "5 月工资签收" };
  const full = await printWageRoster(officer, asked, NOW);
  expect(full).toMatchObject({
    ok: true,
    value: {
      notForSigning: null,
      sheet: { month: "2020-05-01", seal: null },
      lines: [
        {
          name: "杨木犀",
          post: "护林员",
          workedDays: 26,
          restDays: 5,
          payFen: 100_000,
          receipt: "",
        },
      ],
    },
  });
  if (!full.ok) throw new Error("refused");
  expect(full.value.signing?.pages[0]?.code).toMatch(/^HM1-/);
  const masked = await printWageRoster(finance, asked, NOW);
  expect(masked).toMatchObject({ value: { notForSigning: "masked", signing: null } });
  expect(await printWageRoster(officer, { ...asked, purpose: " " }, NOW)).toMatchObject({
    refusal: { kind: "purposeMissing" },
  });
});

test("nobody is asked to sign for money that has not come", async () => {
  const one = await approved("杨木犀", "杨山茶");
  const all = { rosterId: one.rosterId, lineId: null, way: "ownPhone" } as const;
  expect(await createSigningLinks(officer, all, NOW)).toMatchObject({
    refusal: { kind: "unpaid", name: "杨木犀" },
  });
  await payWages(finance, one.sheet, NOW, one.sheet.lines.slice(1));
  const given = await createSigningLinks(officer, all, NOW);
  expect(given).toMatchObject({ ok: true, value: { links: [{ name: "杨山茶" }] } });
});

test("before the approval there is nothing to sign, and another county has no such sheet", async () => {
  const sheet = await buildWageSheet(at.owner, officer, ["杨木犀"]);
  const { rows } = await at.owner.query("SELECT roster_id FROM wage_sheet WHERE id = $1", [
    sheet.id,
  ]);
  expect(rows).toEqual([{ roster_id: null }]);
  const rosterId = await approveWageSheet(reviewer, sheet, NOW);
  const ask = { rosterId, lineId: null, way: "screen" } as const;
  const notFound = { refusal: { kind: "notFound" } };
  expect(await createSigningLinks(elsewhere, ask, NOW)).toMatchObject(notFound);
  expect(await revokeSigningLinks(elsewhere, ask, NOW)).toMatchObject(notFound);
  const upload = { rosterId, files: [], refused: [] };
  expect(await uploadScans(elsewhere, upload, NOW)).toMatchObject(notFound);
  expect(await printWageRoster(elsewhere, { rosterId, purpose: "看" }, NOW)).toMatchObject(
    notFound,
  );
  expect(await viewSignedHead(elsewhere, rosterId, "2020-06-06")).toBeNull();
  expect(await viewSignedHead(officer, rosterId, "2020-06-06")).toMatchObject({
    kind: "WAGES",
    to: `/wage-sheets/${sheet.id}`,
    label: expect.stringMatching(/^2020年5月公共服务岗位工资表（\d+）$/) as string,
  });
});

test("closed ways: used, revoked, of a line whose content changed, of one who took his consent back", async () => {
  const one = await paid("杨木犀", "杨山茶");
  const used = await linkFor(officer, one.line(0), NOW);
  await signLine(used, await formFor(used, NOW), NOW);
  expect((await lookAtLink(used, NOW)).open).toBeNull();
  const revoked = await linkFor(officer, one.line(1), NOW);
  await revokeSigningLinks(officer, one.line(1), NOW);
  expect((await lookAtLink(revoked, NOW)).open).toBeNull();
  const outdated = await linkFor(officer, one.line(1), NOW);
  await at.owner.query("UPDATE roster_line SET trade = '护路员' WHERE id = $1", [
    one.line(1).lineId,
  ]);
  expect((await lookAtLink(outdated, NOW)).open).toBeNull();
  const { personId = "" } = one.sheet.lines[1] ?? {};
  await giveConsent(officer, personId, "service", NOW);
  const withdrawal = { personId, purpose: "service", way: "inPerson", reason: "不再联系" } as const;
  await withdrawConsent(officer, withdrawal, NOW);
  const asked = { ...one.line(1), way: "ownPhone" } as const;
  expect(await createSigningLinks(officer, asked, NOW)).toMatchObject({
    refusal: { kind: "withdrawn" },
  });
});

test("a sheet goes back while nobody has signed, and comes again with the same lines in a new version", async () => {
  const one = await paid("杨木犀");
  const token = await linkFor(officer, one.line(0), NOW);
  expect(await dissolve(one)).toBe("dissolved");
  expect((await lookAtLink(token, NOW)).open).toBeNull();
  expect(await receipts(one)).toEqual([null]);
  const asked = { ...one.line(0), way: "ownPhone" } as const;
  const closed = { refusal: { kind: "notApproved" } };
  expect(await createSigningLinks(officer, asked, NOW)).toMatchObject(closed);
  expect(await uploadScans(officer, { ...one, files: [], refused: [] }, NOW)).toMatchObject(closed);
  expect(await approveWageSheet(reviewer, one.sheet, NOW)).toBe(one.rosterId);
  const { rows } = await at.owner.query<{ content_version: number; removed_at: Date | null }>(
    "SELECT content_version, removed_at FROM roster_line WHERE id = $1",
    [one.line(0).lineId],
  );
  expect(rows).toEqual([{ content_version: 2, removed_at: null }]);
  expect((await lookAtLink(token, NOW)).open).toBeNull();
  await signOnPhone(officer, one.line(0), NOW);
  expect(await dissolve(one)).toBe("signed");
  expect(await receipts(one)).toEqual(["ownPhone"]);
});

test("a signature taken by mistake is voided, and the wage is signed for again", async () => {
  const one = await paid("杨木犀");
  await signOnPhone(officer, one.line(0), NOW, { way: "screen" });
  const { rows } = await at.owner.query<{ id: string }>(
    "SELECT id FROM acknowledgement WHERE line_id = $1",
    [one.line(0).lineId],
  );
  const asked = { ...one.line(0), acknowledgementId: rows[0]?.id ?? "", reason: "签成了别人" };
  expect(await voidSignature(officer, asked, NOW)).toMatchObject({ ok: true });
  expect(await receipts(one)).toEqual([null]);
  expect(await dissolve(one)).toBe("dissolved");
});

test("who took over a post within the month signs for each of the two", async () => {
  const one = await approved("杨木犀");
  const first = one.sheet.lines[0];
  if (first === undefined) throw new Error("no line");
  const { rows } = await at.owner.query<{ id: string }>(
    `INSERT INTO roster_line SELECT (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(),
       'line_no', 2))).* FROM roster_line l WHERE id = $1 RETURNING id`,
    [first.id],
  );
  expect(rows).toHaveLength(1);
});

test("the page of a wage roster shows who has signed, by which way, and no fingerprints are waited for", async () => {
  const one = await paid("杨木犀", "杨山茶");
  await signOnPhone(officer, one.line(1), NOW);
  const roster = await inTransaction(officer, (tx) => findSignedRoster(tx, one.rosterId));
  if (roster === null) throw new Error("no roster");
  const page = await viewSigning(officer, roster, { show: "unsigned", page: 1, size: 50 }, NOW);
  expect(page).toMatchObject({ headcount: 2, signed: 1, toSign: 1, rows: [{ name: "杨木犀" }] });
  // Who has signed on a screen is not waited for on paper.
  await buildPrint(officer, one.rosterId, NOW);
  const head = { ...roster, contentVersion: 1 };
  const before = await viewScans(officer, head, NOW, "2020-06-06");
  expect(before?.expected).toMatchObject([{ state: "missing", people: ["杨木犀"] }]);
  await signOnPhone(officer, one.line(0), NOW);
  const after = await viewScans(officer, head, NOW, "2020-06-06");
  expect(after?.expected).toMatchObject([{ state: "offPaper", people: [] }]);
});

test("a decision over a foreign county's page of wages is not found", async () => {
  const one = await paid("杨木犀");
  const asked = { rosterId: one.rosterId, pageId: one.rosterId, version: 1, cells: [] };
  expect(await decideCells(elsewhere, asked, NOW)).toMatchObject({ refusal: { kind: "notFound" } });
});
