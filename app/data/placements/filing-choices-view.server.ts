import { openNumbers } from "~/data/people/person-store.server";
import {
  workplaceGroups,
  type WorkplaceGroup,
} from "~/data/employers/workplace-choice-view.server";
import type { Actor } from "~/domain/access/actor";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { className } from "~/domain/training/training-class";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What the form of a placement offers. */
export interface PlacementChoices {
  readonly workplaces: readonly WorkplaceGroup[];
  readonly batches: readonly Choice[];
  readonly vacancies: readonly Choice[];
  readonly classes: readonly Choice[];
}

/** Of the county, or the several the officer works for; what a line hangs on already stays offered. */
export interface Standing {
  readonly workplaceCode?: string;
  readonly batchId?: string | null;
  readonly vacancyId?: string | null;
  readonly classId?: string | null;
}

const MOST_CHOICES = 100;

export function listPlacementChoices(
  actor: Actor,
  counties: readonly string[],
  standing: Standing = {},
): Promise<PlacementChoices> {
  return inTransaction(actor, async (tx) => ({
    workplaces: workplaceGroups(counties, standing.workplaceCode ?? null),
    batches: await batchesOf(tx, counties, standing.batchId ?? ""),
    vacancies: await vacanciesOf(tx, standing.vacancyId ?? ""),
    classes: await classesOf(tx, counties, standing.classId ?? ""),
  }));
}

async function batchesOf(tx: Tx, counties: readonly string[], kept: string): Promise<Choice[]> {
  const rows = await tx.labourBatch.findMany({
    where: { countyCode: { in: [...counties] } },
    select: { id: true, name: true, countyCode: true },
    orderBy: [{ organisedOn: "desc" }, { id: "desc" }],
    take: MOST_CHOICES,
  });
  const isKept = !isUuid(kept) || rows.some(({ id }) => id === kept);
  const more = isKept ? null : await tx.labourBatch.findUnique({ where: { id: kept } });
  return withPlace(more === null ? rows : [more, ...rows], counties);
}

async function vacanciesOf(tx: Tx, kept: string): Promise<Choice[]> {
  const rows = await tx.vacancy.findMany({
    where: { OR: [{ closedAt: null }, ...(isUuid(kept) ? [{ id: kept }] : [])] },
    select: { id: true, title: true, employerId: true },
    orderBy: [{ openFrom: "desc" }, { id: "desc" }],
    take: MOST_CHOICES,
  });
  const employers = await tx.employer.findMany({
    where: { id: { in: rows.map(({ employerId }) => employerId) } },
    select: { id: true, name: true },
  });
  const names = new Map(employers.map(({ id, name }) => [id, name]));
  return rows.map(({ id, title, employerId }) => ({
    value: id,
    label: `${names.get(employerId) ?? ""} ${title}`,
  }));
}

async function classesOf(tx: Tx, counties: readonly string[], kept: string): Promise<Choice[]> {
  const rows = await tx.trainingClass.findMany({
    where: {
      OR: [{ countyCode: { in: [...counties] } }, ...(isUuid(kept) ? [{ id: kept }] : [])],
    },
    select: { id: true, name: true, term: true, countyCode: true },
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
    take: MOST_CHOICES,
  });
  return withPlace(
    rows.map((row) => ({ ...row, name: className(row) })),
    counties,
  );
}

/** The county stands beside the name where there is more than one. */
function withPlace(
  rows: readonly { readonly id: string; readonly name: string; readonly countyCode: string }[],
  counties: readonly string[],
): Choice[] {
  return rows.map(({ id, name, countyCode }) => ({
    value: id,
    label: counties.length > 1 ? `${name}（${regionName(countyCode) ?? countyCode}）` : name,
  }));
}

/** A person chosen for a placement, masked; null when there is none in scope. */
export interface ChosenPerson {
  readonly id: string;
  readonly name: string;
  readonly maskedId: string;
  readonly countyCode: string;
  readonly countyName: string;
}

export function findChosenPerson(actor: Actor, id: string): Promise<ChosenPerson | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const person = await tx.person.findUnique({ where: { id } });
    if (person === null) return null;
    const { name, countyCode } = person;
    const maskedId = maskIdCardNumber(openNumbers(person).idCardNumber);
    return { id, name, maskedId, countyCode, countyName: regionName(countyCode) ?? countyCode };
  });
}
