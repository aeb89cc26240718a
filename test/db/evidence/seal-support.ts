import type { Actor } from "~/domain/access/actor";
import { findSeal } from "~/data/evidence/seal-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { sealRoster } from "~/usecases/rosters/seal-roster.server";
import { anActor } from "#test/builders/actor";
import { aClassReadyToSeal, type ReadyClass } from "#test/builders/sealed-class";
import { value } from "#test/db/rosters/support";
import type { TestPlatform } from "#test/support/test-platform";

export const COUNTY = "532323";
export const NOW = new Date("2020-06-20T02:00:00Z");
export const officer = anActor("caseOfficer", COUNTY, "经办甲");
export const reviewer = anActor("reviewer", COUNTY, "审核乙");

export const ready = () => aClassReadyToSeal({ countyCode: COUNTY, createdBy: officer.userId });

export async function versionOf(rosterId: string): Promise<number> {
  const found = await inTransaction(officer, (tx) =>
    tx.roster.findUniqueOrThrow({ where: { id: rosterId }, select: { version: true } }),
  );
  return found.version;
}

export async function sealIt(one: ReadyClass, actor: Actor = reviewer) {
  return sealRoster(actor, { rosterId: one.id, version: await versionOf(one.id) }, NOW);
}

export async function aSealedClass(): Promise<ReadyClass> {
  const one = await ready();
  value(await sealIt(one));
  return one;
}

export const sealOf = (one: ReadyClass) => inTransaction(officer, (tx) => findSeal(tx, one.id));

/** As somebody with the server in his hands would: past every trigger. Answers how many rows. */
export async function tamper(
  { owner }: TestPlatform,
  statement: string,
  values: readonly unknown[],
): Promise<number> {
  await owner.query("SET session_replication_role = replica");
  const { rowCount } = await owner.query(statement, [...values]);
  await owner.query("SET session_replication_role = DEFAULT");
  return rowCount ?? 0;
}
