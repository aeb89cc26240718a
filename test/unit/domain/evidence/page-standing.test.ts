import { describe, expect, test } from "vitest";
import { clearCells } from "~/domain/evidence/cell-decision";
import { expectedPages } from "~/domain/evidence/page-coverage";
import { standingsOf, type ReceivedPage } from "~/domain/evidence/page-standing";
import { proofThatCounts } from "~/domain/evidence/proof-that-counts";
import { pageName, rowsOfPage, type PresentLine, type Printing } from "~/domain/evidence/scan-page";

const lineId = (number: number) => `line-${number}`;

/** 23 people printed as version 1 on three pages. */
function aPrint(more: Partial<Printing> = {}): Printing {
  const numbers = Array.from({ length: 23 }, (_, index) => index + 1);
  return {
    ...{ id: "print-1", printNo: 1, rowsPerPage: 10, pageCount: 3 },
    lineIds: numbers.map(lineId),
    lineVersions: numbers.map(() => 1),
    ...more,
  };
}

function lines(changes: Readonly<Record<number, Partial<PresentLine>>> = {}) {
  const all = Array.from({ length: 23 }, (_, index): PresentLine => {
    const number = index + 1;
    const standard = { id: lineId(number), name: `学员${number}`, version: 1, isRemoved: false };
    return { ...standard, ...changes[number] };
  });
  return new Map(all.map((line) => [line.id, line]));
}

function aPage(more: Partial<ReceivedPage> = {}): ReceivedPage {
  const standard = { id: "page-1", state: "read", printId: "print-1", pageNo: 1 } as const;
  return { ...standard, isSetAside: false, isDecided: false, ...more };
}

describe("the rows of a page", () => {
  test("the last page ends with the last person, and beyond it there is none", () => {
    expect(rowsOfPage(aPrint(), 3).map(({ number }) => number)).toEqual([21, 22, 23]);
    expect(rowsOfPage(aPrint(), 3)[0]).toMatchObject({ row: 1, lineId: "line-21", version: 1 });
    expect(rowsOfPage(aPrint(), 4)).toEqual([]);
    expect(rowsOfPage(aPrint(), 0)).toEqual([]);
  });

  test("a page is called by its number and its people", () => {
    expect(pageName(3, rowsOfPage(aPrint(), 3))).toBe("第 3 页（21–23 号）");
    expect(pageName(1, rowsOfPage(aPrint(), 1).slice(0, 1))).toBe("第 1 页（1 号）");
    expect(pageName(9, [])).toBe("第 9 页");
  });
});

describe("[R02] the standing of a page", () => {
  const standing = (pages: readonly ReceivedPage[], prints = [aPrint()], now = lines()) =>
    pages.map(({ id }) => standingsOf(pages, prints, now).get(id));

  test("of the newest printing with nothing changed it is placed", () => {
    expect(standing([aPage()])).toEqual([{ kind: "placed" }]);
  });

  test("of an older printing it holds while its own lines stand, whatever others did", () => {
    const newer = aPrint({ id: "print-2", printNo: 2 });
    const elsewhere = lines({ 11: { version: 2 } });
    expect(standing([aPage()], [aPrint(), newer], elsewhere)).toEqual([
      { kind: "placedOlderPrint", printNo: 1 },
    ]);
  });

  test.each([
    ["changed", { version: 2 }],
    ["removed", { isRemoved: true }],
  ])("a line %s after the printing makes it outdated, and is named alone", (_, change) => {
    expect(standing([aPage()], [aPrint()], lines({ 10: change }))).toMatchObject([
      { kind: "outdatedPrint", printNo: 1, changed: [{ lineId: "line-10", row: 10 }] },
    ]);
  });

  test("a line the roster does not know is never taken", () => {
    const known = lines();
    known.delete("line-2");
    expect(standing([aPage()], [aPrint()], known)).toMatchObject([
      { kind: "outdatedPrint", changed: [{ lineId: "line-2" }] },
    ]);
  });

  test("the second scan of a page is a duplicate; the decided one stands, whenever it came", () => {
    const [first, second] = [aPage({ id: "a" }), aPage({ id: "b" })];
    expect(standing([first, second])).toEqual([
      { kind: "placed" },
      { kind: "duplicate", firstId: "a" },
    ]);
    expect(standing([first, { ...second, isDecided: true }])).toEqual([
      { kind: "duplicate", firstId: "b" },
      { kind: "placed" },
    ]);
    expect(standing([{ ...first, isSetAside: true }, second])).toEqual([
      { kind: "setAside" },
      { kind: "placed" },
    ]);
  });

  test("the same page number of two printings is no duplicate", () => {
    const prints = [aPrint(), aPrint({ id: "print-2", printNo: 2 })];
    const pages = [aPage({ id: "a" }), aPage({ id: "b", printId: "print-2" })];
    expect(standing(pages, prints)).toEqual([
      { kind: "placedOlderPrint", printNo: 1 },
      { kind: "placed" },
    ]);
  });

  test("what the reading could not place stays as it said", () => {
    const kinds = ["otherRoster", "unknownPrint", "noCode", "noMarks", "unreadable"] as const;
    const pages = kinds.map((state) => aPage({ id: state, state }));
    expect(standing(pages)).toEqual(kinds.map((kind) => ({ kind })));
    expect(standing([aPage({ printId: "gone" })])).toEqual([{ kind: "unknownPrint" }]);
    expect(standing([aPage({ pageNo: 4 })])).toEqual([{ kind: "unknownPrint" }]);
  });
});

