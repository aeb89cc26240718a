import { verificationLayout } from "~/domain/evidence/layouts/verification";
import { matchResult, type AskedLine, type MatchedResult } from "~/domain/evidence/match-result";
import { readResultRow, type ResultRow } from "~/domain/evidence/verification-result";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { idCardIndex } from "~/platform/crypto/blind-index.server";
import { readStoredFile } from "~/platform/evidence-store.server";
import { platform } from "~/platform/platform.server";
import type { Tx } from "~/platform/prisma/client.server";
import { knownRegionCodes } from "~/platform/reference/region-codes.server";
import { openTable } from "~/platform/workbook/open-table.server";
import { ROSTER_LIMITS } from "~/platform/workbook/workbook-limits.server";
import { WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";

/** The rows of an uploaded answer, or why it cannot be read, in Chinese. */
export async function readResultFile(
  file: { readonly id: string; readonly fileName: string },
  today: CalendarDate,
): Promise<Outcome<readonly ResultRow[], { readonly message: string }>> {
  try {
    const named = { name: file.fileName, bytes: await readStoredFile(file.id) };
    const { problems, opened } = await openTable(named, ROSTER_LIMITS, verificationLayout);
    if (opened === null) {
      const reasons = problems.filter(({ severity }) => severity === "refused");
      return refused({ message: reasons.map(({ message }) => message).join("；") });
    }
    const { columns, dataRows } = opened;
    if (columns.at.registered < 0 && columns.at.category < 0) {
      const message =
        "表里没有“是否建档立卡”或“脱贫状态”一栏，看不出查验结果。请用平台给出的结果表。";
      return refused({ message });
    }
    const context = { today, knownRegions: knownRegionCodes() };
    const rows: ResultRow[] = [];
    for await (const row of dataRows) rows.push(readResultRow(row, columns, context));
    if (rows.length === 0) return refused({ message: "文件里没有查验结果。请核对后重新上传。" });
    return done(rows);
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    return refused({ message: error.message });
  }
}

/** Lays the rows beside the lines of the list, found by the blind index of their numbers. */
export async function matchWithList(
  tx: Tx,
  rows: readonly ResultRow[],
  lineIds: readonly string[],
  typedOn: string,
): Promise<MatchedResult> {
  const stored = await tx.rosterLine.findMany({
    where: { id: { in: [...lineIds] } },
    select: { id: true, name: true, idIndex: true },
  });
  const numbers = new Map(lineIds.map((id, index) => [id, index + 1]));
  const byIndex = new Map<string, AskedLine>();
  for (const { id, name, idIndex } of stored) {
    const line = { lineId: id, number: numbers.get(id) ?? 0, name };
    byIndex.set(Buffer.from(idIndex).toString("hex"), line);
  }
  const lines = [...byIndex.values()].sort((a, b) => a.number - b.number);
  const { keyRing } = platform();
  const lineOf = (number: string) => byIndex.get(idCardIndex(keyRing, number).toString("hex"));
  return matchResult(rows, lines, lineOf, typedOn);
}
