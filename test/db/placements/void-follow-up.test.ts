import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countFollowUps } from "~/data/placements/follow-up-counts-view.server";
import { viewRetention } from "~/data/placements/retention-view.server";
import { helpForm } from "~/domain/placements/follow-up-form";
import { day } from "~/domain/shared/calendar-date";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { recordFollowUp } from "~/usecases/placements/record-follow-up.server";
import { recordHelp } from "~/usecases/placements/record-help.server";
import { voidFollowUp } from "~/usecases/placements/void-follow-up.server";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import * as support from "./follow-up-support";

const { COUNTY, entryOf, foreigner, NOW, officer, reader, station, TODAY } = support;

let at: TestPlatform;
let employerId: string;

beforeAll(async () => {
  at = await openTestPlatform();
  employerId = await support.anEmployer(at);
});
afterAll(() => at.close());

const refusal = (kind: string) => ({ ok: false, refusal: { kind } });

async function recorded(change: Record<string, string> = {}) {
  const placed = await support.aPlacement(at, employerId);
  const entry = { placementId: placed.id, version: 1, entry: entryOf(change) };
  expect(await recordFollowUp(officer, entry, NOW)).toMatchObject({ ok: true });
  return { ...placed, followUpId: await latestOf(placed.id) };
}

async function latestOf(placementId: string): Promise<string> {
  const { rows } = await at.owner.query<{ id: string }>(
    "SELECT id FROM follow_up WHERE placement_id = $1 ORDER BY recorded_at DESC, id DESC",
    [placementId],
  );
  return rows[0]?.id ?? "";
}

const undo = (
  one: { readonly id: string; readonly followUpId: string },
  actor = station,
  reason = "按错行，新号 13912345678",
) => voidFollowUp(actor, { placementId: one.id, followUpId: one.followUpId, reason }, NOW);

async function standingOf(id: string) {
  const { rows } = await at.owner.query<Record<string, unknown>>(
    `SELECT next_follow_up_on::text AS next, last_contact_on::text AS last, last_outcome AS outcome,
       unreachable_count AS unanswered, ended_on::text AS ended, end_reason AS reason FROM placement WHERE id = $1`,
    [id],
  );
  return rows[0];
}

const UNTOUCHED = {
  next: TODAY,
  last: null,
  outcome: null,
  unanswered: 0,
  ended: null,
  reason: "",
};

describe("[R24] a contact recorded by mistake", () => {
  test.each(["ON_JOB", "NO_ANSWER", "LOST", "RETURNED_HOME", "CHANGED_JOB"])(
    "%s: voided it leaves the placement as it was, and its row stays with who, when and why",
    async (outcome) => {
      const endedOn = /HOME|CHANGED/.test(outcome) ? "2020-05-19" : "";
      const one = await recorded({ outcome, endedOn });
      expect(await undo(one)).toEqual({ ok: true, value: null });
      expect(await standingOf(one.id)).toEqual(UNTOUCHED);
      const { rows } = await at.owner.query(
        "SELECT outcome, voided_by_name AS by, void_reason AS why FROM follow_up WHERE id = $1",
        [one.followUpId],
      );
      expect(rows).toEqual([{ outcome, by: "站里人", why: "按错行，新号 139******78" }]);
      const trail = await at.owner.query<{ action: string }>(
        "SELECT action FROM trail_event WHERE subject_id = $1 ORDER BY seq",
        [one.id],
      );
      expect(trail.rows.map(({ action }) => action)).toEqual(["followUp.record", "followUp.void"]);
    },
  );

  test("of two, the one that stands says what is due", async () => {
    const one = await recorded({ outcome: "NO_ANSWER" });
    const next = { placementId: one.id, version: 2, entry: entryOf({ outcome: "LOST" }) };
    await recordFollowUp(officer, next, new Date(NOW.getTime() + 60_000));
    await undo({ ...one, followUpId: await latestOf(one.id) });
    expect(await standingOf(one.id)).toMatchObject({
      ...{ outcome: "NO_ANSWER", unanswered: 1, next: "2020-05-24" },
    });
  });

  test("an end that was written otherwise stays", async () => {
    const one = await recorded();
    await at.owner.query(
      "UPDATE placement SET ended_on = '2020-05-21', end_reason = 'DISMISSED', next_follow_up_on = NULL WHERE id = $1",
      [one.id],
    );
    await undo(one);
    expect(await standingOf(one.id)).toMatchObject({
      ended: "2020-05-21",
      reason: "DISMISSED",
      next: null,
    });
  });
});

describe("[R24] a voided contact", () => {
  test("proves no month of work any more", async () => {
    const one = await recorded();
    const proofs = async () => {
      const person = { id: one.personId, countyCode: COUNTY };
      const { spells } = await viewRetention(officer, person, day("2020-07-01"));
      return spells[0]?.months[0]?.proofs;
    };
    expect(await proofs()).toEqual(["回访在岗"]);
    await undo(one);
    expect(await proofs()).toEqual([]);
  });

  test("asks for no help any more, and none can be given", async () => {
    const one = await recorded({ helpAsked: "讨薪" });
    const open = async () => (await countFollowUps(officer, COUNTY, day(TODAY))).helpOpen;
    const before = await open();
    await undo(one);
    expect(await open()).toBe(before - 1);
    const help = helpForm.parse({ helpGiven: "已讨回", helpGivenOn: TODAY });
    expect(await recordHelp(officer, one.followUpId, help, NOW)).toEqual(refusal("notFound"));
  });
});

describe("[R24] voiding is refused", () => {
  test("to who records no contacts there, and to a foreign county", async () => {
    const one = await recorded();
    expect(await undo(one, reader)).toEqual(refusal("forbidden"));
    expect(await undo(one, foreigner)).toEqual(refusal("notFound"));
    expect(await standingOf(one.id)).toMatchObject({ outcome: "ON_JOB" });
  });

  test("without a reason, twice, of another placement, and of a line taken out", async () => {
    const [one, other] = [await recorded(), await recorded()];
    expect(await undo(one, officer, "  ")).toEqual(refusal("reasonMissing"));
    expect(await undo({ id: other.id, followUpId: one.followUpId })).toEqual(refusal("voided"));
    await undo(one);
    expect(await undo(one)).toEqual(refusal("voided"));
    await at.owner.query(
      "UPDATE placement SET removed_at = now(), removed_reason = '重复' WHERE id = $1",
      [other.id],
    );
    expect(await undo(other)).toEqual(refusal("removed"));
  });

  test("the database lets nobody rewrite a contact, nor take a voiding back", async () => {
    const one = await recorded();
    const set = (columns: string) =>
      inTransaction(
        officer,
        (tx) =>
          tx.$executeRaw`UPDATE follow_up SET ${Prisma.raw(columns)} WHERE id = ${one.followUpId}::uuid`,
      );
    await expect(set("outcome = 'LOST'")).rejects.toThrow("permission denied");
    await undo(one);
    await expect(
      set("voided_at = NULL, voided_by = NULL, voided_by_name = NULL, void_reason = NULL"),
    ).rejects.toThrow("a voided follow-up stands");
  });
});
