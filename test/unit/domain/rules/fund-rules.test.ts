import { describe, expect, test } from "vitest";
import { disbursement, outstanding } from "~/domain/funds/disbursement";
import { labourShares } from "~/domain/funds/labour-share";
import { CLOSURE_STEPS } from "~/domain/funds/pot";
import { FUND_RULES } from "~/domain/rules/chapters/fund";
import type { FundFacts } from "~/domain/rules/fund-rule";
import { PARAMETERS, type ParameterId } from "~/domain/rules/parameter";
import type { VerdictKind } from "~/domain/rules/rule";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { tellsItsInputs } from "./judges";

/** A receipt judged as the pot's clock judges it. */
const receipt = (letterReceivedOn: string | null, receivedOn: string, within = 15) => {
  const letter = letterReceivedOn === null ? null : day(letterReceivedOn);
  const of = { letterReceivedOn: letter, receivedOn: day(receivedOn) };
  return { receivedOn: day(receivedOn), disbursement: disbursement(of, within) };
};
const missing = (letterReceivedOn: string | null, today: string) =>
  outstanding(
    {
      letterReceivedOn: letterReceivedOn === null ? null : day(letterReceivedOn),
      missingFen: fen(100),
    },
    15,
    day(today),
  );
const lying = { id: "1", amountFen: fen(100_000), receivedOn: day("2020-04-14") };

/** A pot of 1,000 yuan with its money come in time, nothing spent. */
const aPot = (change: Partial<FundFacts> = {}): FundFacts => ({
  ...{ purpose: "LABOUR_TRANSFER", amountFen: fen(100_000), committedFen: fen(0) },
  ...{ isLabour: true, isLocked: false, isYearOver: false, release: null, labourShare: null },
  ...{ receipts: [receipt("2020-03-24", "2020-04-14")], outstanding: { kind: "nothing" } },
  ...{ lying: [lying], spending: [], adjustments: [], closure: [], today: day("2020-06-01") },
  ...change,
});
const spent = (category: FundFacts["spending"][number]["category"], amount: number) => ({
  ...{ category, claimKind: null, amountFen: fen(amount) },
});
const changed = (amount: number, kind: "FILING" | "APPROVAL" = "FILING") =>
  aPot({ adjustments: [{ amountFen: fen(amount), changedElements: [], kind }] });
const inSlices = (...amounts: readonly number[]) =>
  aPot({ adjustments: amounts.flatMap((amount) => changed(amount).adjustments) });
const closed = (...doneOn: readonly string[]) =>
  aPot({
    closure: doneOn.flatMap((on, at) => {
      const step = CLOSURE_STEPS[at];
      return step === undefined ? [] : [{ step, doneOn: day(on) }];
    }),
  });

type Case = readonly [
  what: string,
  kind: VerdictKind,
  facts: FundFacts,
  numbers?: Partial<Record<ParameterId, number>>,
];

function judges(id: string, ...cases: readonly Case[]): void {
  const rule = FUND_RULES.find((one) => one.id === id);
  test.each(cases.map(([what, ...rest]) => [what, ...rest] as const))(
    `${id}: %s`,
    (_what, kind, facts, entered = {}) => {
      const verdict = rule?.check(facts, (parameter) => {
        const value = entered[parameter] ?? PARAMETERS[parameter].ownDefault;
        return value === null ? null : { value, source: null };
      });
      expect(verdict).toMatchObject({ kind });
      expect(verdict?.message).not.toBe("");
      if (rule?.appliesTo?.(facts) !== false) tellsItsInputs(verdict);
    },
  );
}

test("each rule of the money has its place in the book, and cases here", () => {
  expect(FUND_RULES.map(({ id }) => id)).toEqual([
    ...["fund/disbursed-in-time", "fund/adjustment-approved", "fund/six-uses"],
    ...["fund/carry-over-released", "fund/labour-share-kept", "fund/labour-uses"],
    ...["fund/not-idle", "fund/closed-in-order"],
  ]);
});

describe("[F01] money is passed on within 15 working days of the letter", () => {
  // 24 March to 15 April 2020: fifteen working days, Qingming's Monday being off.
  judges(
    "fund/disbursed-in-time",
    ["the fifteenth", "pass", aPot({ receipts: [receipt("2020-03-24", "2020-04-15")] })],
    ["the sixteenth", "fail", aPot({ receipts: [receipt("2020-03-24", "2020-04-16")] })],
    [
      "one of two late",
      "fail",
      aPot({ receipts: [...aPot().receipts, receipt("2020-03-24", "2020-06-01")] }),
    ],
    ["no letter", "unknown", aPot({ receipts: [receipt(null, "2020-04-15")] })],
    ["fewer days", "fail", aPot({ receipts: [receipt("2020-03-24", "2020-04-14", 13)] })],
    [
      "nothing come on the last day",
      "pass",
      aPot({ receipts: [], outstanding: missing("2020-03-24", "2020-04-15") }),
    ],
    [
      "nothing come on the day after",
      "fail",
      aPot({ receipts: [], outstanding: missing("2020-03-24", "2020-04-16") }),
    ],
    [
      "some in time, the rest overdue",
      "fail",
      aPot({ outstanding: missing("2020-03-24", "2020-04-16") }),
    ],
    ["nothing come, no letter", "unknown", aPot({ outstanding: missing(null, "2020-04-16") })],
  );
});

