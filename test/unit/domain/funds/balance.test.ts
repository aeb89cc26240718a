import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Allocation } from "~/domain/funds/allocation";
import { amountDigits, amountText, parseAmount } from "~/domain/funds/allocation-amount";
import { balance, type Suspect } from "~/domain/funds/balance";
import type { SlotPlace } from "~/domain/funds/balance-slots";
import { FOUNDING_TABLES } from "~/domain/funds/founding/founding-tables";
import { wan } from "~/domain/funds/founding/founding-document";

const tableOf = (number: string): Allocation => {
  const found = FOUNDING_TABLES.find(({ documentNumber }) => documentNumber === number);
  if (found === undefined) throw new Error(number);
  return found.allocation;
};
const qujing = tableOf("曲财农〔2020〕31号");
const shanghai = tableOf("沪合组办〔2020〕9号");

/** Every figure of the table that stands in a sum. */
function placesOf(table: Allocation): readonly SlotPlace[] {
  return [
    ...table.rows.flatMap((row, at): SlotPlace[] =>
      row.isOffTable
        ? []
        : [
            ...row.cells.map((_, cell): SlotPlace => ({ kind: "cell", row: at, cell })),
            ...(row.declaredTotal === null ? [] : [{ kind: "rowTotal", row: at } as const]),
          ],
    ),
    ...table.columns.flatMap(({ key, declared }): SlotPlace[] =>
      declared === null ? [] : [{ kind: "columnTotal", key }],
    ),
    ...table.projects.flatMap(({ key, declared }): SlotPlace[] =>
      declared === null ? [] : [{ kind: "projectTotal", key }],
    ),
    { kind: "total" },
  ];
}

/** A copy with one figure moved by so much, and what it said before. */
function moved(table: Allocation, place: SlotPlace, by: number): [Allocation, number] {
  let was = 0;
  const put = (value: number | null): number => {
    was = value ?? 0;
    return was + by;
  };
  const copy: Allocation = {
    declaredTotal: place.kind === "total" ? put(table.declaredTotal) : table.declaredTotal,
    columns: table.columns.map((one) =>
      place.kind === "columnTotal" && place.key === one.key
        ? { ...one, declared: put(one.declared) }
        : one,
    ),
    projects: table.projects.map((one) =>
      place.kind === "projectTotal" && place.key === one.key
        ? { ...one, declared: put(one.declared) }
        : one,
    ),
    rows: table.rows.map((row, at) => {
      if (place.kind === "rowTotal" && place.row === at) {
        return { ...row, declaredTotal: put(row.declaredTotal) };
      }
      if (place.kind !== "cell" || place.row !== at) return row;
      return {
        ...row,
        cells: row.cells.map((cell, index) =>
          index === place.cell ? { ...cell, amount: put(cell.amount) } : cell,
        ),
      };
    }),
  };
  return [copy, was];
}

/** Any other amount the figure could be: a fen off, a slipped digit, nothing at all, a thousand times as much. */
const changesOf = (value: number) =>
  fc.integer({ min: -value, max: wan(1_000_000) }).filter((by) => by !== 0);

const brief = ({ place, stated, shouldBe }: Suspect) => ({ place, stated, shouldBe });

test("[M04] the table of 曲财农〔2020〕31号 balances: 21575 = 16935 + 4640, 4640 = 140 + 150 + 4000 + 350", () => {
  const { sums, wrong, suspects } = balance(qujing);
  expect(wrong).toEqual([]);
  expect(suspects).toEqual([]);
  const stated = Object.fromEntries(sums.map((one) => [one.key, one.stated / wan(1)]));
  expect(stated).toEqual({
    ...{ "row:0": 1300, "row:1": 4240, "row:2": 3770, "row:3": 3800, "row:4": 7885 },
    ...{ "row:5": 390, "row:6": 90, "row:7": 100 },
    ...{ "column:provincial": 16935, "column:citywide": 4640 },
    ...{ "project:consumption": 140, "project:medical": 150 },
    ...{ "project:labour": 4000, "project:talent": 350 },
    ...{ rows: 21575, columns: 21575 },
  });
});

test("[M03] 4000 of labour transfer lie with six units", () => {
  const labour = balance(qujing).sums.find(({ key }) => key === "project:labour");
  expect(labour?.parts.map(({ label, value }) => `${label.slice(0, 4)} ${value / wan(1)}`)).toEqual(
    [
      ...["宣威市  1150", "富源县  740", "罗平县  270"],
      ...["师宗县  300", "会泽县  1450", "市人社局 90"],
    ],
  );
});

test("[M05] 宣威's 4750 stand beside the table and in none of its sums", () => {
  const beside = qujing.rows.filter(({ isOffTable }) => isOffTable);
  expect(beside.map(({ unitName, cells }) => [unitName, cells[0]?.amount])).toEqual([
    ["宣威市", wan(4750)],
  ]);
  expect(balance({ ...qujing, rows: qujing.rows.filter((row) => !row.isOffTable) })).toEqual(
    balance(qujing),
  );
});

