import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewNotice } from "~/data/posts/notice-view.server";
import { day } from "~/domain/shared/calendar-date";
import { closeNotice } from "~/usecases/posts/close-notice.server";
import { confirmAppointments } from "~/usecases/posts/confirm-appointments.server";
import { addNoticeProof, openNoticeProof } from "~/usecases/posts/notice-proof.server";
import { openNotice } from "~/usecases/posts/open-notice.server";
import { buildQuota } from "#test/builders/post";
import { received, value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import {
  aNotice,
  aVillager,
  foreigner,
  HUNG,
  loadVillagers,
  noticeText,
  NOW,
  officer,
  propose,
  reviewer,
  told,
  trailOf,
} from "./appointment-support";

let at: TestPlatform;
let quotaId: string;
beforeAll(async () => {
  at = await openTestPlatform();
  await loadVillagers();
  quotaId = await buildQuota(at.owner, { posts: 100 });
});
afterAll(() => at.close());

const TODAY = day("2020-07-01");
const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from("a wall with a sheet of paper"),
]);

const proposed = async () => value(await propose(await aVillager(at), quotaId));
async function asked(noticeId: string) {
  const page = await viewNotice(officer, noticeId, TODAY);
  return { noticeId, version: page?.version ?? 0 };
}
const close = async (noticeId: string) =>
  told(await closeNotice(officer, { ...(await asked(noticeId)), closingNote: "" }, NOW));
const confirm = async (noticeId: string, ids: readonly string[]) =>
  value(
    await confirmAppointments(reviewer, { ...(await asked(noticeId)), appointmentIds: ids }, NOW),
  );

describe("[R12] a notice entered after its first day", () => {
  test("is not over without its picture, which is not exchanged and leaves its trail when it is seen", async () => {
    const id = await proposed();
    const late = new Date("2020-03-11T02:00:00Z");
    const noticeId = await aNotice([id], late);
    expect((await viewNotice(officer, noticeId, TODAY))?.isLate).toBe(true);
    expect(await close(noticeId)).toBe("unproved");
    expect(await openNoticeProof(officer, noticeId, NOW)).toBeNull();
    const prove = async (bytes: Buffer, actor = officer) =>
      told(
        await addNoticeProof(actor, await asked(noticeId), await received(bytes, "公示.png"), NOW),
      );
    expect(await prove(Buffer.from("no picture"))).toBe("wrongFile");
    expect(await prove(PNG, reviewer)).toBe("forbidden");
    expect(await prove(PNG)).toBe("done");
    expect(await prove(PNG)).toBe("hasProof");
    expect(await openNoticeProof(foreigner, noticeId, NOW)).toBeNull();
    const opened = await openNoticeProof(reviewer, noticeId, NOW);
    expect(opened).toMatchObject({ mediaType: "image/png", fileName: "公示.png" });
    expect((await trailOf(at, noticeId))[0]?.action).toBe("post.notice.viewProof");
    expect(await close(noticeId)).toBe("done");
    expect(await confirm(noticeId, [id])).toEqual({ confirmed: 1, left: [] });
  });

  test("one entered on its first day needs none", async () => {
    const noticeId = await aNotice([await proposed()]);
    expect((await viewNotice(officer, noticeId, TODAY))?.isLate).toBe(false);
    expect(await close(noticeId)).toBe("done");
  });
});

describe("[R12] a term begins after the notice", () => {
  test.each([
    ["2020-03-14", "startsBefore"],
    ["2020-03-15", "done"],
  ])("from %s: %s", async (startsOn, wanted) => {
    const endsOn = "2020-08-31";
    const id = value(await propose(await aVillager(at), quotaId, { startsOn, endsOn }));
    const asking = { appointmentIds: [id], form: noticeText() };
    expect(told(await openNotice(officer, asking, HUNG))).toBe(wanted);
  });
});

test("[R12] who was proposed under other terms than the quota gives by now is neither told of nor confirmed", async () => {
  const own = await buildQuota(at.owner, { posts: 5 });
  const [early, later] = [await aVillager(at), await aVillager(at)];
  const id = value(await propose(early, own));
  const noticeId = await aNotice([id]);
  expect(await close(noticeId)).toBe("done");
  const waiting = value(await propose(later, own));
  const cut = "UPDATE post_quota SET monthly_rate_fen = 60000 WHERE id = $1";
  await at.owner.query(cut, [own]);
  const asking = { appointmentIds: [waiting], form: noticeText() };
  expect(told(await openNotice(officer, asking, HUNG))).toBe("quotaChanged");
  expect(await confirm(noticeId, [id])).toMatchObject({
    ...{ confirmed: 0, left: [{ reason: "岗位指标已改，与登记的区域、期限、标准或资金不一致" }] },
  });
});
