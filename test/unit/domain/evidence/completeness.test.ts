import { describe, expect, test } from "vitest";
import { examine, missingOf, type GateFacts } from "~/domain/evidence/completeness";
import type { RegistryAnswer, VerificationEvent } from "~/domain/evidence/verification-event";

const answer = (
  event: VerificationEvent,
  change: Partial<RegistryAnswer> = {},
): RegistryAnswer => ({
  event,
  eventOn: event === "opening" ? "2020-06-01" : "2020-06-15",
  verifiedOn: event === "opening" ? "2020-05-20" : "2020-06-12",
  category: "LIFTED",
  ...change,
});

const LINE: GateFacts["lines"][number] = {
  ...{ lineId: "a", lineNo: 1, name: "普开翠", hasIdCardNumber: true, hasContact: true },
  hasResult: true,
  answers: { opening: answer("opening"), completion: answer("completion") },
  ink: { SIGNATURE: "current", FINGERPRINT: "current" },
};
const SESSION: GateFacts["sessions"][number] = {
  ...{ sessionId: "s", heldOn: "2020-06-01", startsAt: 545, mediaNeeded: 1, mediaCounted: 1 },
  recorded: new Set(["a"]),
};
const WHOLE: GateFacts = {
  ...{ rosterId: "r", classId: "c", state: "accepted", isFilingApproved: true },
  completedOn: "2020-06-15",
  days: {
    eventOn: { opening: "2020-06-01", completion: "2020-06-15" },
    maxAgeDays: { opening: null, completion: null },
  },
  lines: [LINE],
  sessions: [SESSION],
  supervision: { hrssBureau: 1, secondedOfficial: 1 },
  mediaWaiting: 0,
};

const withLine = (change: Partial<typeof LINE>): GateFacts => ({
  ...WHOLE,
  lines: [{ ...LINE, ...change }],
});
const withSession = (change: Partial<typeof SESSION>): GateFacts => ({
  ...WHOLE,
  sessions: [{ ...SESSION, ...change }],
});
const asked = (event: VerificationEvent, found: RegistryAnswer | null) =>
  withLine({ answers: { ...LINE.answers, [event]: found } });
const inked = (ink: Partial<typeof LINE.ink>) => withLine({ ink: { ...LINE.ink, ...ink } });

test("[R02] a class with everything lacks nothing", () => {
  const report = examine(WHOLE);
  expect(missingOf(report)).toEqual([]);
  expect(report.sections.every(({ done, needed }) => done === needed)).toBe(true);
});

