import {
  columnLabel,
  projectLabel,
  unitOf,
  type Allocation,
  type AllocationCell,
  type AllocationRow,
} from "./allocation";
import { amountText } from "./allocation-amount";
import { amountField, type RowOrigin } from "./draft-places";

/** Where a copy says something else than the table it is of. */
export interface CopyDifference {
  /** The field of the form. */
  readonly field: string;
  /** 会泽县 · 市级统筹部分 · 贫困劳动力转移就业 · 金额 */
  readonly label: string;
  /** What the copy says, and what the table has. */
  readonly copy: string;
  readonly original: string;
}

interface Sides {
  readonly original: Allocation;
  readonly copy: Allocation;
  /** Of each column of the table the copy's. */
  readonly columns: ReadonlyMap<string, string>;
  readonly origin: RowOrigin;
}

interface Placed {
  readonly cell: AllocationCell;
  readonly line: number;
}

/** The cells of a row beside the copy's: by column and project, then by column alone, which tells a wrong project. */
export function cellDifferences(
  row: AllocationRow,
  copied: AllocationRow,
  sides: Sides,
): readonly CopyDifference[] {
  const { original, copy, columns, origin } = sides;
  const left = copied.cells.map((cell, at): Placed => {
    return { cell, line: origin.cells[at] ?? origin.line };
  });
  const take = (test: (one: Placed) => boolean): Placed | null => {
    const index = left.findIndex(test);
    return index < 0 ? null : (left.splice(index, 1)[0] ?? null);
  };
  const inColumn = (cell: AllocationCell) => (one: Placed) =>
    one.cell.columnKey === columns.get(cell.columnKey);
  const first = row.cells.map((cell) => {
    const label = projectLabel(original, cell.projectKey);
    const same = (one: Placed) =>
      inColumn(cell)(one) && projectLabel(copy, one.cell.projectKey) === label;
    return { cell, found: take(same) };
  });
  const paired = first.map(({ cell, found }) => ({ cell, found: found ?? take(inColumn(cell)) }));
  const nameOf = (table: Allocation, { columnKey, projectKey }: AllocationCell) =>
    [row.unitName, columnLabel(table, columnKey), projectLabel(table, projectKey)]
      .filter((part) => part !== "")
      .join(" · ");
  return [
    ...paired.flatMap(({ cell, found }) => {
      const label = nameOf(original, cell);
      if (found !== null) return wrongIn(cell, found, { ...sides, label });
      const field = amountField(origin.line, columns.get(cell.columnKey) ?? "c0");
      return [{ field, label, copy: "没有填", original: said(original, cell) }];
    }),
    ...left.map(({ cell, line }) => ({
      ...{ field: amountField(line, cell.columnKey), label: nameOf(copy, cell) },
      ...{ copy: said(copy, cell), original: "没有这一格" },
    })),
  ];
}

const said = (table: Allocation, cell: AllocationCell) =>
  amountText(cell.amount, unitOf(table, cell));

function wrongIn(
  cell: AllocationCell,
  { cell: own, line }: Placed,
  { original, copy, label }: Sides & { readonly label: string },
): readonly CopyDifference[] {
  const differences: CopyDifference[] = [];
  const compare = (field: string, part: string, [mine, theirs]: readonly [string, string]) => {
    if (mine === theirs) return;
    const word = (text: string) => (text === "" ? "没有写" : text);
    const named = part === "" ? label : `${label} · ${part}`;
    differences.push({ field, label: named, copy: word(mine), original: word(theirs) });
  };
  const projects = [projectLabel(copy, own.projectKey), projectLabel(original, cell.projectKey)];
  compare(`line-${line}-project`, "项目", [projects[0] ?? "", projects[1] ?? ""]);
  compare(amountField(line, own.columnKey), "", [said(copy, own), said(original, cell)]);
  compare(`line-${line}-function`, "功能科目", [own.functionCode, cell.functionCode]);
  compare(`line-${line}-economic`, "经济分类", [own.economicCode, cell.economicCode]);
  return differences;
}