describe("[F03] a change is approved above a tenth of the money", () => {
  judges(
    "fund/adjustment-approved",
    ["a tenth, filed", "pass", changed(10_000)],
    ["a fen more, filed", "fail", changed(10_001)],
    ["a fen more, approved", "pass", changed(10_001, "APPROVAL")],
    ["none", "pass", aPot()],
    ["two filed that come to a tenth", "pass", inSlices(5_000, 5_000)],
    ["and to a fen more", "fail", inSlices(5_000, 5_001)],
    [
      "an element changed, filed",
      "fail",
      aPot({ adjustments: [{ amountFen: fen(1), changedElements: ["PLACE"], kind: "FILING" }] }),
    ],
  );
});

describe("the prefecture's 90 万 have six uses", () => {
  const kept = (category: "SEND_OFF" | "SUBSIDY") =>
    aPot({ purpose: "REIMBURSEMENT", spending: [spent(category, 100)] });
  judges(
    "fund/six-uses",
    ["one of the six", "pass", kept("SEND_OFF")],
    ["a subsidy", "fail", kept("SUBSIDY")],
  );
});

describe("[F04] carried over money waits for its decision", () => {
  const freed = (releasedOn: string, reportedOn: string | null) =>
    aPot({
      release: { document: "演示〔2021〕1号", clause: "二", releasedOn, reportedOn },
      committedFen: fen(1),
    });
  judges(
    "fund/carry-over-released",
    ["locked and untouched", "pass", aPot({ isLocked: true })],
    ["locked and a fen of it used", "fail", aPot({ isLocked: true, committedFen: fen(1) })],
    ["its year over", "pass", aPot({ isYearOver: true, committedFen: fen(1) })],
    ["freed on the day it was reported", "pass", freed("2021-03-15", "2021-03-15")],
    ["freed the day before", "fail", freed("2021-03-14", "2021-03-15")],
    ["freed and never reported", "fail", freed("2021-03-15", null)],
  );
});

describe("[F09] labour's share does not fall", () => {
  const year = (share: number, others: readonly (readonly [number, number])[]) => {
    const of = (on: number, labour: number) => [
      { year: on, isLabour: true, amountFen: fen(labour) },
      { year: on, isLabour: false, amountFen: fen(100 - labour) },
    ];
    const years = labourShares([
      ...others.flatMap(([on, labour]) => of(on, labour)),
      ...of(2022, share),
    ]);
    return aPot({ labourShare: years.find((one) => one.year === 2022) ?? null });
  };
  judges(
    "fund/labour-share-kept",
    ["as the year before", "pass", year(50, [[2021, 50]])],
    ["a hundredth less", "fail", year(49, [[2021, 50]])],
    [
      "as the year before, less than 2020",
      "fail",
      year(50, [
        [2020, 51],
        [2021, 50],
      ]),
    ],
    [
      "as in 2020, less than the year before",
      "fail",
      year(50, [
        [2020, 50],
        [2021, 51],
      ]),
    ],
    ["the first year", "unknown", year(50, [])],
    ["no table", "unknown", aPot()],
  );
});

test("what has nothing to judge is not asked", () => {
  const asked = (pot: FundFacts) =>
    FUND_RULES.filter(({ appliesTo }) => appliesTo?.(pot) ?? true).map(({ id }) => id);
  expect(asked(aPot({ isLabour: false }))).toEqual(["fund/disbursed-in-time", "fund/not-idle"]);
  const all = aPot({
    ...{ purpose: "REIMBURSEMENT", isYearOver: true },
    ...{ adjustments: changed(1).adjustments, closure: closed("2020-05-01").closure },
  });
  expect(asked(all)).toHaveLength(FUND_RULES.length);
});

describe("[F08] a share of labour money goes to recruitment and training", () => {
  const half = aPot({ spending: [spent("MATCHING", 50), spent("SEND_OFF", 50)] });
  judges(
    "fund/labour-uses",
    ["on the share", "pass", half, { "fund.labourSharePercent": 50 }],
    ["below it", "fail", half, { "fund.labourSharePercent": 51 }],
    ["nothing spent", "unknown", aPot(), { "fund.labourSharePercent": 50 }],
    ["no share entered", "unknown", half],
  );
});

describe("[F06] money does not lie idle", () => {
  judges(
    "fund/not-idle",
    ["a day short of 90", "pass", aPot({ today: day("2020-07-12") })],
    ["90 days", "fail", aPot({ today: day("2020-07-13") })],
    ["90 days, all spent", "pass", aPot({ today: day("2020-07-13"), lying: [] })],
    ["a shorter limit", "fail", aPot(), { "fund.idleDays": 48 }],
  );
});

describe("a project ends step by step", () => {
  judges(
    "fund/closed-in-order",
    ["not begun", "pass", aPot()],
    ["all on one day", "pass", closed(...CLOSURE_STEPS.map(() => "2020-05-01"))],
    ["the second before the first", "fail", closed("2020-05-02", "2020-05-01")],
    ["dated later than today", "fail", closed("2020-06-02")],
    [
      "begun with the audit",
      "fail",
      aPot({ closure: [{ step: "AUDIT", doneOn: day("2020-05-01") }] }),
    ],
  );
});
