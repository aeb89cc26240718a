import { afterAll, beforeAll, expect, test } from "vitest";
import { countCourseTodos, courseTodos } from "~/data/evidence/course-todos.server";
import { INK_ELEMENTS } from "~/domain/evidence/cell-decision";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { anActor } from "#test/builders/actor";
import { buildUncutPage } from "#test/builders/scans";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aRoster, NOW } from "./scan-world";

const COUNTY = "532325";
const officer = anActor("caseOfficer", COUNTY, "经办甲");

let at: TestPlatform;

beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

const waiting = (on: string, actor = officer) =>
  inTransaction(actor, async (tx) => {
    const listed = await courseTodos(tx, actor, on);
    expect(await countCourseTodos(tx, actor, on)).toBe(listed.length);
    return listed.map(({ what, detail }) => `${what.split("：")[0] ?? ""} ${detail}`);
  });

async function aSession(classId: string, heldOn: string): Promise<string> {
  const id = newId();
  await at.owner.query(
    `INSERT INTO class_session (id, class_id, county_code, held_on, starts_at, ends_at, class_hours, place,
       teacher, created_by, created_at) VALUES ($1, $2, $3, $4, 540, 690, 3, '镇上', '李老师', $5, now())`,
    [id, classId, COUNTY, heldOn, officer.userId],
  );
  return id;
}

test("a session gone by waits for its attendance from the day after, until one trainee's is there", async () => {
  const { classId, lineIds } = await aRoster(1, officer);
  const sessionId = await aSession(classId, "2020-06-03");
  expect(await waiting("2020-06-03")).toEqual([]);
  expect(await waiting("2020-06-04")).toEqual(["登记考勤 1 次课已上，还没有考勤"]);
  expect(await waiting("2020-06-04", anActor("reviewer", COUNTY))).toEqual([]);
  await at.owner.query(
    `INSERT INTO attendance (session_id, line_id, county_code, state, recorded_by, recorded_at)
     VALUES ($1, $2, $3, 'PRESENT', $4, now())`,
    [sessionId, lineIds[0], COUNTY, officer.userId],
  );
  expect(await waiting("2020-06-04")).toEqual([]);
});

test("a scanned page waits until every cell of it is decided", async () => {
  const { id, lineIds } = await aRoster(1, officer);
  await buildUncutPage(officer, id, NOW);
  const page = await inTransaction(officer, (tx) =>
    tx.scanPage.findFirstOrThrow({ where: { rosterId: id } }),
  );
  for (const [row, element] of INK_ELEMENTS.entries()) {
    await at.owner.query(
      `INSERT INTO scan_cell (page_id, line_id, element, county_code, row_no, file_id, ink, proposed)
       VALUES ($1, $2, $3, $4, $5, $1, 0.1, 'present') ON CONFLICT DO NOTHING`,
      [page.id, lineIds[0], element, COUNTY, row + 1],
    );
  }
  expect(await waiting("2020-06-20")).toEqual(["确认扫描件 1 页的签字手印待确认"]);
  await at.owner.query("UPDATE scan_cell SET decision = 'present' WHERE page_id = $1", [page.id]);
  expect(await waiting("2020-06-20")).toEqual([]);
});

test("a picture like another waits for a word about it", async () => {
  const { classId } = await aRoster(1, officer);
  const sessionId = await aSession(classId, "2020-06-25");
  const mediaId = newId();
  await at.owner.query(
    `INSERT INTO media_item (id, class_id, session_id, county_code, file_id, kind, mime_type, state, size,
       sha256, uploaded_by, uploaded_at)
     VALUES ($1, $2, $3, $4, $1, 'photo', 'image/jpeg', 'ready', 1, '\\x00', $5, now())`,
    [mediaId, classId, sessionId, COUNTY, officer.userId],
  );
  await at.owner.query(
    `INSERT INTO media_likeness (id, media_id, other_media_id, county_code, other_class_id, other_county,
       is_same_file, distance, found_at) VALUES ($1, $2, $1, $3, $1, $3, false, 2, now())`,
    [newId(), mediaId, COUNTY],
  );
  expect(await waiting("2020-06-20")).toEqual(["说明相同影像 1 处与其他影像相同或相近"]);
  await at.owner.query("UPDATE media_likeness SET explanation = '同一地点' WHERE media_id = $1", [
    mediaId,
  ]);
  expect(await waiting("2020-06-20")).toEqual([]);
});
