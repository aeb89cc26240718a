import { addParticipants, peopleOfCounty } from "~/data/employers/fair-participant-store.server";
import { findFair } from "~/data/employers/job-fair-store.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import { matchWithPeople } from "~/data/employers/participant-file.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import {
  MOST_PARTICIPANT_ROWS,
  type ParticipantRow,
} from "~/domain/employers/fair-participant-row";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type AddParticipantsRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "removed" }
  | { readonly kind: "nothing" }
  | { readonly kind: "tooMany" };

/** Who was chosen by name, or came on a list; good rows go in, the others are named. */
export type Chosen =
  { readonly personIds: readonly string[] } | { readonly rows: readonly ParticipantRow[] };

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
    const count = "rows" in chosen ? chosen.rows.length : chosen.personIds.length;
    if (count === 0) return refused({ kind: "nothing" });
    if (count > MOST_PARTICIPANT_ROWS) return refused({ kind: "tooMany" });
    const { ids, problems } =
      "rows" in chosen
        ? await matchWithPeople(tx, fair.countyCode, chosen.rows)
        : await knownOf(tx, fair.countyCode, chosen.personIds);
    const added = await addParticipants(tx, fair, ids, { actor, now });
    const detail = { added, rows: count, refusedCount: problems.length };
    await leaveWorkTrail(tx, actor, fair, "jobFair.addParticipants", now, detail);
    return done({ added, already: ids.length - added, problems });
  });
}

async function knownOf(
  tx: Parameters<typeof peopleOfCounty>[0],
  countyCode: string,
  wanted: readonly string[],
) {
  const known = await peopleOfCounty(tx, countyCode, { ids: wanted });
  return { ids: known.map(({ id }) => id), problems: [] };
}
