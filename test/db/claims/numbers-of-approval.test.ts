import { afterAll, beforeAll, expect, test } from "vitest";
import { checkClaim } from "~/usecases/claims/check-claim.server";
import { newId } from "~/platform/id.server";
import { buildEmployer } from "#test/builders/placement";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aPot, COUNTY, officer } from "./claim-support";
import { approved, aWorker, drawn, nextDay, openYear, received } from "./flow-support";

let at: TestPlatform;
let of: { readonly snapshot: string; readonly employerId: string };
beforeAll(async () => {
  at = await openTestPlatform();
  of = { snapshot: await openYear(at), employerId: await buildEmployer(at.owner) };
});
afterAll(() => at.close());

const LATER = new Date("2020-11-02T02:00:00Z");

/** Entered after the approval, and back-dated to before the work began. */
async function enteredSince(parameter: string, number: number): Promise<void> {
  await at.owner.query(
    `INSERT INTO parameter_value (id, region_code, parameter, value, from_on, source, entered_by,
       entered_by_name, entered_at) VALUES ($1, $2, $3, $4, '2020-01-02', '补发文件', $1, '某', $5)`,
    [newId(), COUNTY, parameter, number, "2020-11-01"],
  );
}

test("[R14] a number entered or withdrawn after the approval turns no approved line bad, but a draft's", async () => {
  const potId = await aPot(at);
  await received(at, potId, 10_000_000);
  const [first, second] = [nextDay(), nextDay()];
  await aWorker(at, of, first);
  await aWorker(at, of, second);
  const batchId = await approved(await drawn(potId, first));
  const draftId = await drawn(potId, second);
  await enteredSince("claim.outworkShanghai", 700);
  await at.owner.query(
    "UPDATE parameter_value SET withdrawn_at = '2020-11-01' WHERE parameter = 'claim.maxAge'",
  );
  const told = async (id: string) => {
    const { byRule, proposed } = value(await checkClaim(officer, id, LATER));
    const bad = byRule.filter(({ fail, unknown }) => fail + unknown > 0).map(({ rule }) => rule);
    return { proposed, bad: bad.filter((rule) => /rate-agrees|not-too-old/.test(rule)) };
  };
  expect(await told(batchId)).toEqual({ proposed: 0, bad: [] });
  expect((await told(draftId)).bad).toEqual(["eligibility/not-too-old", "money/rate-agrees"]);
});
