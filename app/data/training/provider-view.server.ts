import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { FilingState } from "~/domain/training/filing";
import { isSuspendedOn } from "~/domain/training/provider";
import { className } from "~/domain/training/training-class";
import { findProvider } from "~/data/training/provider-store.server";
import { namesOf } from "~/data/training/user-names.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface SuspensionRow {
  readonly id: string;
  readonly fromOn: string;
  readonly toOn: string | null;
  readonly reason: string;
  readonly source: string;
  readonly recordedByName: string;
  readonly recordedAt: string;
}

export interface TaughtClass {
  readonly id: string;
  readonly label: string;
  readonly trade: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly filingState: FilingState;
  readonly headcount: number;
}

export interface ProviderPage {
  readonly id: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly name: string;
  readonly creditCode: string;
  readonly licenceNo: string;
  readonly licenceTo: string | null;
  readonly trades: readonly string[];
  readonly address: string;
  readonly contactName: string;
  readonly version: number;
  readonly isSuspended: boolean;
  readonly suspensions: readonly SuspensionRow[];
  readonly classes: readonly TaughtClass[];
  readonly mayChange: boolean;
  readonly maySuspend: boolean;
}

const MOST_CLASSES = 200;

/** One provider with its suspensions and classes; null when the actor may not read it. */
export function viewProvider(actor: Actor, id: string, on: string): Promise<ProviderPage | null> {
  return inTransaction(actor, async (tx) => {
    const one = await findProvider(tx, id);
    if (one === null || !may(actor, "provider.read", one.countyCode, on)) return null;
    const { licenceNo, licenceTo, trades, address, contactName } =
      await tx.trainingProvider.findUniqueOrThrow({ where: { id } });
    const suspensions = await suspensionsOf(tx, id);
    const { countyCode } = one;
    return {
      ...one,
      ...{ licenceNo, trades, address, contactName, suspensions },
      countyName: regionName(countyCode) ?? countyCode,
      licenceTo: dayOf(licenceTo),
      isSuspended: isSuspendedOn(suspensions, on),
      classes: await classesOf(tx, id),
      mayChange: may(actor, "provider.write", countyCode, on),
      maySuspend: may(actor, "provider.suspend", countyCode, on),
    };
  });
}

async function suspensionsOf(tx: Tx, providerId: string): Promise<SuspensionRow[]> {
  const rows = await tx.providerSuspension.findMany({
    where: { providerId },
    orderBy: [{ fromOn: "desc" }, { id: "desc" }],
  });
  const nameOf = await namesOf(
    tx,
    rows.map(({ recordedBy }) => recordedBy),
  );
  return rows.map(({ id, fromOn, toOn, reason, source, recordedBy, recordedAt }) => ({
    ...{ id, reason, source, toOn: dayOf(toOn), recordedByName: nameOf(recordedBy) },
    fromOn: fromOn.toISOString().slice(0, 10),
    recordedAt: recordedAt.toISOString(),
  }));
}

async function classesOf(tx: Tx, providerId: string): Promise<TaughtClass[]> {
  const rows = await tx.trainingClass.findMany({
    where: { providerId },
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
    take: MOST_CLASSES,
    select: {
      ...{ id: true, name: true, term: true, trade: true, startsOn: true, endsOn: true },
      ...{ filingState: true, roster: { select: { headcount: true } } },
    },
  });
  return rows.map((row) => ({
    ...{ id: row.id, label: className(row), trade: row.trade },
    startsOn: row.startsOn.toISOString().slice(0, 10),
    endsOn: row.endsOn.toISOString().slice(0, 10),
    filingState: row.filingState as FilingState,
    headcount: row.roster?.headcount ?? 0,
  }));
}

function dayOf(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}