test("[M01] the five pillars balance: 773 projects, 340400, shares to two decimals", () => {
  const { sums, wrong } = balance(shanghai);
  expect(wrong).toEqual([]);
  const shares = sums.filter(({ kind }) => kind === "share").map(({ computed }) => computed);
  expect(shares).toEqual([5192, 3621, 613, 425, 149]);
});

describe("a wrong figure in a copy of 曲财农〔2020〕31号 is pointed at", () => {
  const places = placesOf(qujing);
  test("all of them are looked at", () => {
    expect(places).toHaveLength(14 + 8 + 2 + 4 + 1);
  });

  test.each(places.map((place) => [JSON.stringify(place), place] as const))(
    "[M04] %s, changed by any amount, is named with what it should say",
    (_, place) => {
      const [, value] = moved(qujing, place, 0);
      const isNamed = fc.property(changesOf(value), (by) => {
        const { wrong, suspects } = balance(moved(qujing, place, by)[0]);
        expect(wrong.length).toBeGreaterThan(0);
        expect(suspects.map(brief)).toEqual([{ place, stated: value + by, shouldBe: value }]);
      });
      fc.assert(isNamed, { seed: 20200410, numRuns: 60, examples: [[1], [-1], [wan(9)]] });
    },
  );
});

describe("the five pillars", () => {
  test("a wrong share is named", () => {
    for (const row of [0, 1, 2, 3, 4]) {
      for (const by of [1, -1, 100, 1000]) {
        const place = { kind: "cell", row, cell: 2 } as const;
        const [copy, was] = moved(shanghai, place, by);
        expect(balance(copy).suspects.map(brief)).toEqual([
          { place, stated: was + by, shouldBe: was },
        ]);
      }
    }
  });

  test("an amount wrong by more than its share forgives is named; by less, one of several is", () => {
    const place = { kind: "cell", row: 2, cell: 1 } as const;
    const [far, was] = moved(shanghai, place, wan(900));
    expect(balance(far).suspects.map(brief)).toEqual([
      { place, stated: was + wan(900), shouldBe: was },
    ]);
    const near = balance(moved(shanghai, place, wan(1))[0]).suspects;
    expect(near.length).toBeGreaterThan(1);
    expect(near.map(brief)).toContainEqual({ place, stated: was + wan(1), shouldBe: was });
  });

  test("a count has no second sum: that the column is wrong is said, not which cell", () => {
    const { wrong, suspects } = balance(moved(shanghai, { kind: "cell", row: 0, cell: 0 }, 1)[0]);
    expect(wrong.map(({ key }) => key)).toEqual(["column:count"]);
    expect(suspects).toHaveLength(6);
  });
});

test("two wrong figures: every wrong sum is named, and no single figure is blamed", () => {
  const [once] = moved(qujing, { kind: "cell", row: 1, cell: 0 }, wan(10));
  const [twice] = moved(once, { kind: "cell", row: 3, cell: 1 }, wan(7));
  const { wrong, suspects } = balance(twice);
  expect(wrong.map(({ key, computed, stated }) => [key, (computed - stated) / wan(1)])).toEqual([
    ...[["row:1", 10] as const, ["row:3", 7] as const],
    ...[["column:provincial", 10] as const, ["column:citywide", 7] as const],
    ["project:labour", 7],
  ]);
  expect(suspects).toEqual([]);
});

test("a table that divides a higher line must come to its amount, and the higher line is not to blame", () => {
  const parent = { label: "上级下达", amount: wan(21575), shares: [] };
  expect(balance(qujing, parent).wrong).toEqual([]);
  const other = balance(qujing, { ...parent, amount: wan(21574) });
  expect(other.wrong.map(({ key }) => key)).toEqual(["parent"]);
  expect(other.suspects).toEqual([]);
});

describe("figures as written", () => {
  test.each([
    ["16,935", "FEN", "WAN", wan(16935)],
    ["１２３２６３．６", "FEN", "WAN", wan(123263.6)],
    ["0.000001", "FEN", "WAN", 1],
    ["0.0000001", "FEN", "WAN", null],
    ["100.50", "FEN", "YUAN", 10050],
    ["100.505", "FEN", "YUAN", null],
    ["416", "COUNT", "WAN", 416],
    ["416.5", "COUNT", "WAN", null],
    ["51.92%", "PERCENT", "WAN", 5192],
    ["51.925", "PERCENT", "WAN", null],
    ["-5", "FEN", "WAN", null],
    ["五百", "FEN", "WAN", null],
  ] as const)("%s as %s in %s is %s", (text, unit, money, expected) => {
    expect(parseAmount(text, unit, money)).toBe(expected);
  });

  test("and written again as the document has them", () => {
    expect(amountDigits(wan(123263.6), "FEN")).toBe("123263.6");
    expect(amountDigits(wan(1300), "FEN", "YUAN")).toBe("13000000");
    expect(amountText(wan(1300), "FEN")).toBe("1300 万元");
    expect(amountText(149, "PERCENT")).toBe("1.49%");
    expect(amountText(773, "COUNT")).toBe("773 个");
    expect(amountText(12345, "FEN")).toBe("123.45 元");
  });
});
