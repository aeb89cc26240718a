import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewPeople } from "~/data/targets/people-view.server";
import { fairGaps } from "~/domain/employers/job-fair";
import { day } from "~/domain/shared/calendar-date";
import type { Measure } from "~/domain/targets/measure";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { enterDocumentedTargets } from "~/usecases/targets/enter-documented-targets.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildRoster } from "#test/builders/roster";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aDistrictOfficer, aPlacedPerson, boardOf, figures, TODAY } from "./support";

const COUNTY = "530624";
const MINHANG = "310112";
const district = aDistrictOfficer(MINHANG, [COUNTY], "2030-12-31");
const clerk = anActor("caseOfficer", COUNTY);

let database: TestPlatform;
let personId: string;
beforeAll(async () => {
  database = await openTestPlatform();
  await enterDocumentedTargets(clerk, new Date("2022-06-24T02:00:00Z"));
  ({ personId } = await aPlacedPerson(database, newId(), [], COUNTY));
});
afterAll(() => database.close());

interface Fair {
  readonly heldOn: string;
  readonly heldTo: string | null;
  readonly districtCode?: string | null;
  readonly participants: number;
  readonly files: number;
}

async function aFair({ heldOn, heldTo, districtCode = MINHANG, participants, files }: Fair) {
  const id = newId();
  const { owner } = database;
  await owner.query(
    `INSERT INTO job_fair (id, county_code, district_code, name, mode, held_on, held_to, organiser,
       created_by, created_at) VALUES ($1, $2, $3, '专场' || $1::uuid, 'ONLINE', $4, $5, '县人社局', $1, now())`,
    [id, COUNTY, districtCode, heldOn, heldTo],
  );
  if (participants > 0) {
    await owner.query(
      `INSERT INTO job_fair_participant (id, fair_id, county_code, person_id, outcome, recorded_by,
         recorded_at) VALUES ($1, $1, $2, $3, 'ATTENDED', $1, now())`,
      [id, COUNTY, personId],
    );
  }
  if (files > 0) {
    await owner.query(
      `INSERT INTO work_file (id, county_code, subject_kind, subject_id, kind, file_id, file_name,
         media_type, uploaded_by, uploaded_by_name, uploaded_at)
       VALUES ($1, $2, 'jobFair', $1, 'PHOTO', $1, '现场.jpg', 'image/jpeg', $1, '某', now())`,
      [id, COUNTY],
    );
  }
  return id;
}

const at = async (measure: Measure, asOf: string) =>
  figures(await boardOf(district, measure, asOf, MINHANG), COUNTY);

async function unitsOf(kind: "proved" | "missing" | "registered", asOf: string) {
  const found = await boardOf(district, "JOB_FAIRS", asOf, MINHANG);
  const asked = { targetId: found?.target.id ?? "", areaCode: COUNTY, on: TODAY, size: 50 };
  const cursor = { after: null, before: null };
  const behind = await viewPeople(district, { ...asked, kind, asOf: day(asOf), cursor });
  return behind?.units ?? [];
}

describe("a fair", () => {
  test("counts exactly when its own page finds nothing missing, before, on and after its last day [T04]", async () => {
    const kinds = [0, 1].flatMap((participants) =>
      [0, 1].flatMap((files) =>
        ["2022-03-01", "2022-03-03", null].map((heldTo) => {
          return { heldOn: "2022-03-01", heldTo, participants, files };
        }),
      ),
    );
    const fairs: (Fair & { readonly id: string })[] = [];
    for (const fair of kinds) fairs.push({ ...fair, id: await aFair(fair) });
    for (const asOf of ["2022-02-28", "2022-03-01", "2022-03-02", "2022-03-03", "2022-03-04"]) {
      const counted = fairs.filter((fair) => fairGaps(fair, asOf).length === 0);
      const proved = (await unitsOf("proved", asOf)).map(({ id }) => id);
      expect([asOf, proved.sort()]).toEqual([asOf, counted.map(({ id }) => id).sort()]);
      expect((await at("JOB_FAIRS", asOf))?.[2]).toBe(counted.length);
    }
    const told = new Map((await unitsOf("missing", "2022-03-03")).map((one) => [one.id, one.gaps]));
    for (const { id, ...fair } of fairs) {
      expect([...(told.get(id) ?? [])].sort()).toEqual([...fairGaps(fair, "2022-03-03")].sort());
    }
  });

  test("of the district's clause is one held with the district: another's is not its, and none named is said", async () => {
    const before = (await at("JOB_FAIRS", "2022-12-31")) ?? [];
    const fair = { heldOn: "2022-05-01", heldTo: null, participants: 1, files: 1 };
    await aFair({ ...fair, districtCode: "310114" });
    expect(await at("JOB_FAIRS", "2022-12-31")).toEqual(before);
    const nobodys = await aFair({ ...fair, districtCode: null });
    const [registered = 0, , proved = 0] = before;
    const after = (await at("JOB_FAIRS", "2022-12-31")) ?? [];
    expect([after[0], after[2]]).toEqual([registered + 1, proved]);
    const missing = (await unitsOf("missing", "2022-12-31")).find(({ id }) => id === nobodys);
    expect(missing?.gaps).toEqual(["noDistrict"]);
  });
});

test("a class for leaders is none of the skill classes [T05]", async () => {
  const trainees = [{ name: "某乙", idCardNumber: idNumberOf(COUNTY, "1990-01-01", 3) }];
  const course = { countyCode: COUNTY, createdBy: clerk.userId, trainees } as const;
  const built = await inTransaction(clerk, (tx) =>
    buildRoster(tx, {
      ...{ ...course, state: "accepted", startsOn: "2022-12-01", endsOn: "2022-12-31" },
    }),
  );
  expect(await at("TRAINING_CLASSES", "2022-12-31")).toEqual([1, 0, 0]);
  const { owner } = database;
  await owner.query("UPDATE training_class SET audience = 'LEADER' WHERE id = $1", [built.classId]);
  expect(await at("TRAINING_CLASSES", "2022-12-31")).toEqual([0, 0, 0]);
});