const ONE_MISSING: readonly (readonly [string, GateFacts, string, string])[] = [
  [
    "[R01] never verified at the opening",
    asked("opening", null),
    "第 1 号 普开翠 开班查验：还没有查验",
    "/classes/c/verification?line=a",
  ],
  [
    "[R01] never verified at completion",
    asked("completion", null),
    "第 1 号 普开翠 结业查验：还没有查验",
    "/classes/c/verification?line=a",
  ],
  [
    "[R01] not in the registry",
    asked("opening", answer("opening", { category: null })),
    "第 1 号 普开翠 开班查验：建档立卡数据中没有此人",
    "/classes/c/verification?line=a",
  ],
  [
    "[R01] verified for another day",
    asked("completion", answer("completion", { eventOn: "2020-06-14" })),
    "第 1 号 普开翠 结业查验：查验的是 2020-06-14，现为 2020-06-15，须重新查验",
    "/classes/c/verification?line=a",
  ],
  [
    "[R01] verified with data one day too old",
    {
      ...asked("opening", answer("opening", { verifiedOn: "2020-05-01" })),
      days: { ...WHOLE.days, maxAgeDays: { opening: 30, completion: null } },
    },
    "第 1 号 普开翠 开班查验：2020-05-01 的数据早于规定的 30 天，须重新查验",
    "/classes/c/verification?line=a",
  ],
  [
    "no ID number",
    withLine({ hasIdCardNumber: false }),
    "第 1 号 普开翠 没有身份证号",
    "/rosters/r?line=a",
  ],
  [
    "no telephone",
    withLine({ hasContact: false }),
    "第 1 号 普开翠 没有联系电话",
    "/rosters/r?line=a",
  ],
  [
    "no signature",
    inked({ SIGNATURE: "none" }),
    "第 1 号 普开翠 没有签字",
    "/rosters/r/signing?line=a",
  ],
  [
    "a signature for an earlier content",
    inked({ SIGNATURE: "outdated" }),
    "第 1 号 普开翠 签字是名册内容更改前留下的，须重签",
    "/rosters/r/signing?line=a",
  ],
  [
    "no print",
    inked({ FINGERPRINT: "none" }),
    "第 1 号 普开翠 没有手印",
    "/rosters/r/signing?line=a",
  ],
  [
    "a print for an earlier content",
    inked({ FINGERPRINT: "outdated" }),
    "第 1 号 普开翠 手印是名册内容更改前留下的，须重签",
    "/rosters/r/signing?line=a",
  ],
  ["no approved filing", { ...WHOLE, isFilingApproved: false }, "开班备案没有批准", "/classes/c"],
  ["not completed", { ...WHOLE, completedOn: null }, "培训班没有办理结业", "/classes/c/completion"],
  [
    "no result",
    withLine({ hasResult: false }),
    "第 1 号 普开翠 没有登记结业结果",
    "/classes/c/completion",
  ],
  [
    "[R03] no record of the HRSS bureau",
    { ...WHOLE, supervision: { hrssBureau: 0, secondedOfficial: 2 } },
    "没有市人社局的监督记录",
    "/classes/c/supervision",
  ],
  [
    "[R03] no record of the seconded official",
    { ...WHOLE, supervision: { hrssBureau: 2, secondedOfficial: 0 } },
    "没有援滇干部的监督记录",
    "/classes/c/supervision",
  ],
  [
    "one attendance not recorded",
    withSession({ recorded: new Set() }),
    "2020-06-01 09:05 第 1 号 普开翠 没有登记考勤",
    "/classes/c/sessions",
  ],
  [
    "[R04] one picture too few",
    withSession({ mediaNeeded: 2, mediaCounted: 1 }),
    "2020-06-01 09:05 影像不足：有 1 张（段），需 2 张（段）",
    "/classes/c/media",
  ],
  [
    "[R04] a picture still being read",
    { ...WHOLE, mediaWaiting: 1 },
    "有 1 份影像正在读取，读完后再封存",
    "/classes/c/media",
  ],
  [
    "a roster not accepted yet",
    { ...WHOLE, state: "submitted" },
    "花名册现为“待审核”，须报送并核定后才能封存",
    "/rosters/r",
  ],
];

test.each(ONE_MISSING)(
  "[R02] %s blocks the seal by itself, in its own words",
  (_, facts, words, to) => {
    const missing = missingOf(examine(facts));
    expect(missing.map(({ place, message }) => `${place} ${message}`.trim())).toEqual([words]);
    expect(missing[0]?.to).toBe(to);
  },
);

test("[R02] every reason has words of its own", () => {
  expect(new Set(ONE_MISSING.map(([, , words]) => words)).size).toBe(ONE_MISSING.length);
});

test("a class without sessions or people is not whole", () => {
  const noSessions = missingOf(examine({ ...WHOLE, sessions: [] }));
  expect(noSessions.map(({ message }) => message)).toEqual(["没有登记课次"]);
  const nobody = missingOf(examine({ ...WHOLE, lines: [] }));
  expect(nobody.map(({ message }) => message)).toEqual(["花名册上没有学员"]);
});

describe("what does not block", () => {
  test("[R01] an answer of the very limit, and one given afterwards", () => {
    const days = { ...WHOLE.days, maxAgeDays: { opening: 30, completion: null } };
    const onLimit = answer("opening", { verifiedOn: "2020-05-02" });
    expect(missingOf(examine({ ...asked("opening", onLimit), days }))).toEqual([]);
    const afterwards = answer("opening", { verifiedOn: "2020-07-01" });
    expect(missingOf(examine({ ...asked("opening", afterwards), days }))).toEqual([]);
  });
});
