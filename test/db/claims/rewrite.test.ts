import { afterAll, beforeAll, expect, test } from "vitest";
import { listClaims } from "~/data/claims/claim-list-view.server";
import { viewClaimDraft, viewPotChoices } from "~/data/claims/claim-draft-view.server";
import { viewClaimHead } from "~/data/claims/claim-head-view.server";
import { viewClaimLine } from "~/data/claims/claim-line-view.server";
import { viewClaimLines } from "~/data/claims/claim-lines-view.server";
import { viewClaimReport, viewPrintedReport } from "~/data/claims/claim-report-view.server";
import { viewClaimSources } from "~/data/claims/claim-sources-view.server";
import { viewRunLines } from "~/data/claims/run-lines-view.server";
import { day } from "~/domain/shared/calendar-date";
import { checkClaim } from "~/usecases/claims/check-claim.server";
import { drawClaim } from "~/usecases/claims/draw-claim.server";
import { exportReport } from "~/usecases/claims/export-report.server";
import { redrawClaim } from "~/usecases/claims/redraw-claim.server";
import {
  editClaim,
  putBack,
  removeClaim,
  takeLineOut,
} from "~/usecases/claims/rewrite-claim.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildPerson } from "#test/builders/person";
import { buildEmployer, buildPlacement } from "#test/builders/placement";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aNumber, aPot, AT, COUNTY, officer, TODAY } from "./claim-support";

let at: TestPlatform;
let potId: string;
let employerId: string;
const JUNE = { from: day("2020-06-01"), to: day("2020-06-30") };
const source = { kind: "STABLE_EMPLOYMENT", ...JUNE } as const;
const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);
const ALL_CLAIMS = {
  ...{ county: "", kind: null, year: null, potId: null },
  state: "standing",
} as const;
const all = { cursor: { after: null, before: null }, size: 50 };
const EVERY = { group: "all", rule: null, name: "" } as const;

beforeAll(async () => {
  at = await openTestPlatform();
  potId = await aPot(at);
  employerId = await buildEmployer(at.owner);
  await aNumber(at, "claim.stablePerson", 300);
});
afterAll(() => at.close());

async function aJob(serial: number, startedOn = "2020-06-01", evidence = 1): Promise<string> {
  const idNumber = idNumberOf(COUNTY, "1985-06-07", serial);
  const phone = `135${String(serial).padStart(8, "0")}`;
  const personId = await buildPerson(at.owner, {
    ...{ idNumber, name: `普光${serial % 10}明`, countyCode: COUNTY, phone },
  });
  return buildPlacement(at.owner, { personId, employerId, startedOn, evidence });
}

const headOf = async (id: string, actor = officer) => {
  const head = await viewClaimHead(actor, id, TODAY);
  if (head === null) throw new Error("no such claim");
  return head;
};
const stepOf = async (batchId: string) => ({ batchId, version: (await headOf(batchId)).version });
const linesOf = async (id: string, filter: Parameters<typeof viewClaimLines>[2] = EVERY) =>
  viewClaimLines(officer, await headOf(id), filter, all);

let batchId = "";

test("a source says how many can be claimed and why the others cannot", async () => {
  await aJob(801);
  await aJob(802, "2020-06-10", 0);
  await aJob(803, "2020-08-30");
  const june = {
    people: 2,
    open: 1,
    hindered: [{ reason: "没有佐证材料", count: 1 }],
    search: JUNE,
  };
  const asked = { countyCode: COUNTY, kind: "STABLE_EMPLOYMENT" } as const;
  const sources = await viewClaimSources(officer, asked, TODAY);
  expect(sources).toMatchObject([june, { open: 0, hindered: [{ reason: "工作未满规定月数" }] }]);
  const draft = value(await viewClaimDraft(officer, { countyCode: COUNTY, source }, TODAY));
  expect(draft).toMatchObject({ people: 1, claimed: 0, totalFen: 30_000, year: 2020 });
  expect(await viewPotChoices(officer, COUNTY)).toMatchObject([{ id: potId, leftFen: 10_000_000 }]);
  const drawing = { countyCode: COUNTY, year: 2020, potId, title: " 六月稳岗 ", source };
  batchId = value(await drawClaim(officer, drawing, AT));
  const [, after] = await viewClaimSources(officer, asked, TODAY);
  expect(after).toMatchObject({ open: 0, hindered: [{ reason: "已列入其他申领", count: 1 }, {}] });
  for (const kind of ["TRAINING", "AGENCY", "POST", "OUTWORK"] as const) {
    const open = (await viewClaimSources(officer, { countyCode: COUNTY, kind }, TODAY)).filter(
      (one) => one.open > 0,
    );
    expect(open).toHaveLength(kind === "OUTWORK" ? 1 : 0);
  }
});