describe("[R02] what of a printing has come back", () => {
  function coverage(pages: readonly ReceivedPage[], prints = [aPrint()], now = lines()) {
    const expected = expectedPages(prints, pages, standingsOf(pages, prints, now), now);
    return expected.map(({ state, uncovered }) => [state, uncovered.map(({ number }) => number)]);
  }

  test("nothing is expected before the first printing", () => {
    expect(coverage([], [])).toEqual([]);
  });

  test("a missing page is missing with its people; those taken off the roster are not missed", () => {
    const pages = [aPage(), aPage({ id: "page-2", pageNo: 2 })];
    expect(coverage(pages, [aPrint()], lines({ 22: { isRemoved: true } }))).toEqual([
      ["received", []],
      ["received", []],
      ["missing", [21, 23]],
    ]);
  });

  test("a page set aside or doubled covers nobody", () => {
    const pages = [
      aPage({ isSetAside: true }),
      aPage({ id: "b", pageNo: 2 }),
      aPage({ id: "c", pageNo: 2 }),
    ];
    expect(coverage(pages).map(([state]) => state)).toEqual(["missing", "received", "missing"]);
  });

  test("people who signed an older printing need not sign again unless their line changed", () => {
    const prints = [
      aPrint(),
      aPrint({
        id: "print-2",
        printNo: 2,
        lineVersions: aPrint().lineVersions.map((version, index) => (index === 4 ? 2 : version)),
      }),
    ];
    const older = [1, 2].map((pageNo) => aPage({ id: `p${pageNo}`, pageNo }));
    expect(coverage(older, prints, lines({ 5: { version: 2 } }))).toEqual([
      ["missing", [5]],
      ["byOlder", []],
      ["missing", [21, 22, 23]],
    ]);
  });
});

test("confirming at once takes what is sure and undecided, and leaves the doubtful", () => {
  const cell = { lineId: "a", element: "SIGNATURE", decision: null } as const;
  expect(
    clearCells([
      { ...cell, proposed: "present" },
      { ...cell, lineId: "b", proposed: "blank" },
      { ...cell, lineId: "c", proposed: "doubtful" },
      { ...cell, lineId: "d", proposed: "present", decision: "missing" },
    ]),
  ).toEqual([
    { lineId: "a", element: "SIGNATURE", decision: "present" },
    { lineId: "b", element: "SIGNATURE", decision: "missing" },
  ]);
});

test("[R02] of several proofs paper counts before a close-up, that before the tablet, that before the own phone", () => {
  const methods = ["ownPhone", "screen", "closeUp", "paper"] as const;
  const proofs = methods.map((method) => ({ element: "FINGERPRINT", method }) as const);
  const best = [4, 3, 2, 1].map((n) => proofThatCounts(proofs.slice(0, n), "FINGERPRINT")?.method);
  expect(best).toEqual(["paper", "closeUp", "screen", "ownPhone"]);
  expect(proofThatCounts(proofs, "SIGNATURE")).toBeNull();
});
