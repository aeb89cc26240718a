import { describe, expect, it } from "vitest";
import { endReasonLabel, endingForm } from "~/domain/placements/ending";
import { evidenceForm, touchesJob } from "~/domain/placements/evidence";
import { placementForm } from "~/domain/placements/filing";
import { filingChanges } from "~/domain/placements/filing-changes";
import { filingDoubts } from "~/domain/placements/filing-doubts";
import { PLACEMENT_LIMITS } from "~/domain/placements/limits";
import { overlapFindings } from "~/domain/placements/overlaps";
import { day } from "~/domain/shared/calendar-date";
import { checkedPlacement } from "#test/builders/placement-row";

const TYPED = {
  ...{ creditCode: "91310114EGLPXMHH7H", workplaceCode: "310114", startedOn: "2020年5月6日" },
  ...{ form: "FORMAL", arrangement: "ORGANISED", contractKind: "LABOUR_CONTRACT" },
};
const problems = (change: Record<string, string>) => {
  const read = placementForm.safeParse({ ...TYPED, ...change });
  return read.success ? [] : read.error.issues.map(({ path }) => path.join("."));
};

describe("what an officer types of a placement", () => {
  it("takes the wage in yuan and keeps fen, up to a million yuan a month", () => {
    expect(placementForm.parse({ ...TYPED, monthlyWageFen: "4500.5" }).monthlyWageFen).toBe(
      450_050,
    );
    expect(problems({ monthlyWageFen: "1000000" })).toEqual([]);
    expect(problems({ monthlyWageFen: "1000000.01" })).toEqual(["monthlyWageFen"]);
  });

  it("wants a sound credit code or a name", () => {
    expect(problems({ creditCode: "91310114EGLPXMHH7A" })).toContain("creditCode");
    expect(problems({ creditCode: "" })).toEqual(["employerName"]);
    expect(problems({ creditCode: "", employerName: "普大姐家" })).toEqual([]);
  });

  it("lets a contract last one day, not less", () => {
    expect(problems({ contractFrom: "2020-05-06", contractTo: "2020-05-06" })).toEqual([]);
    expect(problems({ contractFrom: "2020-05-07", contractTo: "2020-05-06" })).toEqual([
      "contractTo",
    ]);
  });

  it("takes no contract that ran out before the first day of work", () => {
    expect(problems({ contractTo: "2020-05-06" })).toEqual([]);
    expect(problems({ contractTo: "2020-05-05" })).toEqual(["contractTo"]);
  });

  it("knows the reasons for leaving by their code, and shows others as they stand", () => {
    expect(endingForm.safeParse({ endedOn: "2020-06-30", reason: "返乡" }).success).toBe(false);
    expect(endReasonLabel("RETURNED_HOME")).toBe("返乡");
    expect(endReasonLabel("工厂搬迁")).toBe("工厂搬迁");
  });

  it("[R26] keeps the group apart from the form of employment; unsaid it is the general one", () => {
    expect(placementForm.parse(TYPED).workerGroup).toBe("GENERAL");
    const leader = placementForm.parse({ ...TYPED, workerGroup: "LEADER" });
    expect(leader).toMatchObject({ workerGroup: "LEADER", form: "FORMAL" });
    expect(problems({ workerGroup: "VOCATIONAL_STUDENT" })).toEqual(["workerGroup"]);
    expect(problems({ form: "LEADER" })).toEqual(["form"]);
  });

  it("says what a correction changed, as it was and as it is", () => {
    const before = { ...placementForm.parse(TYPED), employer: { name: "甲厂" } };
    const after = { ...before, startedOn: day("2020-05-08"), employer: { name: "乙厂" } };
    expect(filingChanges(before, after)).toEqual({
      before: "用人单位 甲厂、上岗 2020-05-06",
      after: "用人单位 乙厂、上岗 2020-05-08",
    });
    const graduate = { ...before, workerGroup: "RETURNED_GRADUATE" } as const;
    expect(filingChanges(before, graduate)).toEqual({
      before: "人员类别 一般劳动力",
      after: "人员类别 返乡大学生",
    });
  });
});

