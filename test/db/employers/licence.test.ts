import { afterAll, beforeAll, expect, test } from "vitest";
import { viewEmployer } from "~/data/employers/employer-view.server";
import { employerForm } from "~/domain/employers/employer-form";
import { day } from "~/domain/shared/calendar-date";
import { newId } from "~/platform/id.server";
import { correctEmployer } from "~/usecases/employers/correct-employer.server";
import { anActor } from "#test/builders/actor";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const NOW = new Date("2020-06-10T02:00:00Z");
const TODAY = day("2020-06-10");
const HOME = "532324";
const officer = anActor("caseOfficer", HOME);
const LOGISTICS = "91310114EGLPXMHH7H";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(() => platform.close());

test("an intermediary's licence is kept with its days, and the trail tells what it was before", async () => {
  const agency = { name: "楚雄劳务", kind: "INTERMEDIARY", creditCode: LOGISTICS };
  const licensed = { licenceNo: "滇人社许〔2018〕1号", licenceFrom: "2015-03-01" };
  const employerId = newId();
  await platform.owner.query(
    `INSERT INTO employer (id, owner_code, name, kind, created_by, created_at)
     VALUES ($1, $2, '楚雄劳务', 'INTERMEDIARY', $1, now())`,
    [employerId, HOME],
  );
  const correct = (version: number, licenceTo: string) => {
    const typed = employerForm.parse({ ...agency, ...licensed, licenceTo });
    const form = { ...typed, creditCode: null };
    return correctEmployer(officer, { employerId, version }, form, NOW);
  };
  const doubts = async () =>
    (await viewEmployer(officer, employerId, TODAY))?.doubts.map(({ kind }) => kind);
  expect(await doubts()).toEqual(["noCode", "noLicence"]);
  expect((await correct(1, "2020-06-09")).ok).toBe(true);
  expect(await doubts()).toEqual(["noCode", "licenceOver"]);
  expect((await correct(2, "2025-02-28")).ok).toBe(true);
  expect(await doubts()).toEqual(["noCode"]);
  const { rows } = await platform.owner.query<{ licence: string }>(
    "SELECT detail::jsonb ->> 'licence' AS licence FROM trail_event WHERE subject_id = $1 ORDER BY seq",
    [employerId],
  );
  expect(rows.map(({ licence }) => licence)).toEqual([
    "无 → 滇人社许〔2018〕1号（2015-03-01 至 2020-06-09）",
    "滇人社许〔2018〕1号（2015-03-01 至 2020-06-09） → 滇人社许〔2018〕1号（2015-03-01 至 2025-02-28）",
  ]);
  await expect(
    platform.owner.query("UPDATE employer SET licence_to = NULL WHERE id = $1", [employerId]),
  ).rejects.toThrow(/employer_licence/);
});
