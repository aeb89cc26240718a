import { afterAll, beforeAll, expect, test } from "vitest";
import { findClassFacts } from "~/data/training/class-facts.server";
import { viewTimetable } from "~/data/training/session-list-view.server";
import type { Actor } from "~/domain/access/actor";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildRoster } from "#test/builders/roster";
import { addSessions } from "#test/builders/sessions";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { NOW } from "./session-support";

const HERE = anActor("caseOfficer", "532323");
const THERE = anActor("caseOfficer", "530381");
const BOTH = { name: "沙马阿依", idCardNumber: idNumberOf("532323", "1990-01-01", 701) };

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(() => platform.close());

async function aClassOf(actor: Actor, name: string, trainees: readonly (typeof BOTH)[]) {
  const countyCode = actor.counties[0] ?? "";
  // One person has one row in the whole country; an import learns its id, the builder has to see it.
  const all = { userId: actor.userId, counties: [...HERE.counties, ...THERE.counties] };
  return inTransaction(all, (tx) =>
    buildRoster(tx, { countyCode, createdBy: actor.userId, trainees, name }),
  );
}

/** What the page of the timetable and the page of the class say of clashes. */
async function clashesOf(actor: Actor, id: string) {
  const days = { id, startsOn: "2020-06-01", endsOn: "2020-06-30" };
  const { trainees } = await viewTimetable(actor, days);
  const facts = await inTransaction(actor, (tx) => findClassFacts(tx, id));
  return { rows: trainees, overlaps: facts?.overlaps };
}

test("a trainee in two rooms at once is found on the classes of both counties; each learns the other's hours and no more", async () => {
  const alone = { name: "吉克尔布", idCardNumber: idNumberOf("532323", "1991-01-01", 702) };
  const here = await aClassOf(HERE, "家政服务员", [BOTH, alone]);
  const there = await aClassOf(THERE, "电工初级", [BOTH]);
  await addSessions(
    HERE,
    here.classId,
    [{ heldOn: "2020-06-02" }, { heldOn: "2020-06-03" }, { heldOn: "2020-06-04" }],
    NOW,
  );
  await addSessions(
    THERE,
    there.classId,
    [
      // One minute inside, and one that begins when the other ends.
      { heldOn: "2020-06-02", startsAt: "11:29", endsAt: "12:30", teacher: "秘密老师" },
      { heldOn: "2020-06-03", startsAt: "11:30", endsAt: "12:30", place: "秘密村" },
    ],
    NOW,
  );
  const own = await clashesOf(HERE, here.classId);
  const facts = { className: null, heldOn: "2020-06-02", startsAt: 689, endsAt: 750 };
  expect(own.rows).toEqual([expect.objectContaining({ ...facts, lineNo: 1, name: BOTH.name })]);
  expect(own.overlaps).toEqual([{ ...facts, trainees: 1 }]);
  const other = await clashesOf(THERE, there.classId);
  const mirrored = { className: null, heldOn: "2020-06-02", startsAt: 510, endsAt: 690 };
  expect(other.overlaps).toEqual([{ ...mirrored, trainees: 1 }]);
  for (const told of [own, other]) expect(JSON.stringify(told)).not.toMatch(/秘密|电工|家政/);
  // Who does not see the class asks in vain, whatever its id.
  const peeked = await inTransaction(
    THERE,
    (tx) => tx.$queryRaw<unknown[]>`SELECT * FROM overlapping_sessions(${here.classId}::uuid)`,
  );
  expect(peeked).toEqual([]);
});
