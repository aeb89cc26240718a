import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewBoard } from "~/data/targets/board-view.server";
import { viewPeople } from "~/data/targets/people-view.server";
import { viewTarget } from "~/data/targets/target-view.server";
import { day } from "~/domain/shared/calendar-date";
import { revisionForm, targetForm, targetTexts } from "~/domain/targets/target-form";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { enterDocumentedTargets } from "~/usecases/targets/enter-documented-targets.server";
import { enterTarget } from "~/usecases/targets/enter-target.server";
import { reviseTarget } from "~/usecases/targets/revise-target.server";
import { anActor } from "#test/builders/actor";
import { buildEmployer } from "#test/builders/placement";
import { buildRoster } from "#test/builders/roster";
import { idNumberOf } from "#test/builders/id-card-number";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import {
  aDistrictOfficer,
  aPlacedPerson,
  boardOf,
  figures,
  LOCAL,
  MOUDING,
  NANHUA,
} from "./support";

const NOW = new Date("2022-07-06T02:00:00Z");
const TODAY = "2020-11-21";
const prefecture = anActor("prefectureSupervisor", "532300", "周明");
const office = anActor("cooperationOffice", "532300");
const officer = anActor("caseOfficer", NANHUA);

let database: TestPlatform;
let employerId: string;
beforeAll(async () => {
  database = await openTestPlatform();
  employerId = await buildEmployer(database.owner);
});
afterAll(() => database.close());

const TYPED = {
  ...{ measure: "SHANGHAI_PLACED", periodFrom: "2021-01-01", deadlineOn: "2021年12月31日" },
  ...{ documentNumber: "楚人社发〔2021〕9号", issuer: "楚雄州人社局", issuedOn: "2021-02-01" },
  ...{ clause: "一", basis: "HEADCOUNT", mayShare: "on", value: "30" },
  ...{ "share.532324": "20", "share.532323": "11", "area.532322": "on" },
};
const form = (changes: Readonly<Record<string, string>> = {}) =>
  targetForm.parse(targetTexts({ ...TYPED, ...changes }));
const revision = (changes: Readonly<Record<string, string>> = {}) =>
  revisionForm.parse(targetTexts({ ...TYPED, revisionReason: "中期调整", ...changes }));

async function entered(changes: Readonly<Record<string, string>> = {}): Promise<string> {
  const outcome = await enterTarget(prefecture, "532300", form(changes), NOW);
  if (!outcome.ok) throw new Error(outcome.refusal.kind);
  return outcome.value.targetId;
}
const kindOf = (outcome: { ok: boolean; refusal?: { kind: string } }) =>
  outcome.ok ? "done" : outcome.refusal?.kind;

async function trailOf(subjectId: string) {
  const { rows } = await database.owner.query<{ action: string }>(
    "SELECT action FROM trail_event WHERE subject_id = $1 ORDER BY seq",
    [subjectId],
  );
  return rows.map(({ action }) => action);
}

describe("a target", () => {
  test("is entered with its document; a county without a number is in it, and not with nought", async () => {
    const id = await entered();
    const page = await viewTarget(prefecture, id, { asOf: day("2021-06-20"), on: TODAY });
    expect(page?.board.rows.map(({ areaCode, value }) => [areaCode, value])).toEqual([
      ["532322", null],
      ["532323", 11],
      ["532324", 20],
    ]);
    expect(page?.board.sum).toEqual({ sum: 31, difference: 1, missing: 1 });
    expect(await trailOf(id)).toEqual(["target.enter"]);
  });

  test("whose parts do not make its total says by how many", async () => {
    const id = await entered({ clause: "二", "share.532322": "1" });
    const page = await viewTarget(prefecture, id, { asOf: day("2021-06-20"), on: TODAY });
    expect(page?.board.sum).toEqual({ sum: 32, difference: 2, missing: 0 });
  });

  test("is entered by the prefecture and its cooperation office, not by a county", async () => {
    expect(kindOf(await enterTarget(office, "532300", form({ clause: "三" }), NOW))).toBe("done");
    expect(kindOf(await enterTarget(officer, "532300", form(), NOW))).toBe("forbidden");
    expect(kindOf(await enterTarget(officer, NANHUA, form(), NOW))).toBe("forbidden");
    expect(kindOf(await enterTarget(prefecture, "530300", form(), NOW))).toBe("forbidden");
  });

  test("takes only counties of its area, and each clause once", async () => {
    const foreign = form({ "share.530381": "5", clause: "四" });
    expect(await enterTarget(prefecture, "532300", foreign, NOW)).toMatchObject({
      refusal: { kind: "areaOutside", areaCode: "530381" },
    });
    expect(kindOf(await enterTarget(prefecture, "532300", form(), NOW))).toBe("duplicate");
  });
});

