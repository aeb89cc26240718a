import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { followUps } from "~/data/people/timeline-placements.server";
import { countFollowUps } from "~/data/placements/follow-up-counts-view.server";
import { followUpTodos } from "~/data/placements/follow-up-todos.server";
import { listHelp } from "~/data/placements/help-list-view.server";
import { helpForm } from "~/domain/placements/follow-up-form";
import { day } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { recordFollowUp } from "~/usecases/placements/record-follow-up.server";
import { recordHelp } from "~/usecases/placements/record-help.server";
import { removePlacement } from "~/usecases/placements/remove-placement.server";
import { revealPhoneForFollowUp } from "~/usecases/placements/reveal-phone-for-follow-up.server";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import * as support from "./follow-up-support";

const { entryOf, foreigner, NOW, officer, reader, station } = support;

let at: TestPlatform;
let employerId: string;

beforeAll(async () => {
  at = await openTestPlatform();
  employerId = await support.anEmployer(at);
});
afterAll(() => at.close());

const aPlacement = () => support.aPlacement(at, employerId);
const refusal = (kind: string) => ({ ok: false, refusal: { kind } });

function record(
  placementId: string,
  change: Record<string, string> = {},
  { actor = officer, version = 1, now = NOW } = {},
) {
  return recordFollowUp(actor, { placementId, version, entry: entryOf(change) }, now);
}

async function standingOf(id: string) {
  const { rows } = await at.owner.query<Record<string, unknown>>(
    `SELECT next_follow_up_on::text AS next, last_contact_on::text AS last, last_outcome AS outcome,
       unreachable_count AS unanswered, ended_on::text AS ended, end_reason AS reason, version
     FROM placement WHERE id = $1`,
    [id],
  );
  return rows[0];
}

const historyOf = (id: string) =>
  at.owner
    .query<Record<string, unknown>>(
      `SELECT id, due_on::text AS due, contacted_on::text AS on, outcome, note, help_asked, help_given,
         monthly_wage_fen AS wage, recorded_by_name AS by FROM follow_up WHERE placement_id = $1
       ORDER BY recorded_at, contacted_on`,
      [id],
    )
    .then(({ rows }) => rows);

const trailOf = (id: string) =>
  at.owner
    .query<{ action: string; detail: Record<string, unknown> }>(
      "SELECT action, detail::json AS detail FROM trail_event WHERE subject_id = $1 ORDER BY seq",
      [id],
    )
    .then(({ rows }) => rows);

describe("[R24] each outcome is written down and moves what is due", () => {
  const standing = { last: "2020-05-21", ended: null, reason: "", version: 2, unanswered: 0 };

  test.each([
    ["ON_JOB", { ...standing, next: "2020-06-06" }],
    ["REFUSED", { ...standing, next: "2020-06-06" }],
    ["NO_ANSWER", { ...standing, next: "2020-05-24", unanswered: 1 }],
    ["LOST", { ...standing, next: null }],
    ["RETURNED_HOME", { ...standing, next: null, ended: "2020-05-19", reason: "RETURNED_HOME" }],
    ["CHANGED_JOB", { ...standing, next: null, ended: "2020-05-19", reason: "CHANGED_JOB" }],
  ])("%s", async (outcome, after) => {
    const { id } = await aPlacement();
    expect(await record(id, { outcome, endedOn: after.ended ?? "" })).toMatchObject({ ok: true });
    expect(await standingOf(id)).toEqual({ ...after, outcome });
    expect(await historyOf(id)).toMatchObject([
      { due: "2020-05-21", on: "2020-05-21", outcome, by: "普经办" },
    ]);
    expect((await trailOf(id)).map(({ action }) => action)).toEqual(["followUp.record"]);
  });

  test("the third call in a row that nobody answers makes the next one a month away", async () => {
    const { id } = await aPlacement();
    for (const version of [1, 2, 3]) await record(id, { outcome: "NO_ANSWER" }, { version });
    expect(await standingOf(id)).toMatchObject({ unanswered: 3, next: "2020-06-21" });
    await record(id, {}, { version: 4 });
    expect(await standingOf(id)).toMatchObject({ unanswered: 0, next: "2020-06-06" });
  });

  test("the retry goes by the days entered for the county", async () => {
    await at.owner.query(
      `INSERT INTO parameter_value (id, region_code, parameter, value, from_on, source, entered_by,
         entered_by_name, entered_at)
       VALUES (gen_random_uuid(), '532324', 'followUp.retryDays', 7, '2020-05-01', '州人社办〔2020〕9号',
         gen_random_uuid(), '测试员', now())`,
    );
    const { id } = await aPlacement();
    await record(id, { outcome: "NO_ANSWER" });
    expect(await standingOf(id)).toMatchObject({ next: "2020-05-28" });
    await at.owner.query("DELETE FROM parameter_value WHERE parameter = 'followUp.retryDays'");
  });
});

