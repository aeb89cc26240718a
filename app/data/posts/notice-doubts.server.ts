import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { Tx } from "~/platform/prisma/client.server";
import type { AppointmentRecord } from "./appointment-store.server";
import { underChangedQuota } from "./confirmation-facts.server";
import { noticeStateOf } from "./notice-store.server";
import { objectionsAgainst } from "./objection-store.server";

/** Why the public cannot be told of somebody; the first of them is named. */
export type NoticeDoubt =
  /** Confirmed, taken back or told to the public meanwhile. */
  | { readonly kind: "notProposed"; readonly name: string }
  /** An objection against him is open or was upheld, under whatever notice. */
  | { readonly kind: "objected"; readonly name: string }
  | { readonly kind: "quotaChanged"; readonly name: string }
  /** He is to begin before the public can have objected. */
  | { readonly kind: "startsBefore"; readonly name: string; readonly startsOn: CalendarDate };

export async function doubtOfNotice(
  tx: Tx,
  people: readonly AppointmentRecord[],
  toOn: CalendarDate,
): Promise<NoticeDoubt | null> {
  const ids = people.map(({ id }) => id);
  const objections = await objectionsAgainst(tx, ids);
  const changed = await underChangedQuota(tx, people);
  for (const { id, name, isRemoved, state, noticeId, startsOn } of people) {
    const former = await noticeStateOf(tx, noticeId);
    const isTold = former === "open" || former === "closed";
    if (isRemoved || state !== "proposed" || isTold) return { kind: "notProposed", name };
    const bars = objections.get(id)?.some((one) => one !== "DISMISSED") ?? false;
    if (bars) return { kind: "objected", name };
    if (changed.has(id)) return { kind: "quotaChanged", name };
    if (startsOn <= toOn) return { kind: "startsBefore", name, startsOn };
  }
  return null;
}
