import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countiesToShare } from "~/data/targets/entry-view.server";
import { viewTarget } from "~/data/targets/target-view.server";
import { day } from "~/domain/shared/calendar-date";
import { revisionForm, targetForm, targetTexts } from "~/domain/targets/target-form";
import { enterTarget } from "~/usecases/targets/enter-target.server";
import { reviseTarget } from "~/usecases/targets/revise-target.server";
import { anActor } from "#test/builders/actor";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aDistrictOfficer, MOUDING, NANHUA, TODAY } from "./support";

const NOW = new Date("2021-03-01T02:00:00Z");

let database: TestPlatform;
beforeAll(async () => {
  database = await openTestPlatform();
});
afterAll(() => database.close());

const TYPED = {
  ...{ measure: "SHANGHAI_PLACED", periodFrom: "2021-01-01", deadlineOn: "2021-12-31" },
  ...{
    documentNumber: "闵府办发〔2021〕9号",
    issuer: "闵行区人民政府办公室",
    issuedOn: "2021-02-01",
  },
  ...{ basis: "HEADCOUNT", mayShare: "on", "area.530602": "on" },
};
const form = (clause: string) => targetForm.parse(targetTexts({ ...TYPED, clause }));
const revision = () =>
  revisionForm.parse(targetTexts({ ...TYPED, clause: "闵一", revisionReason: "中期调整" }));
const kindOf = (outcome: { ok: boolean; refusal?: { kind: string } }) =>
  outcome.ok ? "done" : outcome.refusal?.kind;

describe("a Shanghai district's target", () => {
  const MINHANG = "310112";
  const ZHAOYANG = "530602";
  const shares = (code: string, clause = "闵一") => ({
    ...form(clause),
    shares: [{ areaCode: code, value: 5 }],
  });
  const pair = (county: string, from: string, to: string | null) =>
    database.owner.query(
      "INSERT INTO pairing (id, district_code, county_code, from_on, to_on, source) VALUES (gen_random_uuid(), $1, $2, $3, $4, '')",
      [MINHANG, county, from, to],
    );

  test("is entered and revised by its own officer, among the counties paired in the period", async () => {
    await database.owner.query("DELETE FROM pairing WHERE district_code = $1", [MINHANG]);
    await pair(ZHAOYANG, "2021-12-31", null);
    await pair(NANHUA, "2020-01-01", "2020-12-31");
    await pair(MOUDING, "2022-01-01", null);
    const district = aDistrictOfficer(MINHANG, [ZHAOYANG], "2030-12-31");
    expect((await countiesToShare(district, MINHANG)).map(({ code }) => code)).toEqual(
      [ZHAOYANG, ...[MOUDING, NANHUA].sort()].sort(),
    );
    const outsider = async (code: string) => enterTarget(district, MINHANG, shares(code), NOW);
    // The period is the year 2021: one pairing ended the day before, another begins the day after.
    for (const code of [NANHUA, MOUDING, "530603"]) {
      expect(await outsider(code)).toMatchObject({
        refusal: { kind: "areaOutside", areaCode: code },
      });
    }
    const entered = await outsider(ZHAOYANG);
    const id = entered.ok ? entered.value.targetId : "";
    const page = await viewTarget(district, id, { asOf: day("2021-06-20"), on: TODAY });
    expect(page?.mayRevise).toBe(true);
    expect(page?.board.rows.map(({ areaCode, value }) => [areaCode, value])).toEqual([
      [ZHAOYANG, 5],
    ]);
    const next = { ...revision(), shares: [{ areaCode: ZHAOYANG, value: 7 }] };
    expect(kindOf(await reviseTarget(district, id, next, NOW))).toBe("done");
  });

  test("is nobody else's: not another district's, not the county's, and a district sets no county's", async () => {
    const district = aDistrictOfficer(MINHANG, [ZHAOYANG], "2030-12-31");
    const typed = shares(ZHAOYANG, "闵二");
    const by = (actor: typeof district, region: string) => enterTarget(actor, region, typed, NOW);
    expect(kindOf(await by(aDistrictOfficer("310114", [ZHAOYANG], "2030-12-31"), MINHANG))).toBe(
      "forbidden",
    );
    expect(kindOf(await by(anActor("caseOfficer", ZHAOYANG), MINHANG))).toBe("forbidden");
    expect(kindOf(await by(district, ZHAOYANG))).toBe("forbidden");
    expect(kindOf(await by(district, MINHANG))).toBe("done");
  });
});
