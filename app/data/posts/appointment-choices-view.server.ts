import type { Actor } from "~/domain/access/actor";
import { quotaArea } from "~/domain/posts/quota";
import { yuanText, type Fen } from "~/domain/shared/fen";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { addDays, day } from "~/domain/shared/calendar-date";
import { lastDayOf } from "~/domain/posts/post";
import { recordOf } from "./appointment-store.server";

/** What the form of an appointment offers. */
export interface AppointmentChoices {
  readonly quotas: readonly { readonly value: string; readonly label: string }[];
}

/** Whose post is taken over, and from which day on it is free. */
export interface Replaced {
  readonly id: string;
  readonly name: string;
  readonly quotaId: string | null;
  readonly freeFrom: string;
  readonly endsOn: string;
}

const MOST_QUOTAS = 200;

/** The quotas of these counties under which somebody may be appointed now; `kept` stays offered. */
export function listAppointmentChoices(
  actor: Actor,
  counties: readonly string[],
  kept: string | null,
): Promise<AppointmentChoices> {
  return inTransaction(actor, async (tx) => {
    const rows = await tx.postQuota.findMany({
      where: {
        OR: [
          { countyCode: { in: [...counties] }, closedAt: null },
          ...(isUuid(kept ?? undefined) ? [{ id: kept ?? "" }] : []),
        ],
      },
      orderBy: [{ fromOn: "desc" }, { id: "desc" }],
      take: MOST_QUOTAS,
    });
    const quotas = rows.map(({ id, title, countyCode, monthlyRateFen, ...row }) => {
      const county = counties.length > 1 ? (regionName(countyCode) ?? countyCode) : "";
      const days = [row.fromOn, row.toOn].map((one) => one.toISOString().slice(0, 10)).join(" 至 ");
      const rate = yuanText(monthlyRateFen as Fen);
      return { value: id, label: `${county}${quotaArea(row)} ${title} · 每月 ${rate} · ${days}` };
    });
    return { quotas };
  });
}

/** The post of somebody who has left, for whoever takes it over; null where there is none to take over. */
export function findReplaced(actor: Actor, id: string): Promise<Replaced | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const row = await tx.postAppointment.findUnique({ where: { id } });
    if (row === null || row.leftOn === null || row.removedAt !== null) return null;
    const one = recordOf(row);
    const freeFrom = addDays(day(lastDayOf(one)), 1);
    return { id, name: one.name, quotaId: one.quotaId, freeFrom, endsOn: one.endsOn };
  });
}
