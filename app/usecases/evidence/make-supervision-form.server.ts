import { viewSupervision } from "~/data/evidence/supervision-records-view.server";
import { newCopyMark, type CopyMark } from "~/data/rosters/copy-mark.server";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { leaveClassTrail } from "~/data/training/session-class-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { supervisionSheet, type SupervisionSheetRow } from "~/domain/evidence/supervision-sheet";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { writeWorkbook } from "~/platform/workbook/write-workbook.server";

export interface SupervisionFormFile extends CopyMark {
  readonly heading: string;
  readonly rows: readonly SupervisionSheetRow[];
  readonly fileName: string;
  readonly bytes: () => AsyncIterable<Buffer>;
}

export interface AskedSupervisionForm {
  readonly classId: string;
  /** Null: blank, to be filled in by hand. */
  readonly recordId: string | null;
  readonly as: "print" | "export";
}

/** The form 监督记录 for paper or as a workbook; that it was made goes into the trail. */
export async function makeSupervisionForm(
  actor: Actor,
  { classId, recordId, as }: AskedSupervisionForm,
  now: Date,
): Promise<Outcome<SupervisionFormFile, { readonly kind: "notFound" | "forbidden" }>> {
  const today = dayInChina(now);
  const head = await viewClassHead(actor, classId, today);
  if (head === null) return refused({ kind: "notFound" });
  if (!may(actor, "roster.print", head.countyCode, today)) return refused({ kind: "forbidden" });
  const record = recordId === null ? null : await viewSupervision(actor, classId, recordId);
  if (recordId !== null && record === null) return refused({ kind: "notFound" });
  const mark = newCopyMark(now);
  const action = as === "print" ? "class.printForm" : "class.exportForm";
  const detail = { name: "监督记录", copyNo: mark.copyNo, ...(record && { recordId: record.id }) };
  await inTransaction(actor, (tx) => leaveClassTrail(tx, actor, head, { action, at: now, detail }));
  const heading = `${head.countyName}沪滇劳务协作技能培训监督记录`;
  const rows = supervisionSheet(head, record);
  const closing = `${actor.name} 于 ${mark.madeAt} 导出，份号 ${mark.copyNo}`;
  return done({
    ...{ ...mark, heading, rows },
    fileName: `监督记录_${head.label}_${record?.heldOn ?? "空白"}.xlsx`,
    bytes: () => workbookOf(heading, rows, closing),
  });
}

function workbookOf(heading: string, rows: readonly SupervisionSheetRow[], closing: string) {
  const title = { cells: [{ text: heading, style: "title" as const }], height: 30 };
  const body = rows.map(({ term, lines, isTall }) => ({
    cells: [{ text: term, style: "header" as const }, { text: lines.join("\n") }],
    height: isTall ? 90 : Math.max(24, lines.length * 18),
  }));
  const note = { cells: [{ text: closing, style: "note" as const }] };
  const sheet = {
    name: "监督记录",
    columns: [{ width: 18 }, { width: 80 }],
    paper: { orientation: "portrait" as const },
    merges: [{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 1 }],
    rows: [title, ...body, note],
  };
  return writeWorkbook([sheet], { edition: "监督记录 2020 年第 1 版" });
}
