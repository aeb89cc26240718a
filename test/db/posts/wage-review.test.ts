import { afterAll, beforeAll, expect, test } from "vitest";
import { approveWageSheet, returnWageSheet } from "~/usecases/posts/review-wage-sheet.server";
import { redrawWageSheet, removeWageSheet } from "~/usecases/posts/rewrite-wage-sheet.server";
import { sendWages } from "~/usecases/posts/send-wages.server";
import { submitWageSheet } from "~/usecases/posts/submit-wage-sheet.server";
import {
  aPost,
  approved,
  aSheet,
  COUNTY,
  finance,
  foreigner,
  linesOf,
  NOW,
  officer,
  reviewer,
  submitted,
} from "#test/db/posts/wage-support";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

const sheetRow = (id: string) =>
  at.owner
    .query<Record<string, unknown>>(
      `SELECT state, version, roster_id AS "rosterId", return_reason AS "returnReason",
         removed_at IS NOT NULL AS removed FROM wage_sheet WHERE id = $1`,
      [id],
    )
    .then(({ rows }) => rows[0]);

test("[R05] another person approves: not who made or handed in the sheet, nor anybody without the right", async () => {
  const township = "兔街镇";
  await aPost(at, { township });
  const sheetId = await submitted(await aSheet(township));
  const asked = { sheetId, version: 2 };
  expect(await approveWageSheet(officer, asked, NOW)).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  const same = { ...reviewer, userId: officer.userId };
  expect(await approveWageSheet(same, asked, NOW)).toMatchObject({ refusal: { kind: "ownWork" } });
  expect(await returnWageSheet(same, { ...asked, reason: "x" }, NOW)).toMatchObject({
    refusal: { kind: "ownWork" },
  });
  expect(await approveWageSheet(foreigner, asked, NOW)).toMatchObject({
    refusal: { kind: "notFound" },
  });
  expect(await approveWageSheet(reviewer, asked, NOW)).toMatchObject({ ok: true, value: 1 });
  const { rosterId } = (await sheetRow(sheetId)) ?? {};
  const { rows } = await at.owner.query<{ same: boolean }>(
    `SELECT r.id = w.id AS same FROM roster_line r JOIN wage_line w ON w.id = r.id
     WHERE r.roster_id = $1 AND r.removed_at IS NULL`,
    [rosterId],
  );
  expect(rows).toEqual([{ same: true }]);
});

test("[R05] who left after the sheet was handed in is not passed", async () => {
  const township = "马街镇";
  const { id, name } = await aPost(at, { township });
  const sheetId = await submitted(await aSheet(township));
  await at.owner.query(
    "UPDATE post_appointment SET left_on = '2020-05-20', leave_reason = 'PERSONAL' WHERE id = $1",
    [id],
  );
  expect(await approveWageSheet(reviewer, { sheetId, version: 2 }, NOW)).toEqual({
    ok: false,
    refusal: { kind: "stale", names: [name] },
  });
});

test("[R05] an approved sheet goes back while nobody has signed and nothing is sent, and can be passed again", async () => {
  const township = "大中山乡";
  await aPost(at, { township });
  const sheetId = await approved(township);
  const back = (version: number) =>
    returnWageSheet(reviewer, { sheetId, version, reason: "天数有误" }, NOW);
  expect(await back(3)).toMatchObject({ ok: true });
  expect(await sheetRow(sheetId)).toMatchObject({ state: "returned", returnReason: "天数有误" });
  value(await submitWageSheet(officer, { sheetId, version: 4 }, NOW));
  value(await approveWageSheet(reviewer, { sheetId, version: 5 }, NOW));
  value(await sendWages(finance, { sheetId }, NOW));
  expect(await back(7)).toMatchObject({ refusal: { kind: "sent" } });
});

test("[R05] once somebody has signed the sheet stands", async () => {
  const township = "小村乡";
  await aPost(at, { township });
  const sheetId = await approved(township);
  const { rosterId } = (await sheetRow(sheetId)) ?? {};
  const [line] = await linesOf(at, sheetId);
  // On paper, before the money came: what was promised is signed for in the office.
  await at.owner.query(
    `INSERT INTO acknowledgement (id, roster_id, line_id, line_version, county_code, element, method,
       file_id, given_at, recorded_at)
     VALUES (gen_random_uuid(), $1, $2, 1, $3, 'SIGNATURE', 'paper', gen_random_uuid(), now(), now())`,
    [rosterId, line?.id, COUNTY],
  );
  const asked = { sheetId, version: 3, reason: "有误" };
  expect(await returnWageSheet(reviewer, asked, NOW)).toMatchObject({
    refusal: { kind: "signed" },
  });
  expect(await sheetRow(sheetId)).toMatchObject({ state: "approved" });
});

test("a sheet that was handed in is neither redrawn nor removed, and a removed one is over", async () => {
  const township = "马龙镇";
  await aPost(at, { township });
  const sheetId = await submitted(await aSheet(township));
  const wrong = { refusal: { kind: "wrongState", state: "submitted" } };
  const asked = { sheetId, version: 2 };
  expect(await redrawWageSheet(officer, asked, NOW)).toMatchObject(wrong);
  expect(await removeWageSheet(officer, { ...asked, reason: "x" }, NOW)).toMatchObject(wrong);
  value(await returnWageSheet(reviewer, { ...asked, reason: "重做" }, NOW));
  const gone = { sheetId, version: 3, reason: "改编其他表" };
  value(await removeWageSheet(officer, gone, NOW));
  expect(await sheetRow(sheetId)).toMatchObject({ removed: true });
  expect(await linesOf(at, sheetId)).toEqual([]);
  expect(await submitWageSheet(officer, { sheetId, version: 4 }, NOW)).toMatchObject({
    refusal: { kind: "removed" },
  });
});
