import type { ClaimSourceAsked } from "./draw/gather.server";
import type { WrittenLine } from "~/domain/claims/redraw";
import { Prisma, type Tx } from "~/platform/prisma/client.server";

/** What the claim was drawn from, as it was asked for. */
export async function sourceAsked(tx: Tx, batchId: string): Promise<ClaimSourceAsked> {
  const { source } = await tx.claimBatch.findUniqueOrThrow({
    where: { id: batchId },
    select: { source: true },
  });
  // Written by drawClaim alone, from what it was asked.
  return source as unknown as ClaimSourceAsked;
}

/** Every line of a claim, also those taken out, and the highest number among them. */
export async function writtenLines(
  tx: Tx,
  batchId: string,
): Promise<{ readonly lines: readonly WrittenLine[]; readonly lastNo: number }> {
  const rows = await tx.$queryRaw<(WrittenLine & { lineNo: number })[]>`
    SELECT id, source_id AS "sourceId", event_on::text AS "eventOn", period_from::text AS "periodFrom",
      period_to::text AS "periodTo", quantity::float8 AS quantity, unit, rate_fen AS "rateFen",
      amount_fen AS "amountFen", CASE WHEN removed_at IS NOT NULL THEN coalesce(removed_reason, '') END
        AS "removedReason", line_no AS "lineNo"
    FROM claim_line WHERE batch_id = ${batchId}::uuid ORDER BY line_no, id`;
  return { lines: rows, lastNo: rows.reduce((last, { lineNo }) => Math.max(last, lineNo), 0) };
}

/** Writes days, quantity and rate of lines that moved; they want a new check. */
export async function rewriteLines(
  tx: Tx,
  batchId: string,
  changed: readonly { readonly id: string; readonly line: object }[],
): Promise<void> {
  const rows = JSON.stringify(changed.map(({ id, line }) => ({ ...line, id })));
  await tx.$executeRaw`
    UPDATE claim_line l SET event_on = x."eventOn", period_from = x."periodFrom", period_to = x."periodTo",
      quantity = x.quantity, unit = x.unit, rate_fen = x."rateFen", amount_fen = x."amountFen",
      rate = nullif(x.rate, 'null'), fail_count = NULL, block_count = NULL, unknown_count = NULL
    FROM jsonb_to_recordset(${rows}::jsonb) AS x(id uuid, "eventOn" date, "periodFrom" date, "periodTo" date,
      quantity numeric, unit text, "rateFen" int, "amountFen" int, rate jsonb)
    WHERE l.id = x.id AND l.batch_id = ${batchId}::uuid`;
}

/** Takes standing lines out with the reason, those given or all; answers how many. */
export function takeOutLines(
  tx: Tx,
  batchId: string,
  ids: readonly string[] | "all",
  { reason, now }: { readonly reason: string; readonly now: Date },
): Promise<number> {
  const which = ids === "all" ? Prisma.sql`TRUE` : Prisma.sql`id = ANY (${[...ids]}::uuid[])`;
  return tx.$executeRaw`
    UPDATE claim_line SET removed_at = ${now}, removed_reason = ${reason}
    WHERE batch_id = ${batchId}::uuid AND removed_at IS NULL AND ${which}`;
}

/** A line of the claim as its own steps need it; null where the claim has none such. */
export async function findLine(tx: Tx, batchId: string, lineId: string) {
  const row = await tx.claimLine.findFirst({
    where: { id: lineId, batchId },
    select: {
      ...{ id: true, name: true, sourceId: true, removedAt: true, removedReason: true },
    },
  });
  return row;
}

/** Puts a line that was taken out back; it wants a new check. */
export async function putLineBack(tx: Tx, lineId: string): Promise<void> {
  const back = { removedAt: null, removedReason: null, failCount: null, unknownCount: null };
  await tx.claimLine.update({ where: { id: lineId }, data: back });
}