test("[R24] numbers typed into the note are masked, and no note goes into the trail", async () => {
  const { id, name } = await aPlacement();
  await record(id, { note: "新号码 13912345678", helpAsked: "想学电焊", monthlyWageFen: "4800" });
  expect(await historyOf(id)).toMatchObject([
    { note: "新号码 139******78", help_asked: "想学电焊", wage: 480_000 },
  ]);
  const [event] = await trailOf(id);
  expect(event?.detail).toEqual({ person: name, outcome: "在岗", contactedOn: "2020-05-21" });
});

test("[R24] of two officers at once the second is told, and nothing of his is kept", async () => {
  const { id } = await aPlacement();
  const both = await Promise.all([
    record(id, { outcome: "NO_ANSWER" }),
    record(id, { outcome: "ON_JOB" }, { actor: station }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toEqual(refusal("changedByOthers"));
  expect(await historyOf(id)).toHaveLength(1);
});

describe("[R24] who may", () => {
  test("the labour station may record, a reader may not, a foreign county sees nothing", async () => {
    const { id } = await aPlacement();
    expect(await record(id, {}, { actor: reader })).toEqual(refusal("forbidden"));
    expect(await record(id, {}, { actor: foreigner })).toEqual(refusal("notFound"));
    expect(await record(id, {}, { actor: station })).toMatchObject({ ok: true });
  });

  test("a line taken out of the ledger is followed no more", async () => {
    const { id } = await aPlacement();
    await at.owner.query(
      "UPDATE placement SET removed_at = now(), removed_reason = '重复' WHERE id = $1",
      [id],
    );
    expect(await record(id)).toEqual(refusal("removed"));
    expect(await revealPhoneForFollowUp(officer, id, NOW)).toEqual(refusal("notFound"));
  });

  test("what cannot have been is refused, and leaves nothing behind", async () => {
    const { id } = await aPlacement();
    const ahead = await record(id, { contactedOn: "2020-05-22" });
    expect(ahead).toEqual(refusal("inFuture"));
    const last = { outcome: "RETURNED_HOME", endedOn: "2020-05-22" };
    expect(await record(id, last)).toEqual(refusal("badLastDay"));
    expect(await historyOf(id)).toEqual([]);
    expect(await trailOf(id)).toEqual([]);
  });
});

describe("[R24] the phone", () => {
  test("is shown to who makes the call, alone, and leaves a trail with its reason", async () => {
    const { id, name } = await aPlacement();
    const shown = await revealPhoneForFollowUp(station, id, NOW);
    expect(shown).toEqual({ ok: true, value: { phone: support.PHONE } });
    expect(await trailOf(id)).toEqual([
      { action: "followUp.revealPhone", detail: { person: name, reason: "回访" } },
    ]);
    expect(await revealPhoneForFollowUp(reader, id, NOW)).toEqual(refusal("forbidden"));
    expect(await revealPhoneForFollowUp(foreigner, id, NOW)).toEqual(refusal("notFound"));
  });

  test("is refused the 31st time in a minute, and shown again after it", async () => {
    const { id } = await aPlacement();
    const caller = { ...officer, userId: "0191e2f0-0000-7000-8000-0000000000aa" };
    await at.owner.query(
      `SELECT leave_trail($1, $2, '普经办', 'followUp.revealPhone', 'placement', 'x', '532324', '{}')
       FROM generate_series(1, 30)`,
      [NOW, caller.userId],
    );
    expect(await revealPhoneForFollowUp(caller, id, NOW)).toEqual(refusal("tooMany"));
    const later = new Date(NOW.getTime() + 60_001);
    expect(await revealPhoneForFollowUp(caller, id, later)).toMatchObject({ ok: true });
  });
});

describe("[R24] help asked for", () => {
  const help = (on = "2020-05-21") =>
    helpForm.parse({ helpGiven: "已联系培训班", helpGivenOn: on });

  test("is answered once, by who may, between the call and today", async () => {
    const { id } = await aPlacement();
    await record(id, { helpAsked: "想学电焊" });
    const followUpId = String((await historyOf(id))[0]?.["id"]);
    const give = (actor = officer, entry = help()) => recordHelp(actor, followUpId, entry, NOW);
    expect(await give(foreigner)).toEqual(refusal("notFound"));
    expect(await give(reader)).toEqual(refusal("forbidden"));
    expect(await give(officer, help("2020-05-22"))).toEqual(refusal("inFuture"));
    expect(await give(officer, help("2020-05-20"))).toMatchObject(refusal("beforeAsked"));
    expect(await give()).toEqual({ ok: true, value: null });
    expect(await give(station)).toEqual(refusal("givenAlready"));
    expect(await historyOf(id)).toMatchObject([{ help_given: "已联系培训班" }]);
    expect((await trailOf(id)).map(({ action }) => action)).toContain("followUp.help");
  });

  test("waits for nobody once its line was taken out, in no figure, list, todo or story of the person", async () => {
    const { id, personId } = await aPlacement();
    await record(id, { helpAsked: "想学电焊" });
    const followUpId = String((await historyOf(id))[0]?.["id"]);
    const page = { cursor: { after: null, before: null }, size: 100, today: day(support.TODAY) };
    const seen = async () => {
      const open = await listHelp(officer, { given: false, county: "" }, page);
      const { helpOpen } = await countFollowUps(officer, "", page.today);
      const todos = await inTransaction(officer, (tx) => followUpTodos(tx, officer, page.today));
      const story = await inTransaction(officer, (tx) =>
        followUps(tx, personId, [support.COUNTY], support.TODAY),
      );
      const help = todos.filter(({ what }) => what.includes("求助")).map(({ detail }) => detail);
      return { open: open.rows.length, helpOpen, help: help[0] ?? "", story: story.length };
    };
    const before = await seen();
    expect(before).toMatchObject({ open: before.helpOpen, story: 1 });
    expect(before.help).toContain(`${before.open} 件`);
    const asked = { placementId: id, version: 2, reason: "重复登记" };
    expect(await removePlacement(officer, asked, NOW)).toMatchObject({ ok: true });
    const after = await seen();
    const [open, helpOpen] = [before.open - 1, before.helpOpen - 1];
    expect(after).toMatchObject({ open, helpOpen, story: 0 });
    expect(after.help).not.toContain(`${before.open} 件`);
    expect(await recordHelp(officer, followUpId, help(), NOW)).toEqual(refusal("notFound"));
  });

  test("where none was asked for there is none to give", async () => {
    const { id } = await aPlacement();
    await record(id);
    const followUpId = String((await historyOf(id))[0]?.["id"]);
    expect(await recordHelp(officer, followUpId, help(), NOW)).toEqual(refusal("notFound"));
  });
});
