import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";
import { REDRAWN_REASON } from "./wage-candidates.server";
import type { DraftedLine } from "./wage-draft.server";
import type { WageSheetRecord } from "./wage-sheet-store.server";

type Sheet = Pick<WageSheetRecord, "id" | "countyCode" | "month">;

/** What a line of a sheet stands on; compared with what is drawn now before the sheet is handed in. */
export interface WageLineRecord {
  readonly id: string;
  readonly appointmentId: string;
  readonly personId: string;
  readonly name: string;
  readonly lineNo: number;
  readonly rateFen: number;
  readonly termDays: number;
  readonly workedDays: number;
  readonly leaveDays: number;
  readonly absentDays: number;
  readonly dueFen: number;
  readonly adjustFen: number;
  readonly payFen: number;
  readonly accountId: string | null;
}

/** The lines that stand on the sheet, in its order. */
export function findWageLines(tx: Tx, sheetId: string): Promise<WageLineRecord[]> {
  return tx.wageLine.findMany({
    where: { sheetId, removedAt: null },
    select: {
      ...{ id: true, appointmentId: true, personId: true, name: true, lineNo: true },
      ...{ rateFen: true, termDays: true, workedDays: true, leaveDays: true, absentDays: true },
      ...{ dueFen: true, adjustFen: true, payFen: true, accountId: true },
    },
    orderBy: [{ lineNo: "asc" }, { id: "asc" }],
  });
}

/**
 * Makes the sheet's lines those that are drawn, under numbers from 1: a post that stands keeps its line, one that
 * came back gets its former line, one that is no longer drawn loses it.
 */
export async function writeDrawnLines(
  tx: Tx,
  sheet: Sheet,
  drawn: readonly DraftedLine[],
  now: Date,
): Promise<void> {
  const { id: sheetId, countyCode, month } = sheet;
  const known = await tx.wageLine.findMany({
    where: { sheetId, OR: [{ removedAt: null }, { removedReason: REDRAWN_REASON }] },
    select: { id: true, appointmentId: true },
    orderBy: { removedAt: { sort: "desc", nulls: "last" } },
  });
  const lineOf = new Map(known.map(({ id, appointmentId }) => [appointmentId, id]));
  await releaseAdjustments(tx, { sheetId });
  await tx.wageLine.updateMany({
    where: {
      ...{ sheetId, removedAt: null },
      appointmentId: { notIn: drawn.map(({ appointmentId }) => appointmentId) },
    },
    data: { removedAt: now, removedReason: REDRAWN_REASON },
  });
  for (const [at, line] of drawn.entries()) {
    const found = lineOf.get(line.appointmentId);
    const id = found ?? newId();
    const data = { ...columnsOf(line), lineNo: at + 1, removedAt: null, removedReason: null };
    if (found !== undefined) {
      await tx.wageLine.update({ where: { id }, data });
    } else {
      const { appointmentId, personId } = line;
      const of = { id, sheetId, countyCode, appointmentId, personId, month: new Date(month) };
      await tx.wageLine.create({ data: { ...data, ...of } });
    }
    if (line.adjustmentIds.length === 0) continue;
    await tx.wageAdjustment.updateMany({
      where: { id: { in: [...line.adjustmentIds] } },
      data: { lineId: id },
    });
  }
}

/** Account and findings as they stand when the sheet is handed in. */
export async function renewPayees(
  tx: Tx,
  lines: readonly WageLineRecord[],
  drawn: ReadonlyMap<string, DraftedLine>,
): Promise<void> {
  for (const { id, appointmentId } of lines) {
    const { account, findings } = drawn.get(appointmentId) ?? { account: null, findings: [] };
    const data = { accountId: account?.id ?? null, findings: [...findings] };
    await tx.wageLine.update({ where: { id }, data });
  }
}

/** Takes a line off; the corrections settled with it wait again, and the rest are numbered anew. */
export async function takeLineOff(
  tx: Tx,
  line: { readonly id: string; readonly sheetId: string },
  reason: string,
  now: Date,
): Promise<void> {
  await tx.wageAdjustment.updateMany({ where: { lineId: line.id }, data: { lineId: null } });
  await tx.wageLine.update({
    where: { id: line.id },
    data: { removedAt: now, removedReason: reason },
  });
  await tx.$executeRaw`
    UPDATE wage_line l SET line_no = n.line_no
    FROM (SELECT id, row_number() OVER (ORDER BY line_no, id)::int AS line_no FROM wage_line
      WHERE sheet_id = ${line.sheetId}::uuid AND removed_at IS NULL) AS n
    WHERE l.id = n.id AND l.line_no <> n.line_no`;
}

/** Takes every line off, when the sheet itself goes. */
export async function takeAllOff(
  tx: Tx,
  sheetId: string,
  reason: string,
  now: Date,
): Promise<void> {
  await releaseAdjustments(tx, { sheetId });
  await tx.wageLine.updateMany({
    where: { sheetId, removedAt: null },
    data: { removedAt: now, removedReason: reason },
  });
}

async function releaseAdjustments(tx: Tx, line: { readonly sheetId: string }): Promise<void> {
  await tx.wageAdjustment.updateMany({ where: { line }, data: { lineId: null } });
}

function columnsOf(line: DraftedLine) {
  const { name, rateFen, days, dueFen, adjustFen, payFen, account, findings } = line;
  return {
    ...{ name, rateFen, ...days, dueFen, adjustFen, payFen },
    ...{ accountId: account?.id ?? null, findings: [...findings] },
  };
}
