import { afterAll, beforeAll, expect, test } from "vitest";
import { findPayeeAccounts, maskedAccount } from "~/data/people/payee-account-store.server";
import { exportAccountSheet } from "~/usecases/claims/export-account-sheet.server";
import { recordAccounts } from "~/usecases/claims/record-accounts.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { buildEmployer } from "#test/builders/placement";
import { received, value } from "#test/db/rosters/support";
import { readRows } from "#test/support/read-workbook";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aPot, AT, officer } from "./claim-support";
import { aWorker, drawn, finance, foreigner, nextDay, openYear } from "./flow-support";

let at: TestPlatform;
let batchId = "";
let people: readonly { readonly personId: string; readonly name: string }[] = [];
beforeAll(async () => {
  at = await openTestPlatform();
  const of = { snapshot: await openYear(at), employerId: await buildEmployer(at.owner) };
  const potId = await aPot(at);
  const startedOn = nextDay();
  people = [await aWorker(at, of, startedOn), await aWorker(at, of, startedOn)];
  batchId = await drawn(potId, startedOn);
});
afterAll(() => at.close());

const refusal = (kind: string) => ({ ok: false, refusal: { kind } });
const HEAD = "序号,姓名,身份证号,户名,开户银行,账号";

async function upload(rows: readonly (readonly (string | number)[])[], actor = officer) {
  const text = [HEAD, ...rows.map((row) => row.join(","))].join("\n");
  return recordAccounts(actor, batchId, await received(Buffer.from(text), "账户.csv"), AT);
}
const row = (n: number, account: string, name = people[n - 1]?.name ?? "", id = "") => [
  ...[n, name, id, name, "建设银行", account],
];
let masks: readonly string[] = [];
async function accounts() {
  const found = await inTransaction(officer, (tx) =>
    findPayeeAccounts(
      tx,
      people.map(({ personId }) => personId),
    ),
  );
  return people.map(({ personId }) => {
    const one = found.get(personId);
    return one === undefined ? null : maskedAccount(one);
  });
}

test("the sheet of accounts has a row a line, its numbers masked, and no account", async () => {
  expect(await exportAccountSheet(foreigner, batchId, AT)).toEqual(refusal("notFound"));
  expect(await exportAccountSheet(finance, batchId, AT)).toEqual(refusal("forbidden"));
  const { fileName, bytes } = value(await exportAccountSheet(officer, batchId, AT));
  expect(fileName).toMatch(/收款账户\.xlsx$/);
  const parts: Buffer[] = [];
  for await (const part of bytes) parts.push(part);
  const [head, ...rows] = await readRows(Buffer.concat(parts));
  expect(head?.texts).toEqual(HEAD.split(","));
  expect(rows.map(({ texts }) => texts.slice(0, 2))).toEqual(
    people.map(({ name }, n) => [String(n + 1), name]),
  );
  masks = rows.map(({ texts }) => texts[2] ?? "");
  expect(masks[0]).toMatch(/^532324\*{8}\d{3}[\dX]$/);
});

test("[R14] every wrong row of the sheet is told with its cure, and nothing is written", async () => {
  const before = await accounts();
  const messages = async (rows: readonly (readonly (string | number)[])[]) => {
    const outcome = await upload(rows);
    if (outcome.ok || outcome.refusal.kind !== "wrongRows")
      throw new Error(JSON.stringify(outcome));
    return outcome.refusal.problems.map((one) => `${one.sheetRow} ${one.message}`);
  };
  const good = row(1, "6217001111111111");
  expect(await messages([good, row(9, "6217002222222222", "某")])).toEqual([
    expect.stringMatching(/^3 本批没有这个序号/),
  ]);
  expect(await messages([good, row(2, "6217002222222222", "张三")])).toEqual([
    expect.stringMatching(/^3 序号 2 在本批是/),
  ]);
  expect(await messages([good, row(2, "6217002222222222", undefined, masks[0])])).toEqual([
    expect.stringMatching(/^3 序号 2 .*身份证号与本批不同/),
  ]);
  expect(await messages([good, row(2, "6.217E+15")])).toEqual([expect.stringMatching(/^3 .*账号/)]);
  expect(await messages([good, row(2, "6217001111111111")])).toEqual([
    expect.stringMatching(/^3 与第 2 行账号相同/),
  ]);
  expect(await messages([good, row(1, "6217003333333333")])).toEqual([
    expect.stringMatching(/^3 与第 2 行序号相同/),
  ]);
  expect(await messages([[1, people[0]?.name ?? "", "", "", "", "6217001111111111"]])).toEqual([
    expect.stringMatching(/^2 .*户名.*开户银行/),
  ]);
  expect(await upload([])).toMatchObject(refusal("unreadable"));
  expect(await upload([good], foreigner)).toEqual(refusal("notFound"));
  expect(await upload([good], finance)).toEqual(refusal("forbidden"));
  expect(await accounts()).toEqual(before);
});

test("[R14] a right sheet is taken whole, rows left empty stay, and not while others pass the claim", async () => {
  const [, second] = await accounts();
  const empty = [2, people[1]?.name ?? "", "", "", "", ""];
  expect(await upload([row(1, "6217001111111111", undefined, masks[0]), empty])).toEqual({
    ok: true,
    value: 1,
  });
  expect(await accounts()).toEqual(["6217 **** 1111", second]);
  await at.owner.query("UPDATE claim_batch SET state = 'submitted' WHERE id = $1", [batchId]);
  expect(await upload([row(1, "6217004444444444")])).toEqual({
    ok: false,
    refusal: { kind: "wrongState", state: "submitted" },
  });
});
