import type { Actor } from "~/domain/access/actor";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { Measure } from "~/domain/targets/measure";
import type { FigureKind, ReconciliationStanding } from "~/domain/targets/reconciliation";
import { reachesPair } from "~/domain/targets/reconciliation-access";
import type { StepKind } from "~/domain/targets/reconciliation-words";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import { Prisma, type Tx } from "~/platform/prisma/client.server";

/** County, district, month and measure: what a reconciliation is of. */
export interface ReconciledMonth {
  readonly countyCode: string;
  readonly districtCode: string;
  /** The month's first day. */
  readonly month: CalendarDate;
  readonly measure: Measure;
}

export interface ReconciliationRecord extends ReconciledMonth, ReconciliationStanding {
  readonly id: string;
  readonly round: number;
  /** Of the figures, lists and explanations: signing leaves it as it is, so two sides may sign at once. */
  readonly version: number;
}

/** Columns of `reconciliation r` as a record. */
export const RECONCILIATION_COLUMNS = Prisma.sql`r.id, r.county_code AS "countyCode",
  r.district_code AS "districtCode", r.month::text AS month, r.measure, r.state, r.round, r.version,
  r.county_figure AS "countyFigure", r.district_figure AS "districtFigure",
  r.district_figure_kind AS "districtFigureKind", r.explanation,
  r.county_signed_by AS "countySignedBy", r.district_signed_by AS "districtSignedBy",
  (SELECT count(*)::int FROM reconciliation_line l WHERE l.reconciliation_id = r.id
    AND l.round = r.round AND l.side <> 'BOTH' AND l.explanation_kind IS NULL) AS "openLines"`;

/** The reconciliation, held until the transaction ends; null when it is none of the actor's. */
export async function lockReconciliation(
  tx: Tx,
  actor: Actor,
  id: string,
  today: string,
): Promise<ReconciliationRecord | null> {
  if (!isUuid(id)) return null;
  await tx.$queryRaw`SELECT 1 FROM reconciliation WHERE id = ${id}::uuid FOR UPDATE`;
  return findReconciliation(tx, actor, id, today);
}

/** The reconciliation; null when it is none of the actor's. */
export async function findReconciliation(
  tx: Tx,
  actor: Actor,
  id: string,
  today: string,
): Promise<ReconciliationRecord | null> {
  if (!isUuid(id)) return null;
  const [row] = await tx.$queryRaw<ReconciliationRecord[]>`
    SELECT ${RECONCILIATION_COLUMNS} FROM reconciliation r WHERE r.id = ${id}::uuid`;
  return row !== undefined && reachesPair(actor, row, today) ? row : null;
}

/** The id of the new reconciliation, or null when the month has one already. */
export async function saveReconciliation(
  tx: Tx,
  one: ReconciledMonth,
  actor: Actor,
  now: Date,
): Promise<string | null> {
  const id = newId();
  const { count } = await tx.reconciliation.createMany({
    data: [
      {
        ...{ ...one, id, month: new Date(one.month), state: "open" },
        ...{ createdBy: actor.userId, createdAt: now },
      },
    ],
    skipDuplicates: true,
  });
  return count === 1 ? id : null;
}

export interface ContentChange {
  readonly countyFigure?: number;
  readonly districtFigure?: number;
  readonly districtFigureKind?: FigureKind;
  readonly explanation?: string;
}

/** Writes a changed figure, list or explanation: whoever had signed what was there before has signed no more. */
export async function changeContent(
  tx: Tx,
  one: ReconciliationRecord,
  change: ContentChange,
  by: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  await tx.reconciliation.update({
    where: { id: one.id },
    data: { ...change, ...UNSIGNED, version: { increment: 1 } },
  });
  for (const signed of [one.countySignedBy, one.districtSignedBy]) {
    if (signed !== null) await addStep(tx, one, { kind: "SIGNATURE_FELL" }, by);
  }
}

const NO_COUNTY = { countySignedBy: null, countySignedByName: null, countySignedAt: null };
const NO_DISTRICT = { districtSignedBy: null, districtSignedByName: null, districtSignedAt: null };
export const UNSIGNED = { ...NO_COUNTY, ...NO_DISTRICT };

/** Adds one step to what happened; steps are never changed. */
export async function addStep(
  tx: Tx,
  one: { readonly id: string; readonly countyCode: string; readonly round: number },
  step: {
    readonly kind: StepKind;
    readonly figure?: number | null;
    readonly reason?: string;
    readonly fileId?: string;
  },
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  await tx.reconciliationStep.create({
    data: {
      ...{ id: newId(), reconciliationId: one.id, countyCode: one.countyCode, round: one.round },
      ...{ kind: step.kind, figure: step.figure ?? null, reason: step.reason ?? "" },
      ...{ fileId: step.fileId ?? null, byId: actor.userId, byName: actor.name, at: now },
    },
  });
}
