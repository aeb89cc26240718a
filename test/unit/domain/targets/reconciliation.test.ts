import { describe, expect, test } from "vitest";
import {
  signatureRefusal,
  signingObstacle,
  turnsOf,
  type ReconciliationStanding,
} from "~/domain/targets/reconciliation";
import { contentRefusal } from "~/domain/targets/reconciliation-refusal";
import { FIGURE_DEFINITION, RECONCILED_MEASURES } from "~/domain/targets/reconciliation-words";

const typed = (change: Partial<ReconciliationStanding> = {}): ReconciliationStanding => ({
  ...{ state: "open", countyFigure: 5, districtFigure: 5, districtFigureKind: "typed" },
  ...{ explanation: "", openLines: 5, countySignedBy: null, districtSignedBy: null },
  ...change,
});
const listed = (change: Partial<ReconciliationStanding> = {}) =>
  typed({ districtFigureKind: "list", openLines: 0, ...change });
const who = (userId: string, drawnBy: string | null = "officer") => ({ userId, drawnBy });

describe("[R21] what must come before a signature", () => {
  test("both figures are there", () => {
    expect(signingObstacle(typed({ countyFigure: null }))).toEqual({ kind: "countyFigureMissing" });
    expect(signingObstacle(typed({ districtFigure: null, districtFigureKind: null }))).toEqual({
      kind: "districtFigureMissing",
    });
    expect(signingObstacle(typed({ countyFigure: 0, districtFigure: 0 }))).toBeNull();
  });

  test("a number alone is equal, or its difference has one explanation", () => {
    expect(signingObstacle(typed())).toBeNull();
    expect(signingObstacle(typed({ districtFigure: 4 }))).toEqual({
      ...{ kind: "differenceUnexplained", difference: 1 },
    });
    expect(signingObstacle(typed({ districtFigure: 6, explanation: "  " }))).toMatchObject({
      difference: -1,
    });
    expect(signingObstacle(typed({ districtFigure: 4, explanation: "一人月底到岗" }))).toBeNull();
  });

  test("two lists have every person of one side only explained, also when the numbers are equal", () => {
    expect(signingObstacle(listed({ openLines: 1 }))).toEqual({
      kind: "linesUnexplained",
      lines: 1,
    });
    expect(signingObstacle(listed())).toBeNull();
    expect(
      signingObstacle(listed({ districtFigure: 3, openLines: 1, explanation: "总的说明" })),
    ).toEqual({ kind: "linesUnexplained", lines: 1 });
    expect(signingObstacle(listed({ districtFigure: 3 }))).toBeNull();
  });
});

describe("[R21] two persons of two sides sign", () => {
  test("nobody signs twice, for both sides, or the list he drew up himself", () => {
    expect(signatureRefusal(typed(), "county", who("reviewer"))).toBeNull();
    expect(signatureRefusal(typed(), "county", who("officer"))).toEqual({ kind: "ownList" });
    // The district draws up no list of the county's: the rule is the county's alone.
    expect(signatureRefusal(typed(), "district", who("officer"))).toBeNull();
    const half = typed({ countySignedBy: "reviewer" });
    expect(signatureRefusal(half, "county", who("another"))).toEqual({ kind: "alreadySigned" });
    expect(signatureRefusal(half, "district", who("reviewer"))).toEqual({ kind: "samePerson" });
    expect(signatureRefusal(half, "district", who("clerk"))).toBeNull();
  });

  test("what is locked is signed no more, and what is not ready not yet", () => {
    expect(signatureRefusal(typed({ state: "locked" }), "county", who("reviewer"))).toEqual({
      kind: "locked",
    });
    expect(signatureRefusal(typed({ districtFigure: 1 }), "county", who("reviewer"))).toMatchObject(
      {
        kind: "differenceUnexplained",
      },
    );
  });
});

test("[R21] an open month says whose turn it is, a locked one is nobody's", () => {
  expect(turnsOf(typed({ countyFigure: null }))).toEqual(["drawList"]);
  expect(turnsOf(typed({ districtFigure: null }))).toEqual(["enterFigure"]);
  expect(turnsOf(typed({ districtFigure: 1 }))).toEqual(["explain"]);
  expect(turnsOf(listed({ openLines: 1 }))).toEqual(["explain"]);
  expect(turnsOf(typed())).toEqual(["signCounty", "signDistrict"]);
  expect(turnsOf(typed({ countySignedBy: "reviewer" }))).toEqual(["signDistrict"]);
  expect(turnsOf(typed({ districtSignedBy: "clerk" }))).toEqual(["signCounty"]);
  expect(turnsOf(typed({ state: "locked", countySignedBy: "a", districtSignedBy: "b" }))).toEqual(
    [],
  );
});

test("[R21] figures, lists and explanations are written to an open month as it was read", () => {
  expect(contentRefusal({ state: "open", version: 2 }, 2)).toBeNull();
  expect(contentRefusal({ state: "open", version: 2 }, 1)).toEqual({ kind: "changedByOthers" });
  expect(contentRefusal({ state: "locked", version: 2 }, 2)).toEqual({ kind: "locked" });
});

test("[R20] what is reconciled counts placed persons, those in Shanghai first", () => {
  expect(RECONCILED_MEASURES).toEqual([
    ...["SHANGHAI_PLACED", "PROVINCE_PLACED", "LOCAL_PLACED", "ELSEWHERE_PLACED", "ALL_PLACED"],
  ]);
  expect(FIGURE_DEFINITION).toContain("同一人一年只计一次");
});