describe("a revision", () => {
  test("is a new row by another document; the latest counts and the old stays readable", async () => {
    const old = await entered({ clause: "五", value: "31", "share.532322": "0" });
    const changes = { documentNumber: "楚人社发〔2021〕30号", issuedOn: "2021-07-01", value: "40" };
    const outcome = await reviseTarget(
      prefecture,
      old,
      revision({ ...changes, clause: "五", "share.532324": "29", "share.532322": "0" }),
      NOW,
    );
    const id = outcome.ok ? outcome.value.targetId : "";
    const page = await viewTarget(prefecture, id, { asOf: day("2021-08-01"), on: TODAY });
    expect(page?.board.target).toMatchObject({
      revision: 2,
      value: 40,
      revisionReason: "中期调整",
    });
    expect(page?.board.sum?.difference).toBe(0);
    expect(page?.history.map((one) => [one.documentNumber, one.value])).toEqual([
      ["楚人社发〔2021〕30号", 40],
      ["楚人社发〔2021〕9号", 31],
    ]);
    const before = await viewTarget(prefecture, old, { asOf: day("2021-08-01"), on: TODAY });
    expect(before?.revisedBy).toBe(id);
    expect(await trailOf(id)).toEqual(["target.revise"]);
    const again = await reviseTarget(prefecture, old, revision(changes), NOW);
    expect(kindOf(again)).toBe("revisedBefore");
  });

  test("needs a document no older than the one it revises, and the right", async () => {
    const old = await entered({ clause: "六" });
    const older = revision({ issuedOn: "2021-01-31" });
    expect(kindOf(await reviseTarget(prefecture, old, older, NOW))).toBe("olderDocument");
    expect(kindOf(await reviseTarget(officer, old, revision(), NOW))).toBe("forbidden");
    const stranger = anActor("prefectureSupervisor", "530300");
    expect(kindOf(await reviseTarget(stranger, old, revision(), NOW))).toBe("notFound");
    expect(kindOf(await reviseTarget(prefecture, old, revision(), NOW))).toBe("done");
  });

  test("nobody writes over a target: the database lets rows be added only", async () => {
    const id = await entered({ clause: "七" });
    const change = inTransaction(prefecture, (tx) =>
      tx.target.update({ where: { id }, data: { value: 1 } }),
    );
    await expect(change).rejects.toThrow();
  });
});

describe("what the form refuses", () => {
  const refuses = (changes: Readonly<Record<string, string>>) => {
    const read = targetForm.safeParse(targetTexts({ ...TYPED, ...changes }));
    return read.success ? [] : read.error.issues.map(({ path }) => String(path[0]));
  };

  test.each([
    [{}, []],
    [{ deadlineOn: "2021-01-01" }, []],
    [{ deadlineOn: "2020-12-31" }, ["deadlineOn"]],
    [{ deadlineOn: "2022-01-01" }, ["deadlineOn"]],
    [{ value: "" }, []],
    [{ value: "-1" }, ["value"]],
    [{ basis: "EVENTS" }, ["basis"]],
    [{ measure: "JOB_FAIRS" }, ["basis"]],
    [{ measure: "JOB_FAIRS", basis: "EVENTS" }, []],
  ])("%j: %j", (changes, fields) => {
    expect(refuses(changes)).toEqual(fields);
  });
});

describe("the counting basis", () => {
  test("by person-times each placement counts; one person for one measure of the document only [T02]", async () => {
    const rule = { periodFrom: "2022-01-01", deadlineOn: "2022-12-31", issuedOn: "2022-01-05" };
    const own = { ...rule, documentNumber: "楚人社发〔2022〕1号" };
    await entered({ ...own, basis: "PERSON_TIMES" });
    const alone = { ...own, mayShare: "off", documentNumber: "楚人社发〔2022〕2号" };
    await entered({ ...alone, clause: "来沪" });
    await entered({ ...alone, clause: "省内", measure: "PROVINCE_PLACED" });
    const on = (startedOn: string, more = {}) => ({ startedOn, ...more });
    await aPlacedPerson(database, employerId, [on("2022-03-01"), on("2022-06-01")]);
    await aPlacedPerson(database, employerId, [on("2022-03-01", LOCAL), on("2022-06-01")]);
    await aPlacedPerson(database, employerId, [
      on("2022-03-01", { ...LOCAL, evidence: 0 }), // not proved, so the next one is his first
      on("2022-06-01"),
    ]);
    const { targets } = await viewBoard(prefecture, {
      ...{ asOf: day("2022-12-31"), year: null, on: TODAY },
    });
    const told = targets.map((one) => [one.target.documentNumber, one.target.clause, figures(one)]);
    expect(told).toContainEqual(["楚人社发〔2022〕1号", "一", [4, 4, 4]]);
    expect(told).toContainEqual(["楚人社发〔2022〕2号", "来沪", [3, 3, 2]]);
    expect(told).toContainEqual(["楚人社发〔2022〕2号", "省内", [2, 2, 1]]);
    const shanghai = targets.find(({ target }) => target.clause === "来沪")?.target.id ?? "";
    const asked = { targetId: shanghai, areaCode: NANHUA, asOf: day("2022-12-31"), on: TODAY };
    const cursor = { after: null, before: null };
    const missing = await viewPeople(prefecture, { ...asked, kind: "missing", cursor, size: 50 });
    expect(missing?.people?.rows.map((one) => one.reasons)).toEqual([
      ["已计入同一文件的另一项指标"],
    ]);
    const proved = await viewPeople(prefecture, { ...asked, kind: "proved", cursor, size: 50 });
    expect(proved?.people?.rows).toHaveLength(2);
  });
});

