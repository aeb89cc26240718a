import type { ClaimKind, ClaimSource, ClaimState } from "~/domain/claims/claim";
import type { PricedLine } from "~/domain/claims/drawing";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { newId } from "~/platform/id.server";
import type { Prisma, Tx } from "~/platform/prisma/client.server";

const AT_A_TIME = 5000;

const COLUMNS = {
  ...{ id: true, countyCode: true, kind: true, year: true, number: true, title: true },
  ...{ potId: true, state: true, lineCount: true, totalFen: true, lastRunId: true, version: true },
  ...{ createdBy: true, submittedBy: true, reviewedBy: true, hrssApprovedBy: true },
  ...{ povertyApprovedBy: true, removedAt: true, payeeUnit: true },
} as const;

/** A batch as its steps need it. */
export interface ClaimBatchRecord {
  readonly id: string;
  readonly countyCode: string;
  readonly kind: ClaimKind;
  readonly year: number;
  readonly number: number;
  readonly title: string;
  readonly potId: string;
  readonly state: ClaimState;
  readonly lineCount: number;
  readonly totalFen: bigint;
  readonly lastRunId: string | null;
  readonly version: number;
  readonly createdBy: string;
  readonly submittedBy: string | null;
  readonly reviewedBy: string | null;
  readonly hrssApprovedBy: string | null;
  readonly povertyApprovedBy: string | null;
  readonly payeeUnit: string | null;
  readonly isRemoved: boolean;
}

/** Null when there is none, or none that these eyes may see. */
export async function findBatch(tx: Tx, id: string): Promise<ClaimBatchRecord | null> {
  const row = await tx.claimBatch.findUnique({ where: { id }, select: COLUMNS });
  if (row === null) return null;
  const { removedAt, kind, state, ...batch } = row;
  // Both are held by a CHECK of the database.
  const known = { kind: kind as ClaimKind, state: state as ClaimState };
  return { ...batch, ...known, isRemoved: removedAt !== null };
}

/** The same, held against everybody else until the transaction ends. */
export async function lockBatch(tx: Tx, id: string): Promise<ClaimBatchRecord | null> {
  await tx.$queryRaw`SELECT id FROM claim_batch WHERE id = ${id}::uuid FOR UPDATE`;
  return findBatch(tx, id);
}

/** Makes others who draw claims of the county's kind wait: nothing proved is drawn twice. */
export async function holdDrawing(tx: Tx, countyCode: string, kind: ClaimKind): Promise<void> {
  await tx.$queryRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(${`claims:${countyCode}:${kind}`}, 20261125))::text`;
}

export interface BatchToAdd {
  readonly countyCode: string;
  readonly kind: ClaimKind;
  readonly year: number;
  readonly title: string;
  readonly potId: string;
  readonly source: Prisma.InputJsonObject;
  /** Null where each person is paid. */
  readonly payee: { readonly name: string; readonly code: string | null } | null;
}

/** An empty draft under the next number of county, kind and year; the caller holds the drawing. Answers its id. */
export async function addBatch(
  tx: Tx,
  { payee, ...batch }: BatchToAdd,
  by: { readonly userId: string; readonly name: string; readonly now: Date },
): Promise<{ readonly id: string; readonly number: number }> {
  const { countyCode, kind, year } = batch;
  const last = await tx.claimBatch.aggregate({
    where: { countyCode, kind, year },
    _max: { number: true },
  });
  const [id, number] = [newId(), 1 + (last._max.number ?? 0)];
  await tx.claimBatch.create({
    data: {
      ...{ ...batch, id, number, state: "draft" },
      ...{ payeeUnit: payee?.name ?? null, payeeUnitCode: payee?.code ?? null },
      ...{ createdBy: by.userId, createdByName: by.name, createdAt: by.now, updatedAt: by.now },
    },
  });
  return { id, number };
}

/** Puts the priced lines into the batch under its next numbers, thousands in one statement, each with the person's account. */
export async function addLines(
  tx: Tx,
  batch: {
    readonly id: string;
    readonly countyCode: string;
    readonly kind: ClaimKind;
    readonly year: number;
    readonly sourceKind: ClaimSource;
    /** The highest number the batch has given out; none yet when it is left out. */
    readonly lastNo?: number;
  },
  lines: readonly PricedLine[],
): Promise<void> {
  const { id, countyCode, kind, year, sourceKind, lastNo = 0 } = batch;
  for (let from = 0; from < lines.length; from += AT_A_TIME) {
    const rows = lines
      .slice(from, from + AT_A_TIME)
      .map((line, place) => ({ ...line, id: newId(), lineNo: lastNo + from + place + 1 }));
    await tx.$executeRaw`
      INSERT INTO claim_line (id, batch_id, county_code, kind, year, line_no, person_id, id_index, name,
        source_kind, source_id, event_on, period_from, period_to, quantity, unit, rate_fen, amount_fen,
        rate, account_id)
      SELECT x.id, ${id}::uuid, ${countyCode}, ${kind}, ${year}::smallint, x."lineNo", x."personId",
        decode(x."idIndex", 'hex'), x.name, ${sourceKind}, x."sourceId", x."eventOn", x."periodFrom",
        x."periodTo", x.quantity, x.unit, x."rateFen", x."amountFen", nullif(x.rate, 'null'), a.id
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(id uuid, "lineNo" int, "personId" uuid,
          "idIndex" text, name text, "sourceId" uuid, "eventOn" date, "periodFrom" date, "periodTo" date,
          quantity numeric, unit text, "rateFen" int, "amountFen" int, rate jsonb)
        LEFT JOIN payee_account a ON a.person_id = x."personId" AND a.replaced_at IS NULL`;
  }
}

/** Proved things of the kind that stand in some batch already, of those asked about. */
export async function claimedSources(
  tx: Tx,
  kind: ClaimKind,
  sourceIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ sourceId: string }[]>`
    SELECT DISTINCT source_id AS "sourceId" FROM claim_line
    WHERE kind = ${kind} AND removed_at IS NULL AND source_id = ANY (${[...sourceIds]}::uuid[])`;
  return new Set(rows.map(({ sourceId }) => sourceId));
}

/** The days of the batch's lines on which numbers are asked for. */
export async function eventDays(tx: Tx, batchId: string): Promise<CalendarDate[]> {
  const rows = await tx.$queryRaw<{ on: CalendarDate }[]>`
    SELECT DISTINCT unnest(ARRAY[event_on, period_to])::text AS on FROM claim_line
    WHERE batch_id = ${batchId}::uuid AND removed_at IS NULL ORDER BY 1`;
  return rows.map(({ on }) => on);
}
