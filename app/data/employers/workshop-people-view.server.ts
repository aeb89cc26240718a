import type { Actor } from "~/domain/access/actor";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { openNumbers } from "~/data/people/person-store.server";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { workingAt } from "./workshop-workers.server";

/** One line of work behind a workshop's figure. */
export interface WorkerLine {
  readonly placementId: string;
  readonly personId: string;
  readonly name: string;
  readonly maskedId: string;
  readonly jobTitle: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly isPoor: boolean;
}

type Stored = Omit<WorkerLine, "maskedId"> & {
  readonly idIndex: Uint8Array;
  readonly idSealed: Uint8Array;
};

interface Asked {
  /** Ask `viewWorkshop` first. */
  readonly workshopId: string;
  readonly on: string;
  readonly onlyPoor: boolean;
  readonly size: number;
  readonly cursor: KeyCursor;
}

/** The people behind the figure of a day, in the order of their first day. */
export async function listWorkers(actor: Actor, asked: Asked): Promise<KeyPage<WorkerLine>> {
  const { workshopId, on, onlyPoor, size, cursor } = asked;
  const way = cursor.before === null ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const stored = await inTransaction(
    actor,
    (tx) => tx.$queryRaw<Stored[]>`
      SELECT p.id AS "placementId", p.person_id AS "personId", p.name, n.id_index AS "idIndex",
        n.id_sealed AS "idSealed", p.job_title AS "jobTitle", p.started_on::text AS "startedOn",
        p.ended_on::text AS "endedOn", p.verified_category IS NOT NULL AS "isPoor"
      FROM poverty_workshop w JOIN placement p ON ${workingAt(on, onlyPoor)}
        JOIN person n ON n.id = p.person_id
      WHERE w.id = ${workshopId}::uuid ${beyond(cursor)}
      ORDER BY p.started_on ${way}, p.id ${way} LIMIT ${size + 1}`,
  );
  const rows = stored.map(({ idIndex, idSealed, ...row }) => {
    const { idCardNumber } = openNumbers({ idIndex, idSealed, phoneSealed: null });
    return { ...row, maskedId: maskIdCardNumber(idCardNumber) };
  });
  return keyPage(rows, size, cursor, (row) => row.placementId);
}

function beyond({ before, after }: KeyCursor): Prisma.Sql {
  const id = before ?? after;
  if (id === null) return Prisma.empty;
  const edge = Prisma.sql`(SELECT b.started_on, b.id FROM placement b WHERE b.id = ${id}::uuid)`;
  return before === null
    ? Prisma.sql`AND (p.started_on, p.id) > ${edge}`
    : Prisma.sql`AND (p.started_on, p.id) < ${edge}`;
}
