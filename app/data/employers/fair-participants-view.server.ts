import type { Actor } from "~/domain/access/actor";
import type { FairOutcome } from "~/domain/employers/fair-outcome";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { openNumbers } from "~/data/people/person-store.server";
import { isUuid } from "~/platform/http/list-address.server";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { placementsSince, type PersonPlacement } from "./placement-of-person.server";

export interface ParticipantLine {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly maskedId: string;
  readonly outcome: FairOutcome;
  readonly employerName: string | null;
  readonly placementId: string | null;
  readonly note: string;
}

type Stored = Omit<ParticipantLine, "maskedId"> & {
  readonly idIndex: Uint8Array;
  readonly idSealed: Uint8Array;
};

interface Asked {
  /** Ask `viewFair` first. */
  readonly fairId: string;
  readonly outcome: FairOutcome | null;
  readonly size: number;
  readonly cursor: KeyCursor;
}

/** The people of a fair in the order in which they were put on its list, numbers masked. */
export async function listParticipants(
  actor: Actor,
  { fairId, outcome, size, cursor }: Asked,
): Promise<KeyPage<ParticipantLine>> {
  const way = cursor.before === null ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const of = outcome === null ? Prisma.empty : Prisma.sql`AND f.outcome = ${outcome}`;
  const stored = await inTransaction(
    actor,
    (tx) => tx.$queryRaw<Stored[]>`
      SELECT f.id, f.person_id AS "personId", p.name, p.id_index AS "idIndex",
        p.id_sealed AS "idSealed", f.outcome, e.name AS "employerName",
        f.placement_id AS "placementId", f.note
      FROM job_fair_participant f JOIN person p ON p.id = f.person_id
        LEFT JOIN employer e ON e.id = f.employer_id
      WHERE f.fair_id = ${fairId}::uuid ${of} ${beyond(cursor)}
      ORDER BY f.id ${way} LIMIT ${size + 1}`,
  );
  return keyPage(stored.map(masked), size, cursor, (row) => row.id);
}

export interface ParticipantToEdit {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly outcome: FairOutcome;
  readonly employerId: string | null;
  readonly placementId: string | null;
  readonly note: string;
  readonly version: number;
  /** Of this person, begun on the fair's first day or later. */
  readonly placements: readonly PersonPlacement[];
}

/** One participant with what his outcome may point at; null when the fair has none of this id. */
export function viewParticipant(
  actor: Actor,
  fair: { readonly id: string; readonly heldOn: string },
  id: string,
): Promise<ParticipantToEdit | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const one = await tx.jobFairParticipant.findUnique({
      where: { id, fairId: fair.id },
      select: {
        ...{ personId: true, outcome: true, employerId: true, placementId: true },
        ...{ note: true, version: true },
      },
    });
    const select = { name: true };
    const person = one && (await tx.person.findUnique({ where: { id: one.personId }, select }));
    if (one === null || person === null) return null;
    const placements = await placementsSince(tx, one.personId, fair.heldOn);
    const outcome = one.outcome as FairOutcome;
    return { ...one, id, outcome, name: person.name, placements };
  });
}

function masked({ idIndex, idSealed, ...row }: Stored): ParticipantLine {
  const { idCardNumber } = openNumbers({ idIndex, idSealed, phoneSealed: null });
  return { ...row, maskedId: maskIdCardNumber(idCardNumber) };
}

function beyond({ before, after }: KeyCursor): Prisma.Sql {
  if (before !== null) return Prisma.sql`AND f.id < ${before}::uuid`;
  return after === null ? Prisma.empty : Prisma.sql`AND f.id > ${after}::uuid`;
}
