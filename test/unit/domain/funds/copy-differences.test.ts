import { expect, test } from "vitest";
import type { AllocationDraft, DraftLine } from "~/domain/funds/allocation-draft";
import { balance } from "~/domain/funds/balance";
import { copyDifferences } from "~/domain/funds/copy-differences";
import { fieldOfPlace } from "~/domain/funds/draft-places";
import { FOUNDING_TABLES } from "~/domain/funds/founding/founding-tables";
import { readDraft } from "~/domain/funds/read-draft";
import { draftOfTable } from "~/domain/funds/table-draft";

const AREAS: Readonly<Record<string, string>> = {
  ...{ "530300": "曲靖市", "530381": "宣威市", "530325": "富源县", "530324": "罗平县" },
  ...{ "530323": "师宗县", "530326": "会泽县" },
};
const areaName = (code: string) => AREAS[code] ?? code;
const reader = {
  ...{ money: "WAN" as const, ownArea: "530300" },
  areaOf: (name: string) => Object.keys(AREAS).find((code) => AREAS[code] === name) ?? null,
};
const found = FOUNDING_TABLES.find(({ documentNumber }) => documentNumber.startsWith("曲"));
if (found === undefined) throw new Error("no founding table");
const { allocation } = found;
const draft = draftOfTable(allocation, { money: "WAN", areaName });

const compared = (copy: AllocationDraft) =>
  copyDifferences(allocation, readDraft(copy, reader), areaName);
const withLine = (
  at: number,
  change: (line: DraftLine) => Partial<DraftLine>,
): AllocationDraft => ({
  ...draft,
  lines: draft.lines.map((line, index) => (index === at ? { ...line, ...change(line) } : line)),
});
const fields = (copy: AllocationDraft) => compared(copy).map(({ field }) => field);

test("[M04] a faithful copy differs nowhere, nor does one that leaves sums out", () => {
  expect(compared(draft)).toEqual([]);
  expect(compared({ ...draft, declared: "", projects: [] })).toEqual([]);
});

test("[M04] every wrong cell of a copy is pointed at, also where no sum tells: amount, code, area, project", () => {
  for (const [at, line] of draft.lines.entries()) {
    const column = line.amounts.findIndex((amount) => amount !== "");
    if (line.isOffTable) {
      const wrong = withLine(at, () => ({ declared: "4570" }));
      expect(balance(readDraft(wrong, reader).table).wrong).toEqual([]);
      expect(compared(wrong)).toMatchObject([
        { field: `line-${at}-declared`, copy: "4570 万元", original: "4750 万元" },
      ]);
      continue;
    }
    const amounts = line.amounts.with(column, String(Number(line.amounts[column]) + 9));
    expect(fields(withLine(at, () => ({ amounts })))).toEqual([`line-${at}-amount-${column}`]);
    const codes = { functionCode: "2089999", economicCode: "50299" };
    expect(fields(withLine(at, () => codes))).toEqual([
      `line-${at}-function`,
      `line-${at}-economic`,
    ]);
    const project = "另一个项目";
    expect(fields(withLine(at, () => ({ project })))).toEqual([`line-${at}-project`]);
    if (line.unitName === "") continue;
    const area = line.area === "会泽县" ? "罗平县" : "会泽县";
    expect(fields(withLine(at, () => ({ area })))).toEqual([`line-${at}-area`]);
    expect(fields(withLine(at, () => ({ declared: "1" })))).toEqual([`line-${at}-declared`]);
  }
});

test("[M04] a line left out, one too many and one moved beside the table are named", () => {
  const without = { ...draft, lines: draft.lines.slice(0, -1) };
  expect(compared(without)).toMatchObject([{ label: "宣威市（表外）", copy: "没有这一行" }]);
  const extra = { ...draft, lines: [...draft.lines, { ...draft.lines[6], unitName: "市林草局" }] };
  const last = `line-${draft.lines.length}-unit`;
  expect(compared(extra as AllocationDraft)).toMatchObject([{ field: last, copy: "有这一行" }]);
  const labour = draft.projects.map((one) => ({ ...one, isLabour: false }));
  expect(fields({ ...draft, projects: labour })).toEqual(["project-2-labour"]);
});

test("[M04] the figure that the sums give away is found in its field, and an unreadable one is told apart from nought", () => {
  const at = draft.lines.findIndex(({ amounts }) => amounts[1] === "1450");
  const wrong = readDraft(
    withLine(at, ({ amounts }) => ({ amounts: amounts.with(1, "1540") })),
    reader,
  );
  const [only] = balance(wrong.table).suspects;
  if (only === undefined) throw new Error("nothing found");
  expect(fieldOfPlace(only.place, wrong.table, wrong.origins)).toBe(`line-${at}-amount-1`);
  expect(wrong.isUnreadable).toBe(false);
  const minus = readDraft(
    withLine(at, ({ amounts }) => ({ amounts: amounts.with(1, "-1450") })),
    reader,
  );
  expect(minus.isUnreadable).toBe(true);
  expect(Object.keys(minus.errors)).toEqual([`line-${at}-amount-1`]);
});