test("[R14] drawn anew a claim takes in what is newly proved, drops what no longer is, and goes by the new rate", async () => {
  const second = await aJob(804, "2020-06-05");
  const added = value(await redrawClaim(officer, await stepOf(batchId), later(1)));
  expect(added).toEqual({ added: 1, dropped: 0, changed: 0 });
  await at.owner.query(
    "UPDATE parameter_value SET value = 400 WHERE parameter = 'claim.stablePerson'",
  );
  await at.owner.query("UPDATE placement SET evidence_count = 0 WHERE id = $1", [second]);
  const anew = value(await redrawClaim(officer, await stepOf(batchId), later(2)));
  expect(anew).toEqual({ added: 0, dropped: 1, changed: 1 });
  expect(await headOf(batchId)).toMatchObject({ lineCount: 1, totalFen: 40_000 });
  await at.owner.query("UPDATE placement SET evidence_count = 1 WHERE id = $1", [second]);
  expect(value(await redrawClaim(officer, await stepOf(batchId), later(3))).added).toBe(1);
  const { version } = await headOf(batchId);
  const stale = { batchId, version: version - 1 };
  expect(await redrawClaim(officer, stale, later(3))).toMatchObject({
    refusal: { kind: "changedByOthers" },
  });
  const lines = await linesOf(batchId);
  expect(lines.rows.map(({ lineNo }) => lineNo)).toEqual([1, 3]);
  expect(lines.counts).toMatchObject({ all: 2, unchecked: 2, removed: 1 });
});

test("the lines that bar a claim come first, and every figure of its check opens its lines", async () => {
  const first = value(await checkClaim(officer, batchId, later(4)));
  const head = await headOf(batchId);
  expect(head.check).toMatchObject({ number: 1, blockedLines: 2, isStale: false });
  const lines = await linesOf(batchId, { ...EVERY, group: "blocked" });
  expect(lines).toMatchObject({ matching: 2, matchingFen: 80_000 });
  const [told] = lines.rows;
  expect(told).toMatchObject({ standing: "blocked", maskedId: expect.stringContaining("*") });
  const rule = { id: "payee/account-recorded", verdict: "fail" } as const;
  const failing = first.byRule.find(({ fail }) => fail > 0);
  const byRule = { ...rule, id: failing?.rule ?? "" };
  expect(await linesOf(batchId, { ...EVERY, rule: byRule })).toMatchObject({
    matching: failing?.fail,
  });
  const report = await viewClaimReport(officer, head, null);
  if (report === null) throw new Error("no report");
  expect(report).toMatchObject({ number: 1, beforeId: null, isSameRules: true, lineCount: 2 });
  const firsts = report.rules.reduce((sum, one) => sum + one.first, 0);
  expect(firsts).toBe(first.blockedLines);
  expect(report).toMatchObject({
    blockedLines: first.blockedLines,
    warnedLines: first.warnedLines,
    unknownLines: first.unknownLines,
  });
  const [listed] = (await listClaims(officer, ALL_CLAIMS, all, TODAY)).rows.filter(
    ({ id }) => id === batchId,
  );
  const { blockedLines, warnedLines, unknownLines } = first;
  expect(listed?.check).toEqual({ blockedLines, warnedLines, unknownLines });
  for (const row of report.rules) {
    for (const group of ["fail", "unknown", "first", "appeared", "gone"] as const) {
      const page = await viewRunLines(officer, report, { rule: row.rule, group }, all);
      // Of the first run there is nothing it is told apart from.
      const listed = group === "appeared" ? row.fail + row.unknown : row[group];
      expect(page.rows).toHaveLength(listed);
    }
  }
  const printed = await viewPrintedReport(officer, head, 1);
  expect(printed?.lines).toHaveLength(2);
});

