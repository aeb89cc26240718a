import { expect, test } from "vitest";
import { placementStanding } from "~/domain/claims/claim-source";
import type { PricedLine } from "~/domain/claims/drawing";
import { nextStep } from "~/domain/claims/next-step";
import { DROPPED_REASON, redrawn, type WrittenLine } from "~/domain/claims/redraw";
import { leading, type StoredVerdict } from "~/domain/claims/stored-verdict";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";

const DAY = day("2020-06-01");
const days = { eventOn: DAY, periodFrom: DAY, periodTo: day("2020-06-30") };

function proved(sourceId: string, rate = 300, quantity = 1): PricedLine {
  return {
    ...{ ...days, sourceId, personId: "p", idIndex: "00", name: "普光明", destination: null },
    ...{ quantity, unit: "PERSON", rate: null },
    ...{ rateFen: fen(rate), amountFen: fen(rate * quantity) },
  };
}
function written(id: string, removedReason: string | null = null): WrittenLine {
  const sum = { quantity: 1, unit: "PERSON", rateFen: 300, amountFen: 300 } as const;
  return { ...days, ...sum, id: `line ${id}`, sourceId: id, removedReason };
}

test("drawing anew leaves alone what is the same, and what somebody took out or another claim has", () => {
  const lines = [written("a"), written("b", "本人放弃")];
  const now = [proved("a"), proved("b"), proved("c")];
  const nothing = { added: [], changed: [], dropped: [] };
  expect(redrawn(lines, now, new Set(["a", "c"]))).toEqual(nothing);
});

test("what was dropped because it was no longer proved comes back once it is", () => {
  const lines = [written("a", DROPPED_REASON)];
  expect(redrawn(lines, [proved("a")], new Set()).added).toHaveLength(1);
});

test("[R14] another rate is written, no quantity is no longer proved", () => {
  const lines = [written("a"), written("b")];
  const { changed, dropped } = redrawn(lines, [proved("a", 400), proved("b", 300, 0)], new Set());
  expect(changed).toMatchObject([{ id: "line a", line: { amountFen: 400 } }]);
  expect(dropped).toEqual(["line b"]);
});

test("a placement can be claimed on the last day of the months it must last, and not the day before", () => {
  const placement = {
    ...{ isClaimed: false, isPublicPost: false, isLocalOutwork: false, hasEvidence: true },
    wantedUntil: day("2020-06-30"),
  };
  expect(placementStanding({ ...placement, today: day("2020-06-29") })).toBe("tooSoon");
  expect(placementStanding({ ...placement, today: day("2020-06-30") })).toBe("open");
});

test("a blocking fail is told before a blocking doubt, and both before warnings", () => {
  const told = (rule: string, verdict: StoredVerdict["verdict"]): StoredVerdict => ({
    ...{ rule, verdict, message: "", inputs: [] },
  });
  const warning = told("overlap/kinds", "fail");
  const doubt = told("training/attendance-share", "unknown");
  const bar = told("training/completed", "fail");
  expect(leading([warning, doubt, bar])).toBe(bar);
  expect(leading([warning, doubt])).toBe(doubt);
  expect(leading([])).toBeNull();
});

test("a claim says what is next: a check, what bars it, the warnings, or that it can be handed in", () => {
  const check = { blockedLines: 0, warnedLines: 0, isStale: false };
  const claim = { state: "draft", lineCount: 2, check, hrss: false, poverty: false } as const;
  expect(nextStep(claim).kind).toBe("success");
  expect(nextStep({ ...claim, lineCount: 0 }).text).toContain("没有明细");
  expect(nextStep({ ...claim, check: null }).text).toContain("还没有核查");
  expect(nextStep({ ...claim, check: { ...check, isStale: true } }).text).toContain("重新核查");
  expect(nextStep({ ...claim, check: { ...check, blockedLines: 1 } }).text).toContain(
    "1 条明细不能",
  );
  expect(nextStep({ ...claim, check: { ...check, warnedLines: 3 } }).text).toContain("3 条有提示");
  const half = nextStep({ ...claim, state: "reviewed", hrss: true }).text;
  expect(half).toContain("扶贫");
  expect(half).not.toContain("人社");
});
