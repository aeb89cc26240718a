import { countChosen, findChosen, type Chosen } from "~/data/employers/chosen-participants.server";
import { addParticipants } from "~/data/employers/fair-participant-store.server";
import { findFair } from "~/data/employers/job-fair-store.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import type { PersonRefusal } from "~/data/placements/placed-person-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { MOST_PARTICIPANT_ROWS } from "~/domain/employers/fair-participant-row";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type { Chosen };

export type AddParticipantsRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "removed" }
  | PersonRefusal
  | { readonly kind: "nothing" }
  | { readonly kind: "tooMany" };

export interface AddedParticipants {
  readonly added: number;
  /** On the list before. */
  readonly already: number;
  readonly problems: readonly { readonly sheetRow: number; readonly message: string }[];
}

/** Puts people of the fair's county on its list, each once. Another county's person is like an unknown one. */
export function addFairParticipants(
  actor: Actor,
  fairId: string,
  chosen: Chosen,
  now: Date,
): Promise<Outcome<AddedParticipants, AddParticipantsRefusal>> {
  return inTransaction(actor, async (tx) => {
    const fair = await findFair(tx, fairId);
    if (fair === null) return refused({ kind: "notFound" });
    if (!may(actor, "jobFair.write", fair.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (fair.isRemoved) return refused({ kind: "removed" });
    const count = countChosen(chosen);
    if (count === 0) return refused({ kind: "nothing" });
    if (count > MOST_PARTICIPANT_ROWS) return refused({ kind: "tooMany" });
    const found = await findChosen(tx, fair.countyCode, chosen, now);
    if (!found.ok) return found;
    const { ids, problems } = found.value;
    const added = await addParticipants(tx, fair, ids, { actor, now });
    const detail = { added, rows: count, refusedCount: problems.length };
    await leaveWorkTrail(tx, actor, fair, "jobFair.addParticipants", now, detail);
    return done({ added, already: ids.length - added, problems });
  });
}
