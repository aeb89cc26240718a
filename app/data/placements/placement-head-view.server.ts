import { openNumbers } from "~/data/people/person-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { DESTINATION_LABELS, type Destination } from "~/domain/placements/destination";
import { endReasonLabel } from "~/domain/placements/ending";
import { lostSince } from "~/domain/placements/job-record";
import { hasLeftBy } from "~/domain/placements/in-work";
import { readsWholeLine } from "~/domain/placements/reader";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { findStandingContacts } from "./contact-store.server";
import { dayOf } from "./placement-columns.server";
import { workplaceName } from "./workplace-name.server";

/** The pages of a placement, in the order of their tabs. */
export type PlacementTab = "overview" | "evidence" | "followUps";

/** What every page of a placement shows at its head; nothing that a district officer may not see. */
export interface PlacementHead {
  readonly id: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly personId: string;
  readonly name: string;
  readonly maskedId: string;
  readonly employerName: string;
  /** 上海市嘉定区. */
  readonly workplace: string;
  readonly destination: string;
  /** Days, `YYYY-MM-DD`. */
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly endReason: string;
  /** The last day of work lies before the day asked for. */
  readonly hasLeft: boolean;
  readonly isRemoved: boolean;
  /** Found lost, and neither found in work since nor known to have left. */
  readonly isLost: boolean;
  readonly version: number;
  /** Whether the reader may write the line (it stands, and he has the right). */
  readonly mayWrite: boolean;
  /** False for a district officer: no phone, address, household, wage. */
  readonly readsWhole: boolean;
  readonly tabs: readonly PlacementTab[];
}

/** The head of a placement's pages; null when there is none in scope, or the reader may not read the ledger. */
export function viewPlacementHead(
  actor: Actor,
  id: string | undefined,
  on: CalendarDate,
): Promise<PlacementHead | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const row = await tx.placement.findUnique({ where: { id } });
    if (row === null || !may(actor, "placement.read", row.countyCode, on)) return null;
    const { countyCode, personId, name, employerName, version } = row;
    const person = await tx.person.findUnique({
      where: { id: personId },
      select: { idIndex: true, idSealed: true, phoneSealed: true },
    });
    const readsWhole = readsWholeLine(actor, countyCode, on);
    const isRemoved = row.removedAt !== null;
    const isLost = row.endedOn === null && lostSince(await findStandingContacts(tx, id)) !== null;
    return {
      ...{ id, countyCode, personId, name, employerName, version, isRemoved, isLost, readsWhole },
      countyName: regionName(countyCode) ?? countyCode,
      maskedId: person === null ? "" : maskIdCardNumber(openNumbers(person).idCardNumber),
      workplace: workplaceName(row.workplaceCode),
      destination: DESTINATION_LABELS[row.destination as Destination],
      startedOn: row.startedOn.toISOString().slice(0, 10),
      endedOn: dayOf(row.endedOn),
      endReason: endReasonLabel(row.endReason),
      hasLeft: hasLeftBy(dayOf(row.endedOn), on),
      mayWrite: !isRemoved && may(actor, "placement.write", countyCode, on),
      tabs: readsWhole ? ["overview", "evidence", "followUps"] : ["overview", "evidence"],
    };
  });
}
