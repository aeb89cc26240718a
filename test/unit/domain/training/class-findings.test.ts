import { describe, expect, test } from "vitest";
import { fen } from "~/domain/shared/fen";
import { classFindings, type ClassFacts } from "~/domain/training/class-findings";

const SOURCE = "楚人社发〔2020〕1号 三";

const PLAN = {
  title: "计划",
  state: "approved",
  approvedOn: "2019-11-30",
  year: 2020,
  item: { classCount: 3, headcount: 120, filedClasses: 3, filedHeadcount: 120 },
} as const;
const PROVIDER = {
  name: "职校",
  trades: ["家政服务员"],
  licenceTo: "2020-06-12",
  suspensions: [],
};

/** A class that nothing stands against. */
const SOUND: ClassFacts = {
  startsOn: "2020-06-01",
  endsOn: "2020-06-12",
  trade: "家政服务员",
  filingState: "approved",
  approvedOn: "2020-05-31",
  commissioning: "ORDINARY",
  employerName: "",
  employerCreditCode: "",
  employerOrder: "",
  hasOrderDocument: false,
  implementerRegion: "532323",
  implementerReason: "",
  headcount: 40,
  plannedHeadcount: 40,
  classHours: 80,
  maxHeadcount: null,
  maxHours: null,
  plan: PLAN,
  provider: PROVIDER,
  cost: {
    unit: "personDay",
    quantity: 10,
    unitCostFen: fen(60_000),
    budgetFen: fen(24_000_000),
    plannedHeadcount: 40,
    taughtDays: 10,
    placeName: "云南省",
    standard: null,
  },
  overlaps: [],
};

const TODAY = "2020-06-20";
const found = (changes: Partial<ClassFacts>, today = TODAY) =>
  classFindings({ ...SOUND, ...changes }, today);
const ids = (changes: Partial<ClassFacts>, today = TODAY) =>
  found(changes, today).map(({ id }) => id);

test("[R25] a class of an approved plan, approved the day before it begins, has no finding", () => {
  expect(ids({})).toEqual([]);
});

test("[R25] a paper is cited for classes from its day on, and for none before", () => {
  const cited = (startsOn: string) => found({ plan: null, startsOn })[0]?.citation ?? null;
  expect(cited("2021-11-02")).toBeNull();
  expect(cited("2021-11-03")).toBe("沪松合组办〔2021〕8号（九）");
  expect(cited("2022-06-23")).toBe("沪松合组办〔2021〕8号（九）");
  expect(cited("2022-06-24")).toContain("闵府办发〔2022〕15号 14、15");
});

describe("[R25] the approval", () => {
  test("on the first day is late, and says both days", () => {
    expect(found({ approvedOn: "2020-06-01" })[0]).toMatchObject({
      id: "approval.late",
      severity: "error",
      what: "开班后才批准：2020-06-01 开班，2020-06-01 批准",
    });
  });
  test("missing is a reminder until the day before, an error from the first day on", () => {
    const open = { filingState: "submitted", approvedOn: null } as const;
    expect(ids(open, "2020-05-31")).toEqual(["approval.open"]);
    expect(found(open, "2020-05-31")[0]?.severity).toBe("warning");
    expect(ids(open, "2020-06-01")).toEqual(["approval.missing"]);
  });
});

describe("[R25] the plan", () => {
  const plan = (changes: object) => ({ plan: { ...PLAN, ...changes } });
  test("none, not approved, another year, without the trade", () => {
    expect(ids({ plan: null })).toEqual(["plan.none"]);
    expect(ids(plan({ state: "submitted" }))).toEqual(["plan.unapproved"]);
    expect(ids(plan({ year: 2019 }))).toEqual(["plan.year"]);
    expect(ids(plan({ item: null }))).toEqual(["plan.trade"]);
  });
  test("approved on the first day is late, the day before is not", () => {
    expect(ids(plan({ approvedOn: "2020-05-31" }))).toEqual([]);
    expect(found(plan({ approvedOn: "2020-06-01" }))[0]).toMatchObject({
      id: "plan.late",
      severity: "error",
      what: "开班后才批准年度培训计划“计划”：2020-06-01 开班，2020-06-01 批准",
    });
  });
  test("its numbers may be reached and not passed", () => {
    const item = { classCount: 3, headcount: 120, filedClasses: 4, filedHeadcount: 120 };
    expect(ids(plan({ item }))).toEqual(["plan.classCount"]);
    const more = { ...item, filedClasses: 3, filedHeadcount: 121 };
    expect(ids(plan({ item: more }))).toEqual(["plan.headcount"]);
  });
});

describe("the provider", () => {
  const provider = (changes: object) => ({ provider: { ...PROVIDER, ...changes } });
  test("none, or outside its trades", () => {
    expect(ids({ provider: null })).toEqual(["provider.none"]);
    expect(ids(provider({ trades: ["电工"] }))).toEqual(["provider.trade"]);
  });
  test("its licence holds on its last day and not the day after", () => {
    expect(ids(provider({ licenceTo: "2020-06-12" }))).toEqual([]);
    expect(ids(provider({ licenceTo: "2020-06-11" }))).toEqual(["provider.licence"]);
    expect(ids(provider({ licenceTo: null }))).toEqual([]);
  });
  test("suspended in another county it is named without the reason", () => {
    const suspensions = [{ fromOn: "2020-06-10", toOn: null, reason: null }];
    const [finding] = found(provider({ suspensions }));
    expect(finding?.id).toBe("provider.suspended.2020-06-10");
    expect(finding?.what).toContain("由外县登记");
  });
});