describe("a line that a file brought can be corrected on the form", () => {
  it("[R09] takes whatever a file can bring: a text of each limit, and none longer", () => {
    const texts = { employerName: "厂", jobTitle: "装", note: "备" } as const;
    for (const [field, one] of Object.entries(texts)) {
      const most = PLACEMENT_LIMITS[field as keyof typeof texts];
      const key = field === "employerName" ? "employer" : field;
      expect(problems({ [field]: one.repeat(most) })).toEqual([]);
      expect(problems({ [field]: one.repeat(most + 1) })).toEqual([field]);
      const refusals = (text: string) =>
        checkedPlacement({ [key]: text }).findings.filter(({ severity }) => severity === "refused");
      expect(refusals(one.repeat(most))).toEqual([]);
      expect(refusals(one.repeat(most + 1))).toHaveLength(1);
    }
    const wage = (yuan: number) => checkedPlacement({ monthlyWage: String(yuan) }).fields;
    expect(wage(PLACEMENT_LIMITS.monthlyWage).monthlyWageFen).toBe(100_000_000);
    expect(wage(PLACEMENT_LIMITS.monthlyWage + 1).monthlyWageFen).toBeNull();
  });
});

describe("what is typed of a placement but hardly is so", () => {
  it("points out what hardly goes together, and is silent about the rest", () => {
    const doubts = (change: Record<string, string>) =>
      filingDoubts(placementForm.parse({ ...TYPED, ...change })).map(({ message }) => message);
    expect(doubts({ contractFrom: "2020-05-06", contractTo: "2021-05-05" })).toEqual([]);
    expect(doubts({ contractKind: "NONE" })).toEqual(["就业形式是“正规就业”，合同却是“未签”"]);
    expect(doubts({ contractKind: "FLEXIBLE" })).toHaveLength(1);
    expect(doubts({ contractKind: "SERVICE_AGREEMENT" })).toEqual([]);
    const dated = { contractKind: "NONE", form: "FLEXIBLE", contractFrom: "2020-05-06" };
    expect(doubts(dated)).toEqual(["合同是“未签”，却填了合同起止日期"]);
    for (const [yuan, said] of [
      ["499.99", ["月工资 499.99 元过低"]],
      ["500", []],
      ["50000", []],
      ["50000.01", ["月工资 50,000.01 元过高"]],
    ] as const) {
      expect(doubts({ monthlyWageFen: yuan })).toEqual(said);
    }
  });
});

describe("what a proof speaks for", () => {
  const job = { startedOn: day("2020-05-06"), endedOn: day("2020-07-31") };
  const months = (from: string, to = from) => ({ fromMonth: day(from), toMonth: day(to) });

  it("needs its months, but for a contract", () => {
    expect(evidenceForm.safeParse({ kind: "WAGE_SLIP", fromMonth: "" }).success).toBe(false);
    expect(evidenceForm.parse({ kind: "CONTRACT", fromMonth: "2020-05" }).fromMonth).toBeNull();
    expect(evidenceForm.parse({ kind: "WAGE_SLIP", fromMonth: "2020年5月" })).toMatchObject({
      ...{ fromMonth: "2020-05-01", toMonth: "2020-05-01" },
    });
  });

  it("reaches into the job from its first month to its last", () => {
    expect(touchesJob(months("2020-04-01"), job)).toBe(false);
    expect(touchesJob(months("2020-05-01"), job)).toBe(true);
    expect(touchesJob(months("2020-07-01"), job)).toBe(true);
    expect(touchesJob(months("2020-08-01"), job)).toBe(false);
    expect(touchesJob(months("2020-08-01"), { ...job, endedOn: null })).toBe(true);
  });
});

describe("jobs and classes at the same time", () => {
  const days = { startedOn: day("2020-05-06"), endedOn: day("2020-06-30") };
  const place = { countyCode: "532324", employerName: "甲厂" };
  const own = { ...days, ...place, form: "FORMAL" as const };
  const other = (startsOn: string, endsOn: string | null) => ({
    ...{ kind: "placement" as const, subjectId: "x", label: "甲厂" },
    ...{ form: "FORMAL" as const, fundSource: null, countyCode: null, employer: null },
    startsOn: day(startsOn),
    endsOn: endsOn === null ? null : day(endsOn),
  });

  it("finds a shared day, and none when the one begins after the other's last", () => {
    expect(overlapFindings(own, [other("2020-06-30", null)])[0]?.message).toContain("1 天");
    expect(overlapFindings(own, [other("2020-07-01", null)])).toEqual([]);
    expect(overlapFindings(own, [other("2020-01-01", "2020-05-05")])).toEqual([]);
    expect(overlapFindings(own, [other("2020-01-01", "2020-05-06")])).toHaveLength(1);
  });
});
