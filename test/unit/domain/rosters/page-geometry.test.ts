import { expect, test } from "vitest";
import {
  cellBox,
  inkCellBox,
  markCentres,
  PAGE_COLUMNS,
  PAGE_GEOMETRY,
  WAGE_PAGE_COLUMNS,
  type Box,
} from "~/domain/rosters/page-geometry";

const { width, height, mark, qr, tableTop, rowsPerPage } = PAGE_GEOMETRY;
const marks = markCentres().map(({ x, y }): Box => ({
  x: x - mark.side / 2,
  y: y - mark.side / 2,
  width: mark.side,
  height: mark.side,
}));

/** Free paper between two boxes, in millimetres. */
function gap(a: Box, b: Box): number {
  const across = Math.max(b.x - a.x - a.width, a.x - b.x - b.width);
  const down = Math.max(b.y - a.y - a.height, a.y - b.y - b.height);
  return Math.max(across, down);
}

test("[R02] ten rows of 13 mm, each with a cell for ink of the same size", () => {
  expect(inkCellBox(1, "SIGNATURE")).toEqual({ x: 213, y: 44, width: 37, height: 13 });
  expect(inkCellBox(rowsPerPage, "FINGERPRINT")).toEqual({ x: 250, y: 161, width: 37, height: 13 });
});

test("the columns fill the paper between the margins", () => {
  const sum = Object.values(PAGE_COLUMNS).reduce((a, b) => a + b, 0);
  expect(PAGE_GEOMETRY.tableLeft * 2 + sum).toBe(width);
});

test("[R05] wages are signed for on the same paper: their cells for ink lie where those of a roster lie", () => {
  const sum = Object.values(WAGE_PAGE_COLUMNS).reduce((a, b) => a + b, 0);
  expect(PAGE_GEOMETRY.tableLeft * 2 + sum).toBe(width);
  expect(cellBox(3, "signature", WAGE_PAGE_COLUMNS)).toEqual(inkCellBox(3, "SIGNATURE"));
  expect(cellBox(3, "fingerprint", WAGE_PAGE_COLUMNS)).toEqual(inkCellBox(3, "FINGERPRINT"));
});

test("printers reach every mark: none is nearer to an edge than 10 mm", () => {
  for (const box of marks) {
    const edges = [box.x, box.y, width - box.x - box.width, height - box.y - box.height];
    expect(Math.min(...edges)).toBeGreaterThanOrEqual(10);
  }
});

test("the code has its four white modules to all sides, and 20 mm at the least", () => {
  const quiet = (4 * qr.width) / 25;
  expect(qr.width).toBeGreaterThanOrEqual(20);
  for (const box of marks) expect(gap(qr, box)).toBeGreaterThanOrEqual(quiet);
  expect(tableTop - qr.y - qr.height).toBeGreaterThanOrEqual(quiet);
});

test("the table keeps clear of the marks", () => {
  const table: Box = { x: 10, y: tableTop, width: 277, height: 138 };
  for (const box of marks) expect(gap(table, box)).toBeGreaterThanOrEqual(mark.side);
});
