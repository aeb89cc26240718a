import { afterAll, beforeAll, expect, test } from "vitest";
import { viewLineAccount } from "~/data/claims/line-account-view.server";
import { listTodos } from "~/data/rosters/todo-view.server";
import { recordPayeeAccount } from "~/usecases/claims/record-payee-account.server";
import { sendClaim } from "~/usecases/claims/send-claim.server";
import { vouchForClaimPayee } from "~/usecases/claims/vouch-for-claim-payee.server";
import { buildEmployer } from "#test/builders/placement";
import { buildAccount } from "#test/builders/post";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aPot, AT, COUNTY, officer, TODAY } from "./claim-support";
import {
  accountFormOf as form,
  approved,
  aWorker,
  claimLines,
  drawn,
  finance,
  nextDay,
  openYear,
  received,
  reviewed,
  reviewer,
  submitted,
} from "./flow-support";

let at: TestPlatform;
let of: { readonly snapshot: string; readonly employerId: string };
beforeAll(async () => {
  at = await openTestPlatform();
  of = { snapshot: await openYear(at), employerId: await buildEmployer(at.owner) };
});
afterAll(() => at.close());

const LATER = new Date(AT.getTime() + 60_000);
const NEW = "6217009912345678";

async function aClaim(pass: (batchId: string) => Promise<string>) {
  const potId = await aPot(at);
  await received(at, potId, 10_000_000);
  const startedOn = nextDay();
  const worker = await aWorker(at, of, startedOn);
  const batchId = await pass(await drawn(potId, startedOn));
  const [line] = await claimLines(at, batchId);
  return { worker, asked: { batchId, lineId: line?.id ?? "" } };
}

test("[R14] while others pass a claim its accounts stand: it is returned before one is changed", async () => {
  for (const pass of [submitted, reviewed]) {
    const { worker, asked } = await aClaim(pass);
    expect(await recordPayeeAccount(officer, asked, form(NEW, worker.name), LATER)).toMatchObject({
      refusal: { kind: "wrongState" },
    });
  }
});

test("[R14] an account of before the submission needs no second look", async () => {
  const { asked } = await aClaim(approved);
  const vouched = { ...asked, reason: "看过" };
  expect(await vouchForClaimPayee(reviewer, vouched, LATER)).toMatchObject({
    refusal: { kind: "notShared" },
  });
  value(await sendClaim(finance, { batchId: asked.batchId }, LATER));
});

test("[R14] an account that came to the person in another way after the submission waits for a reviewer too, on his home page", async () => {
  const { worker, asked } = await aClaim(approved);
  await buildAccount({ ...worker, countyCode: COUNTY }, NEW);
  await at.owner.query(
    "UPDATE payee_account SET recorded_at = $2, recorded_by = $3 WHERE person_id = $1 AND replaced_at IS NULL",
    [worker.personId, LATER, officer.userId],
  );
  expect(await viewLineAccount(reviewer, asked.batchId, asked.lineId)).toMatchObject({
    isUnseen: true,
    isRefused: false,
  });
  const waits = async () =>
    (await listTodos(reviewer, TODAY)).rows.some(({ what }) => what.startsWith("确认收款账户"));
  expect(await waits()).toBe(true);
  expect(await sendClaim(finance, { batchId: asked.batchId }, LATER)).toMatchObject({
    refusal: { kept: [expect.stringContaining("报送之后登记的")] },
  });
  const seen = { ...asked, reason: "已核对银行卡" };
  const enteredIt = { ...reviewer, userId: officer.userId };
  expect(await vouchForClaimPayee(enteredIt, seen, LATER)).toMatchObject({
    refusal: { kind: "ownWork" },
  });
  value(await vouchForClaimPayee(reviewer, seen, LATER));
  expect(await waits()).toBe(false);
  value(await sendClaim(finance, { batchId: asked.batchId }, LATER));
});
