import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import { className } from "~/domain/training/training-class";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { isAtWork } from "~/data/placements/at-work.server";
import { fullRegionName } from "~/data/regions/region-name-view.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

/** People of one county placed with an employer. */
export interface CountyOfPlaced {
  readonly countyCode: string;
  readonly countyName: string;
  readonly atWork: number;
  readonly everPlaced: number;
}

export interface Workshop {
  readonly id: string;
  readonly name: string;
  readonly countyName: string;
  readonly recognisedOn: string;
}

export interface OrderedClass {
  readonly id: string;
  readonly label: string;
  readonly countyName: string;
  readonly startsOn: string;
}

export interface BatchLink {
  readonly id: string;
  readonly name: string;
  readonly organisedOn: string;
}

export interface EmployerTies {
  readonly counties: readonly CountyOfPlaced[];
  readonly workshops: readonly Workshop[];
  readonly classes: readonly OrderedClass[];
  readonly batches: readonly BatchLink[];
}

interface Employer {
  readonly id: string;
  readonly creditCode: string | null;
}

const MOST = 100;

/** What ties an employer to the actor's own counties on the day: people, workshops, classes, batches. */
export function viewEmployerTies(
  actor: Actor,
  employer: Employer,
  on: CalendarDate,
): Promise<EmployerTies> {
  return inTransaction(narrowedTo(actor, "placement.read", on), async (tx) => ({
    counties: await countiesOf(tx, employer.id, on),
    workshops: await workshopsOf(tx, employer.id, on),
    classes: await classesOrderedBy(tx, employer.creditCode),
    batches: await batchesOf(tx, employer.id),
  }));
}

async function countiesOf(tx: Tx, employerId: string, on: CalendarDate): Promise<CountyOfPlaced[]> {
  const rows = await tx.$queryRaw<Omit<CountyOfPlaced, "countyName">[]>`
    SELECT county_code AS "countyCode", count(*)::int AS "everPlaced",
      count(*) FILTER (WHERE ${isAtWork(on)})::int AS "atWork"
    FROM placement p WHERE employer_id = ${employerId}::uuid AND removed_at IS NULL
    GROUP BY county_code ORDER BY county_code`;
  return rows.map((row) => ({ ...row, countyName: fullRegionName(row.countyCode) }));
}

/** Those recognised and not withdrawn or run out on the day. */
async function workshopsOf(tx: Tx, employerId: string, on: string): Promise<Workshop[]> {
  const day = new Date(on);
  const rows = await tx.povertyWorkshop.findMany({
    where: {
      ...{ employerId, recognisedOn: { lte: day } },
      AND: [
        { OR: [{ withdrawnOn: null }, { withdrawnOn: { gt: day } }] },
        { OR: [{ validTo: null }, { validTo: { gte: day } }] },
      ],
    },
    orderBy: [{ recognisedOn: "desc" }, { id: "desc" }],
    take: MOST,
    select: { id: true, name: true, countyCode: true, recognisedOn: true },
  });
  return rows.map(({ countyCode, recognisedOn, ...row }) => ({
    ...row,
    countyName: regionName(countyCode) ?? countyCode,
    recognisedOn: recognisedOn.toISOString().slice(0, 10),
  }));
}

/** Classes filed as ordered by the business of this code: a filing names it by its credit code. */
export async function classesOrderedBy(tx: Tx, creditCode: string | null): Promise<OrderedClass[]> {
  if (creditCode === null) return [];
  const rows = await tx.trainingClass.findMany({
    where: { employerCreditCode: creditCode, commissioning: { not: "ORDINARY" } },
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
    take: MOST,
    select: { id: true, name: true, term: true, countyCode: true, startsOn: true },
  });
  return rows.map((row) => ({
    ...{ id: row.id, label: className(row) },
    countyName: regionName(row.countyCode) ?? row.countyCode,
    startsOn: row.startsOn.toISOString().slice(0, 10),
  }));
}

async function batchesOf(tx: Tx, intermediaryId: string): Promise<BatchLink[]> {
  const rows = await tx.labourBatch.findMany({
    where: { intermediaryId },
    orderBy: [{ organisedOn: "desc" }, { id: "desc" }],
    take: MOST,
    select: { id: true, name: true, organisedOn: true },
  });
  return rows.map(({ organisedOn, ...row }) => ({
    ...row,
    organisedOn: organisedOn.toISOString().slice(0, 10),
  }));
}