describe("the documents' targets", () => {
  test("are entered once, each with its trail", async () => {
    const by = prefecture;
    expect(await enterDocumentedTargets(by, NOW)).toEqual({ entered: 11 });
    expect(await enterDocumentedTargets(by, NOW)).toEqual({ entered: 0 });
    const found = await boardOf(prefecture, "PROVINCE_PLACED", "2020-12-31");
    expect(found?.target).toMatchObject({ value: 3000, documentNumber: "楚沪滇组发〔2020〕2号" });
  });

  test("fairs count with participants and proof [T04], classes with a sealed roster [T05]", async () => {
    const county = "530624";
    const district = aDistrictOfficer("310112", [county], "2030-12-31");
    const add = (id: string, on: string) =>
      database.owner.query(
        `INSERT INTO job_fair (id, county_code, district_code, name, mode, held_on, organiser,
           created_by, created_at) VALUES ($1, $2, '310112', '专场' || $1::uuid, 'ONLINE', $3, '县人社局', $1, now())`,
        [id, county, on],
      );
    const ids = ["1", "2", "3"].map((n) => `00000000-0000-7000-8000-00000000000${n}`);
    await add(ids[0] ?? "", "2022-12-31");
    await add(ids[1] ?? "", "2022-06-01");
    await add(ids[2] ?? "", "2023-01-01"); // the day after
    const of = (measure: "JOB_FAIRS" | "TRAINING_CLASSES") =>
      boardOf(district, measure, "2023-06-01", "310112").then((found) => figures(found, county));
    expect(await of("JOB_FAIRS")).toEqual([2, 0, 0]);
    const { personId } = await aPlacedPerson(database, employerId, [], county);
    await database.owner.query(
      `INSERT INTO job_fair_participant (id, fair_id, county_code, person_id, outcome, recorded_by, recorded_at)
       VALUES ($1, $1, $2, $3, 'ATTENDED', $1, now())`,
      [ids[0], county, personId],
    );
    expect(await of("JOB_FAIRS")).toEqual([2, 1, 0]);
    await database.owner.query(
      `INSERT INTO work_file (id, county_code, subject_kind, subject_id, kind, file_id, file_name,
         media_type, uploaded_by, uploaded_by_name, uploaded_at)
       VALUES ($1, $2, 'jobFair', $1, 'PHOTO', $1, '现场.jpg', 'image/jpeg', $1, '某', now())`,
      [ids[0], county],
    );
    expect(await of("JOB_FAIRS")).toEqual([2, 1, 1]);
    const clerk = anActor("caseOfficer", county);
    const trainees = [{ name: "某甲", idCardNumber: idNumberOf(county, "1990-01-01", 3) }];
    const course = {
      countyCode: county,
      createdBy: clerk.userId,
      trainees,
      state: "sealed",
    } as const;
    await inTransaction(clerk, (tx) =>
      buildRoster(tx, { ...course, startsOn: "2022-12-01", endsOn: "2022-12-31" }),
    );
    await inTransaction(clerk, (tx) =>
      buildRoster(tx, { ...course, startsOn: "2022-12-20", endsOn: "2023-01-01", term: "第9期" }),
    );
    expect(await of("TRAINING_CLASSES")).toEqual([1, 1, 1]);
  });
});

describe("a measure", () => {
  test("without a number is a row without one [T06] [T09]", async () => {
    const district = aDistrictOfficer("310117", ["530602"], "2030-12-31");
    const found = await boardOf(district, "SHANGHAI_PLACED", "2021-12-01", "310117");
    expect(found?.rows.map(({ value, standing }) => [value, standing.result])).toEqual([
      [null, "noNumber"],
    ]);
    expect(await boardOf(district, "SHANGHAI_PLACED", "2021-12-01", MOUDING)).toBeUndefined();
  });
});
