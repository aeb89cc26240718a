import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { readsWholeLine } from "~/domain/placements/reader";
import { lastDayOf } from "~/domain/posts/post";
import type { HolderGroup, QuotaFacts } from "~/domain/posts/quota";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { isUuid } from "~/platform/http/list-address.server";
import type { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { recordOf, type AppointmentRecord } from "./appointment-store.server";
import { quotaOf } from "./quota-store.server";
import { isQuotaBound } from "./standing-quota.server";

export interface Holder {
  readonly id: string;
  readonly name: string;
  /** Empty for a district officer. */
  readonly village: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly leftOn: CalendarDate | null;
  readonly state: "proposed" | "confirmed";
  readonly isServing: boolean;
  readonly isRemoved: boolean;
}

export interface QuotaPage {
  readonly id: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly facts: QuotaFacts;
  readonly isClosed: boolean;
  readonly closedReason: string;
  readonly version: number;
  readonly mayWrite: boolean;
  /** The public was told of somebody under it, or somebody was confirmed: little of it changes. */
  readonly isBound: boolean;
  readonly counts: Readonly<Record<HolderGroup, number>>;
  /** Of the group asked for, the latest first day first. */
  readonly holders: readonly Holder[];
}

const MOST_HOLDERS = 500;

/** A quota with those who hold or are to hold a post of it; null when there is none in scope. */
export function viewQuota(
  actor: Actor,
  id: string | undefined,
  group: HolderGroup,
  on: CalendarDate,
): Promise<QuotaPage | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const row = await tx.postQuota.findUnique({ where: { id } });
    if (row === null || !may(actor, "post.read", row.countyCode, on)) return null;
    const { countyCode, ...quota } = quotaOf(row);
    const readsWhole = readsWholeLine(actor, countyCode, on);
    const of = (one: HolderGroup) => ({ quotaId: id, removedAt: null, ...conditionOf(one, on) });
    const held = await tx.postAppointment.findMany({
      where: of(group),
      orderBy: [{ startsOn: "desc" }, { id: "desc" }],
      take: MOST_HOLDERS,
    });
    const count = (one: HolderGroup) => tx.postAppointment.count({ where: of(one) });
    return {
      ...{ ...quota, countyCode, countyName: regionName(countyCode) ?? countyCode },
      mayWrite: may(actor, "post.write", countyCode, on),
      isBound: await isQuotaBound(tx, id),
      counts: {
        all: await count("all"),
        serving: await count("serving"),
        confirmed: await count("confirmed"),
        proposed: await count("proposed"),
      },
      holders: held.map((one) => holderOf(recordOf(one), on, readsWhole)),
    };
  });
}

function conditionOf(group: HolderGroup, on: CalendarDate): Prisma.PostAppointmentWhereInput {
  const today = new Date(on);
  switch (group) {
    case "all":
      return {};
    case "proposed":
    case "confirmed":
      return { state: group };
    case "serving":
      return {
        ...{ state: "confirmed", startsOn: { lte: today }, endsOn: { gte: today } },
        OR: [{ leftOn: null }, { leftOn: { gte: today } }],
      };
  }
}

function holderOf(one: AppointmentRecord, on: CalendarDate, readsWhole: boolean): Holder {
  const { id, name, startsOn, endsOn, leftOn, state, isRemoved } = one;
  const village = readsWhole ? one.village : "";
  const isServing = state === "confirmed" && startsOn <= on && on <= lastDayOf(one);
  return { id, name, village, startsOn, endsOn, leftOn, state, isServing, isRemoved };
}
