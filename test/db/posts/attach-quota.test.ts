import { afterAll, beforeAll, expect, test } from "vitest";
import { listFittingQuotas } from "~/data/posts/fitting-quotas-view.server";
import { attachQuota } from "~/usecases/posts/attach-quota.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildQuota } from "#test/builders/post";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import * as posts from "./roster-import-support";

const { NOW, SOUND, WUDING } = posts;
let at: TestPlatform;
const officer = anActor("caseOfficer", WUDING, "张经办");

beforeAll(async () => {
  at = await openTestPlatform();
  const other = { ...SOUND, name: "起桂芳", idCardNumber: idNumberOf(WUDING, "1991-03-02", 562) };
  const file = await posts.postFile([SOUND, other]);
  await posts.intoPosts(officer, await posts.checkedPosts(officer, file));
});
afterAll(() => at.close());

/** One of the two posts that came by file, as its page shows it. */
async function post(which: number) {
  const { rows } = await at.owner.query<{ appointmentId: string; version: number }>(
    `SELECT id AS "appointmentId", version FROM post_appointment ORDER BY sheet_row`,
  );
  const found = rows[which];
  if (found === undefined) throw new Error("no such post");
  return found;
}

test("a post that came by file is put under a quota that it fits into and that has room", async () => {
  const quota = { countyCode: WUDING, monthlyRateFen: 80_000, fromOn: "2020-04-01", posts: 1 };
  const fitting = await buildQuota(at.owner, { ...quota, toOn: "2020-09-30" });
  const short = await buildQuota(at.owner, { ...quota, toOn: "2020-09-29" });
  const poor = await buildQuota(at.owner, { ...quota, monthlyRateFen: 79_999 });
  const elsewhere = await buildQuota(at.owner, { ...quota, township: "猫街镇" });
  const foreign = await buildQuota(at.owner, { ...quota, countyCode: "532324" });
  const first = await post(0);
  const attach = (quotaId: string, to = first) => attachQuota(officer, { ...to, quotaId }, NOW);
  for (const [one, misfit] of [
    [short, "days"],
    [poor, "rate"],
    [elsewhere, "area"],
  ] as const) {
    expect(await attach(one)).toMatchObject({ refusal: { kind: "misfit", misfit } });
  }
  expect(await attach(foreign)).toMatchObject({ refusal: { kind: "quotaUnknown" } });
  const { quotas } = await listFittingQuotas(officer, first.appointmentId);
  expect(quotas.map(({ value: one }) => one)).toEqual([fitting]);
  expect(await attach(fitting)).toMatchObject({ ok: true });
  const after = await at.owner.query(
    `SELECT quota_id AS "quotaId", findings @? '$[*] ? (@.kind == "no-quota")' AS "isAsked"
     FROM post_appointment WHERE id = $1`,
    [first.appointmentId],
  );
  expect(after.rows).toEqual([{ quotaId: fitting, isAsked: false }]);
  expect(await attach(fitting)).toMatchObject({ refusal: { kind: "changedByOthers" } });
  const second = await post(1);
  expect(await attach(fitting, second)).toMatchObject({ refusal: { kind: "full" } });
});
