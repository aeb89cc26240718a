import { openNumbers } from "~/data/people/person-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { readsWholeLine } from "~/domain/placements/reader";
import { removingNeeds } from "~/domain/posts/removing";
import { lastDayOf, type AppointmentState } from "~/domain/posts/post";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { recordOf } from "./appointment-store.server";

/** The pages of an appointment, in the order of their tabs. */
export type AppointmentTab = "overview" | "account";

/** What every page of an appointment shows at its head; nothing that a district officer may not see. */
export interface AppointmentHead {
  readonly id: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly personId: string;
  readonly name: string;
  readonly maskedId: string;
  readonly title: string;
  /** Days, `YYYY-MM-DD`: the first, the last agreed, and the day he left before it. */
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly leftOn: CalendarDate | null;
  readonly state: AppointmentState;
  /** On the day asked about he is in the post. */
  readonly isServing: boolean;
  readonly isRemoved: boolean;
  readonly version: number;
  /** Whether the reader may write it (it stands, and he has the right). */
  readonly mayWrite: boolean;
  /** Whether he may take it off: confirmed, only a reviewer. */
  readonly mayRemove: boolean;
  /** False for a district officer: no account, phone, address, wage. */
  readonly readsWhole: boolean;
  readonly tabs: readonly AppointmentTab[];
}

/** The head of an appointment's pages; null when there is none in scope, or the reader may not read posts. */
export function viewAppointmentHead(
  actor: Actor,
  id: string | undefined,
  on: CalendarDate,
): Promise<AppointmentHead | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const row = await tx.postAppointment.findUnique({ where: { id } });
    if (row === null || !may(actor, "post.read", row.countyCode, on)) return null;
    const one = recordOf(row);
    const { countyCode, personId, name, title, startsOn, endsOn, leftOn, state } = one;
    const person = await tx.person.findUnique({
      where: { id: personId },
      select: { idIndex: true, idSealed: true, phoneSealed: true },
    });
    const { isRemoved, version } = one;
    const mayWrite = !isRemoved && may(actor, "post.write", countyCode, on);
    const mayRemove = !isRemoved && may(actor, removingNeeds(state), countyCode, on);
    const seesAccount = mayWrite || may(actor, "account.reveal", countyCode, on);
    const isIn = startsOn <= on && on <= lastDayOf(one);
    return {
      ...{ id, countyCode, personId, name, title, startsOn, endsOn, leftOn, state },
      ...{
        isRemoved,
        version,
        mayWrite,
        mayRemove,
        isServing: isIn && state === "confirmed" && !isRemoved,
      },
      countyName: regionName(countyCode) ?? countyCode,
      maskedId: person === null ? "" : maskIdCardNumber(openNumbers(person).idCardNumber),
      readsWhole: readsWholeLine(actor, countyCode, on),
      tabs: seesAccount ? ["overview", "account"] : ["overview"],
    };
  });
}
