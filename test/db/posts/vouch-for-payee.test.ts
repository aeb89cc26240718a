import { afterAll, beforeAll, expect, test } from "vitest";
import { submitWageSheet } from "~/usecases/posts/submit-wage-sheet.server";
import { vouchForPayee } from "~/usecases/posts/vouch-for-payee.server";
import { buildAccount } from "#test/builders/post";
import {
  aPost,
  approved,
  aSheet,
  COUNTY,
  foreigner,
  NOW,
  officer,
  paid,
  reviewer,
} from "#test/db/posts/wage-support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const note = "已核对本人银行卡和身份证";
let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

/** Somebody is paid to a number; then it is registered for another, who is its owner. */
async function owned(township: string, account: string) {
  const first = await aPost(at, { township, name: "前五", account });
  await paid(at, await approved(township), [account]);
  const owner = await aPost(at, { township: `${township}二`, name: "后六", account });
  return { first, owner, sheetId: await aSheet(`${township}二`) };
}

test("[R05] the owner of an account that another was once paid to is paid again when a reviewer has seen whose it is", async () => {
  const { first, owner, sheetId } = await owned("甲归乡", "62170066000000001");
  const vouch = (actor = reviewer, told = note) =>
    vouchForPayee(actor, { appointmentId: owner.id, note: told }, NOW);
  expect(await vouch()).toMatchObject({ refusal: { kind: "othersStand" } });
  await buildAccount({ ...first, countyCode: COUNTY }, "62170066000000002");
  expect(await submitWageSheet(officer, { sheetId, version: 1 }, NOW)).toMatchObject({ ok: false });
  expect(await vouch(officer)).toMatchObject({ refusal: { kind: "forbidden" } });
  expect(await vouch(foreigner)).toMatchObject({ refusal: { kind: "notFound" } });
  expect(await vouch(reviewer, "核对了")).toMatchObject({ refusal: { kind: "noNote" } });
  expect(await vouch()).toMatchObject({ ok: true });
  expect(await vouch()).toMatchObject({ refusal: { kind: "notShared" } });
  expect(await submitWageSheet(officer, { sheetId, version: 1 }, NOW)).toMatchObject({ ok: true });
});

test("[R05] the word holds for the account it was given for, not for the same number registered anew", async () => {
  const { first, owner, sheetId } = await owned("乙归乡", "62170066000000003");
  await buildAccount({ ...first, countyCode: COUNTY }, "62170066000000004");
  await vouchForPayee(reviewer, { appointmentId: owner.id, note }, NOW);
  await buildAccount({ ...owner, countyCode: COUNTY }, "62170066000000003");
  expect(await submitWageSheet(officer, { sheetId, version: 1 }, NOW)).toMatchObject({ ok: false });
});
