import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { canEdit } from "~/domain/rosters/roster";
import { maskedNumbers } from "~/data/rosters/masked-line.server";
import { findRoster } from "~/data/rosters/roster-store.server";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface StandingLineView {
  readonly id: string;
  readonly rosterId: string;
  readonly label: string;
  readonly lineNo: number;
  readonly name: string;
  readonly idMasked: string;
  readonly mayEdit: boolean;
}

/** One line of a roster, for the page that takes it off; null when it stands there no more. */
export function viewLine(
  actor: Actor,
  rosterId: string,
  lineId: string,
  on: string,
): Promise<StandingLineView | null> {
  return inTransaction(actor, async (tx) => {
    const roster = await findRoster(tx, rosterId);
    if (roster === null || !isUuid(lineId)) return null;
    if (!may(actor, "roster.read", roster.countyCode, on)) return null;
    const line = await tx.rosterLine.findFirst({
      where: { id: lineId, rosterId, removedAt: null },
      select: {
        id: true,
        lineNo: true,
        name: true,
        idIndex: true,
        idSealed: true,
        phoneSealed: true,
      },
    });
    if (line === null) return null;
    return {
      ...{ id: line.id, rosterId, lineNo: line.lineNo, name: line.name },
      label: roster.label,
      idMasked: maskedNumbers(line).idCardNumber,
      mayEdit: canEdit(roster.state) && may(actor, "roster.edit", roster.countyCode, on),
    };
  });
}