test("a line shows every verdict with its clause, and the facts it was judged by", async () => {
  const [row] = (await linesOf(batchId)).rows;
  const head = await headOf(batchId);
  const line = await viewClaimLine(officer, head, row?.id);
  expect(line).toMatchObject({
    rateFen: 40_000,
    amountFen: 40_000,
    rate: { source: "某县〔2020〕1号" },
  });
  expect(line?.source.to).toMatch(/^\/placements\//);
  const verdicts = line?.check?.verdicts ?? [];
  expect(verdicts.filter(({ verdict }) => verdict.kind === "pass").length).toBeGreaterThan(5);
  expect(verdicts.every(({ citation }) => citation.document !== "")).toBe(true);
  expect(line?.check?.facts.map(({ key }) => key)).toEqual([
    ...["person", "placement", "beside", "payee", "pot"],
  ]);
  const district = { ...head, readsWhole: false };
  expect(await viewClaimLine(officer, district, row?.id)).toMatchObject({
    check: null,
    account: null,
  });
  expect(await viewClaimLine(officer, { ...head, id: potId }, row?.id)).toBeNull();
});

test("a line is taken out for a reason, stays out when the claim is drawn anew, and can be put back", async () => {
  const [row] = (await linesOf(batchId)).rows;
  const lineId = row?.id ?? "";
  const asked = { ...(await stepOf(batchId)), lineId };
  const without = await takeLineOut(officer, { ...asked, reason: " " }, later(5));
  expect(without).toMatchObject({ refusal: { kind: "reasonMissing" } });
  value(await takeLineOut(officer, { ...asked, reason: "本人放弃" }, later(5)));
  expect(value(await redrawClaim(officer, await stepOf(batchId), later(6))).added).toBe(0);
  const head = await headOf(batchId);
  expect(head).toMatchObject({ lineCount: 1, check: { blockedLines: 1, isStale: true } });
  expect((await linesOf(batchId, { ...EVERY, group: "removed" })).rows).toContainEqual(
    expect.objectContaining({ id: lineId, removedReason: "本人放弃" }),
  );
  value(await putBack(officer, { ...(await stepOf(batchId)), lineId }, later(7)));
  expect(await headOf(batchId)).toMatchObject({ lineCount: 2 });
});

test("the second check tells itself apart from the first; its report is a file that leaves a trail", async () => {
  await at.owner.query("UPDATE fund_pot SET closed_at = now() WHERE id = $1", [potId]);
  const run = value(await checkClaim(officer, batchId, later(8)));
  expect(run.difference).toContainEqual({ rule: "pot/not-closed", appeared: 2, gone: 0 });
  await at.owner.query("UPDATE fund_pot SET closed_at = NULL WHERE id = $1", [potId]);
  const report = await viewClaimReport(officer, { id: batchId }, 2);
  expect(report?.rules.find(({ rule }) => rule === "pot/not-closed")?.appeared).toBe(2);
  const finance = anActor("finance", COUNTY);
  expect(await exportReport(finance, { batchId, run: 2 }, later(9))).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  const auditor = anActor("auditor", COUNTY);
  const file = value(await exportReport(auditor, { batchId, run: 2 }, later(9)));
  const parts: Buffer[] = [];
  for await (const part of file.bytes) parts.push(part);
  expect(Buffer.concat(parts).subarray(0, 2).toString()).toBe("PK");
  const trail = await at.owner.query(
    "SELECT 1 FROM trail_event WHERE subject_id = $1 AND action = 'claim.export'",
    [batchId],
  );
  expect(trail.rowCount).toBe(1);
});

test("a claim that is drawn up gets another title and pot, and is taken back; what it held can be claimed again", async () => {
  const other = await aPot(at);
  const asked = { ...(await stepOf(batchId)), title: "六月", potId: other };
  expect(await editClaim(officer, { ...asked, title: " " }, later(10))).toMatchObject({
    refusal: { kind: "titleMissing" },
  });
  expect(await editClaim(officer, { ...asked, potId: employerId }, later(10))).toMatchObject({
    refusal: { kind: "potNotFound" },
  });
  value(await editClaim(officer, asked, later(10)));
  expect(await headOf(batchId)).toMatchObject({ title: "六月", potId: other });
  const stranger = anActor("caseOfficer", "530381");
  const taking = { ...(await stepOf(batchId)), reason: "重编" };
  expect(await removeClaim(stranger, taking, later(11))).toMatchObject({
    refusal: { kind: "notFound" },
  });
  const reviewer = anActor("reviewer", COUNTY);
  expect(await removeClaim(reviewer, taking, later(11))).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  value(await removeClaim(officer, taking, later(11)));
  expect(await listClaims(officer, ALL_CLAIMS, all, TODAY)).toMatchObject({
    rows: [],
    total: 0,
    totalFen: 0,
  });
  const gone = await listClaims(officer, { ...ALL_CLAIMS, state: "removed" }, all, TODAY);
  expect(gone.rows).toMatchObject([{ id: batchId, isRemoved: true }]);
  const drawing = { countyCode: COUNTY, year: 2020, potId: other, title: "", source };
  expect(value(await drawClaim(officer, drawing, later(12)))).not.toBe(batchId);
});
