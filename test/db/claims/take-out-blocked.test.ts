import { afterAll, beforeAll, expect, test } from "vitest";
import { viewClaimHead } from "~/data/claims/claim-head-view.server";
import { viewClaimLines } from "~/data/claims/claim-lines-view.server";
import { day } from "~/domain/shared/calendar-date";
import { drawClaim } from "~/usecases/claims/draw-claim.server";
import { takeOutBlocked } from "~/usecases/claims/take-out-blocked.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildPerson } from "#test/builders/person";
import { buildEmployer, buildPlacement } from "#test/builders/placement";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aNumber, aPot, AT, COUNTY, officer, TODAY } from "./claim-support";

let at: TestPlatform;
let batchId: string;

/** Nobody is in a registry and nobody has an account: each of the two bars the claim. */
beforeAll(async () => {
  at = await openTestPlatform();
  await aNumber(at, "claim.stablePerson", 300);
  const employerId = await buildEmployer(at.owner);
  for (const serial of [811, 812]) {
    const idNumber = idNumberOf(COUNTY, "1985-06-07", serial);
    const person = { idNumber, name: "普光明", countyCode: COUNTY, phone: `1350000${serial}0` };
    const personId = await buildPerson(at.owner, person);
    await buildPlacement(at.owner, { personId, employerId, startedOn: "2020-06-01", evidence: 1 });
  }
  const source = { kind: "STABLE_EMPLOYMENT", from: day("2020-06-01"), to: day("2020-06-30") };
  const asked = { countyCode: COUNTY, year: 2020, title: "", potId: await aPot(at) };
  const drawn = { ...asked, source: { ...source, kind: "STABLE_EMPLOYMENT" as const } };
  batchId = value(await drawClaim(officer, drawn, AT));
});
afterAll(() => at.close());

const headOf = async () => {
  const head = await viewClaimHead(officer, batchId, TODAY);
  if (head === null) throw new Error("no such claim");
  return head;
};
const asked = async (seen: number, reason = "不在建档立卡数据内") => {
  const { version } = await headOf();
  return { batchId, version, seen, reason };
};

test("all lines that bar a claim go out for one reason, if they are as many as the officer saw", async () => {
  const other = await takeOutBlocked(officer, await asked(1), AT);
  expect(other).toMatchObject({ ok: false, refusal: { kind: "otherCount", lines: 2 } });
  const silent = await takeOutBlocked(officer, await asked(2, " "), AT);
  expect(silent).toMatchObject({ ok: false, refusal: { kind: "reasonMissing" } });
  const reviewer = anActor("reviewer", COUNTY);
  const notHis = await takeOutBlocked(reviewer, await asked(2), AT);
  expect(notHis).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
  expect((await headOf()).lineCount).toBe(2);

  expect(value(await takeOutBlocked(officer, await asked(2), AT))).toBe(2);
  const head = await headOf();
  expect(head).toMatchObject({ lineCount: 0, totalFen: 0 });
  const removed = { group: "removed", rule: null, name: "" } as const;
  const page = { cursor: { after: null, before: null }, size: 50 };
  const { rows } = await viewClaimLines(officer, head, removed, page);
  const reasons = rows.map(({ removedReason }) => removedReason);
  expect(reasons).toEqual(["不在建档立卡数据内", "不在建档立卡数据内"]);
  const again = await takeOutBlocked(officer, await asked(0), AT);
  expect(again).toMatchObject({ ok: false, refusal: { kind: "otherCount", lines: 0 } });
});
