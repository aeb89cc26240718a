// Reads an old workbook (.xls, BIFF) with SheetJS in a thread of its own with capped memory, so
// that a hostile file can at worst end this thread. Plain JavaScript, because it is started by
// path both from the sources (tsx, vitest) and from the bundled server. It posts, per sheet,
// batches of [sheetRow, [column, type, value, format]...] as JSON bytes, and decides nothing.
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

// The CommonJS build carries the code pages (936 for files of Excel 95 and before).
const XLSX = createRequire(import.meta.url)("xlsx");
const BATCH_ROWS = 500;

const { bytes, maxRows, maxCells } = workerData;
let cellsLeft = maxCells;

try {
  const workbook = XLSX.read(bytes, {
    type: "buffer",
    dense: true,
    cellNF: true,
    cellText: false,
    cellFormula: false,
    cellHTML: false,
    cellDates: false,
    bookVBA: false,
    // One more than allowed, so that the reader can tell too many from just enough.
    sheetRows: maxRows + 2,
  });
  const listed = workbook.Workbook?.Sheets ?? [];
  workbook.SheetNames.forEach((name, index) => {
    postSheet(name, (listed[index]?.Hidden ?? 0) !== 0, workbook.Sheets[name]);
  });
  const date1904 = Boolean(workbook.Workbook?.WBProps?.date1904);
  parentPort.postMessage({ kind: "end", date1904 });
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  const encrypted = /password|encrypt/i.test(message);
  parentPort.postMessage({ kind: encrypted ? "encrypted" : "failed" });
}

function postSheet(name, hidden, sheet) {
  const merges = (sheet["!merges"] ?? []).map(({ s, e }) => [s.r + 1, e.r + 1, s.c, e.c]);
  parentPort.postMessage({ kind: "sheet", name, hidden, merges });
  const data = sheet["!data"] ?? [];
  let batch = [];
  for (let row = 0; row < data.length; row++) {
    const cells = cellsOf(data[row] ?? []);
    if (cells.length > 0) batch.push([row + 1, cells]);
    if (batch.length === BATCH_ROWS) batch = postRows(batch);
  }
  if (batch.length > 0) postRows(batch);
}

function cellsOf(row) {
  const cells = [];
  row.forEach((cell, column) => {
    if (cell === undefined || cell === null || cell.v === undefined || cell.v === "") return;
    if (--cellsLeft < 0) throw new Error("too many cells");
    const shown = cell.t === "e" ? (cell.w ?? XLSX.utils.format_cell(cell)) : cell.v;
    cells.push([column, cell.t, String(shown), cell.t === "n" ? String(cell.z ?? "") : ""]);
  });
  return cells;
}

function postRows(batch) {
  parentPort.postMessage({ kind: "rows", json: new TextEncoder().encode(JSON.stringify(batch)) });
  return [];
}
