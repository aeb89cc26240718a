import type { VacancyForm } from "~/domain/employers/vacancy";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

/** Everybody who reads the employer reads its vacancies; only the region that published it changes it. */
export interface VacancyRecord {
  readonly id: string;
  readonly ownerCode: string;
  readonly employerId: string;
  readonly title: string;
  readonly openFrom: Date;
  readonly closedAt: Date | null;
  readonly version: number;
}

const FACTS = {
  ...{ id: true, ownerCode: true, employerId: true, title: true },
  ...{ openFrom: true, closedAt: true, version: true },
} as const;

export async function findVacancy(tx: Tx, id: string): Promise<VacancyRecord | null> {
  return isUuid(id) ? tx.vacancy.findUnique({ where: { id }, select: FACTS }) : null;
}

/** Answers the new vacancy's id. */
export async function saveVacancy(
  tx: Tx,
  vacancy: VacancyForm & { readonly ownerCode: string; readonly employerId: string },
  by: { readonly userId: string; readonly now: Date },
): Promise<string> {
  const { ownerCode, employerId, ...form } = vacancy;
  const id = newId();
  const stamp = { createdBy: by.userId, createdAt: by.now };
  await tx.vacancy.createMany({
    data: [{ ...columnsOf(form), id, ownerCode, employerId, ...stamp }],
  });
  return id;
}

/** False when somebody else came first. */
export async function changeVacancy(
  tx: Tx,
  { id, version }: VacancyRecord,
  form: VacancyForm,
): Promise<boolean> {
  const { count } = await tx.vacancy.updateMany({
    where: { id, version, closedAt: null },
    data: { ...columnsOf(form), version: { increment: 1 } },
  });
  return count === 1;
}

/** False when somebody else came first. */
export async function closeVacancy(
  tx: Tx,
  { id, version }: VacancyRecord,
  closedReason: string,
  closedAt: Date,
): Promise<boolean> {
  const { count } = await tx.vacancy.updateMany({
    where: { id, version, closedAt: null },
    data: { closedAt, closedReason, version: { increment: 1 } },
  });
  return count === 1;
}

function columnsOf({ openFrom, openTo, ...rest }: VacancyForm) {
  return {
    ...rest,
    openFrom: new Date(openFrom),
    openTo: openTo === null ? null : new Date(openTo),
  };
}