describe("[R25] an order for an employer", () => {
  test("names its employer, its code, its order and brings the paper", () => {
    const order = {
      commissioning: "DIRECTED",
      employerName: "某公司",
      employerCreditCode: "91350100M000100Y43",
      employerOrder: "保洁 20 人",
    } as const;
    expect(ids({ ...order, hasOrderDocument: true })).toEqual([]);
    expect(ids(order)).toEqual(["order.noDocument"]);
    const [missing] = found({ ...order, employerOrder: "", employerName: "" });
    expect(missing?.what).toContain("用人单位、订单内容");
  });
});

describe("[R15] an implementing unit in Shanghai", () => {
  const shanghai = { implementerRegion: "310113", implementerReason: "师资在沪" };
  test("is a warning with its reason from 2020-01-01 on, an error without one", () => {
    const [finding] = found({ ...shanghai, startsOn: "2020-06-01" });
    expect(finding).toMatchObject({ id: "implementer.shanghai", severity: "warning" });
    expect(finding?.what).toContain("师资在沪");
    expect(finding?.citation).toContain("沪合组办〔2020〕9号");
    expect(found({ ...shanghai, implementerReason: "" })[0]?.severity).toBe("error");
  });
  test("is none of our concern the day before", () => {
    const days = { startsOn: "2019-12-31", approvedOn: "2019-12-30" };
    const plan = { plan: { ...PLAN, year: 2019 } };
    expect(ids({ ...shanghai, ...days, ...plan })).toEqual([]);
    const first = { startsOn: "2020-01-01", approvedOn: "2019-12-31" };
    expect(ids({ ...shanghai, ...first })).toEqual(["implementer.shanghai"]);
  });
});

describe("limits", () => {
  const limit = (value: number) => ({ value, source: SOURCE });
  test("of headcount: reached is allowed, passed is not; without a value nothing is checked", () => {
    expect(ids({ maxHeadcount: limit(40) })).toEqual([]);
    const [finding] = found({ maxHeadcount: limit(39) });
    expect(finding).toMatchObject({ id: "size.headcount", citation: SOURCE, mendedAt: "roster" });
    expect(found({ maxHeadcount: limit(39), headcount: null })[0]?.mendedAt).toBe("filing");
  });
  test("of class hours", () => {
    expect(ids({ maxHours: limit(80) })).toEqual([]);
    expect(ids({ maxHours: limit(79.5) })).toEqual(["size.hours"]);
  });
});

describe("[R16] the cost standard of the place", () => {
  const cost = (changes: object) => ({ cost: { ...SOUND.cost, ...changes } });
  test("is reached and not passed, and cited with its source", () => {
    expect(ids(cost({ standard: { value: 600, source: SOURCE } }))).toEqual([]);
    const [finding] = found(cost({ standard: { value: 599.99, source: SOURCE } }));
    expect(finding?.id).toBe("cost.standard");
    expect(finding?.what).toBe("每人每日 600 元，超过云南省标准 599.99 元");
    expect(finding?.citation).toContain(SOURCE);
  });
  test("money for more days than are taught is a reminder, for as many it is none", () => {
    expect(ids(cost({ taughtDays: 10 }))).toEqual([]);
    const [finding] = found(cost({ taughtDays: 9 }));
    expect(finding).toMatchObject({ id: "cost.days", severity: "warning" });
    expect(finding?.what).toBe("按 10 天计费，课程表上只有 9 天有课");
    expect(ids(cost({ taughtDays: 0 }))).toEqual([]);
    expect(ids(cost({ taughtDays: 9, unit: "personMonth" }))).toEqual([]);
  });
  test("a budget other than unit cost × days × persons is shown with what it should be", () => {
    const [finding] = found(cost({ budgetFen: fen(24_000_001) }));
    expect(finding?.id).toBe("cost.budget");
    expect(finding?.what).toContain("应为 240,000 元");
    expect(ids(cost({ budgetFen: null }))).toEqual(["cost.incomplete"]);
  });
  test("fewer on the roster than budgeted for is a reminder with the actual sum", () => {
    const [finding] = found({ headcount: 39 });
    expect(finding).toMatchObject({ id: "cost.fewerTrainees", severity: "warning" });
    expect(finding?.what).toContain("234,000 元");
  });
});

test("two rooms at once are told by their hours, another county's class without its name", () => {
  const overlap = { trainees: 2, heldOn: "2020-06-03", startsAt: 540, endsAt: 725 };
  const findings = found({
    overlaps: [
      { ...overlap, className: "电工（第1期）" },
      { ...overlap, className: null },
    ],
  });
  expect(findings.map(({ what }) => what)).toEqual([
    "2 名学员同时在电工（第1期）上课：2020-06-03 09:00–12:05",
    "2 名学员同时在外县的培训班上课：2020-06-03 09:00–12:05",
  ]);
});
