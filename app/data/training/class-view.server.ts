import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { RosterState } from "~/domain/rosters/roster";
import { canEdit } from "~/domain/rosters/roster";
import { className } from "~/domain/training/training-class";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface ClassPage {
  readonly id: string;
  readonly label: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly trade: string;
  readonly place: string;
  readonly providerName: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly createdByName: string;
  readonly createdAt: string;
  readonly roster: {
    readonly id: string;
    readonly state: RosterState;
    readonly headcount: number;
  } | null;
  readonly mayImport: boolean;
  /** An uploaded file of the roster that has not been entered yet. */
  readonly openImport: { readonly id: string; readonly isBeingChecked: boolean } | null;
}

/** One class with where its roster stands; null when it is not of the actor's counties. */
export async function viewClass(actor: Actor, id: string, on: string): Promise<ClassPage | null> {
  if (!isUuid(id)) return null;
  const found = await inTransaction(actor, async (tx) => {
    const one = await tx.trainingClass.findUnique({
      where: { id },
      include: { roster: { select: { id: true, state: true, headcount: true } } },
    });
    if (one === null) return null;
    const creator = await tx.userAccount.findUnique({
      where: { id: one.createdBy },
      select: { name: true },
    });
    const openImport = await tx.rosterImport.findFirst({
      where: { classId: id, state: { in: ["waiting", "needsColumns", "checked"] } },
      orderBy: { createdAt: "desc" },
      select: { id: true, state: true },
    });
    return { ...one, createdByName: creator?.name ?? "", openImport };
  });
  if (found === null || !may(actor, "class.read", found.countyCode, on)) return null;
  const { trade, place, providerName, createdByName, countyCode, openImport } = found;
  const roster =
    found.roster === null ? null : { ...found.roster, state: found.roster.state as RosterState };
  const mayImport = may(actor, "roster.import", countyCode, on);
  return {
    id,
    label: className(found),
    countyCode,
    countyName: regionName(countyCode) ?? countyCode,
    ...{ trade, place, providerName, createdByName, roster },
    startsOn: found.startsOn.toISOString().slice(0, 10),
    endsOn: found.endsOn.toISOString().slice(0, 10),
    createdAt: found.createdAt.toISOString(),
    openImport:
      openImport === null
        ? null
        : { id: openImport.id, isBeingChecked: openImport.state === "waiting" },
    mayImport: mayImport && (roster === null || canEdit(roster.state)),
  };
}

export interface OpenClass {
  readonly id: string;
  readonly label: string;
  readonly countyName: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

const MOST_OFFERED = 500;

/** Classes into which the actor may import now: no roster yet, or one that the county holds. */
export async function listOpenClasses(actor: Actor, on: string): Promise<readonly OpenClass[]> {
  const counties = actor.counties.filter((county) => may(actor, "roster.import", county, on));
  const found = await inTransaction(actor, (tx) =>
    tx.trainingClass.findMany({
      where: {
        countyCode: { in: counties },
        OR: [{ roster: null }, { roster: { state: { in: ["draft", "returned"] } } }],
      },
      orderBy: [{ startsOn: "desc" }, { id: "desc" }],
      take: MOST_OFFERED,
      select: { id: true, name: true, term: true, countyCode: true, startsOn: true, endsOn: true },
    }),
  );
  return found.map((one) => ({
    id: one.id,
    label: className(one),
    countyName: regionName(one.countyCode) ?? one.countyCode,
    startsOn: one.startsOn.toISOString().slice(0, 10),
    endsOn: one.endsOn.toISOString().slice(0, 10),
  }));
}
