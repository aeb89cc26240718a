import type { Actor } from "~/domain/access/actor";
import { isWorkingOn, workshopStateOn, type WorkshopState } from "~/domain/employers/workshop";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { workersOf } from "./workshop-workers.server";

export interface WorkshopFilter {
  /** Six digits; empty for every county in scope. */
  readonly county: string;
  readonly state: WorkshopState | null;
  /** Part of the workshop's or its employer's name. */
  readonly name: string;
}

export interface WorkshopRow {
  readonly id: string;
  readonly name: string;
  readonly employerName: string;
  readonly countyName: string;
  readonly documentNumber: string;
  readonly recognisedOn: string;
  readonly validTo: string | null;
  readonly state: WorkshopState;
  /** Registered poor of the county in work there today. */
  readonly poorWorkers: number;
  /** People work on though the recognition is over. */
  readonly isWorkingOn: boolean;
}

type Stored = Omit<WorkshopRow, "countyName" | "state" | "isWorkingOn"> & {
  readonly countyCode: string;
  readonly withdrawnOn: string | null;
  readonly proofs: number;
  readonly workers: number;
};

const PROOFS = Prisma.sql`(SELECT count(*)::int FROM work_file f WHERE f.subject_kind = 'workshop'
  AND f.subject_id = w.id AND f.kind = 'RECOGNITION' AND f.voided_at IS NULL)`;

/** The workshops of the actor's counties, the latest recognition first, one page of them. */
export async function listWorkshops(
  actor: Actor,
  filter: WorkshopFilter,
  on: string,
  wanted: { readonly size: number; readonly cursor: KeyCursor },
): Promise<KeyPage<WorkshopRow>> {
  const { size, cursor } = wanted;
  const way = cursor.before === null ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const stored = await inTransaction(
    actor,
    (tx) => tx.$queryRaw<Stored[]>`
      SELECT w.id, w.name, e.name AS "employerName", w.county_code AS "countyCode",
        w.document_number AS "documentNumber", w.recognised_on::text AS "recognisedOn",
        w.valid_to::text AS "validTo", w.withdrawn_on::text AS "withdrawnOn", ${PROOFS} AS proofs,
        ${workersOf(on, true)} AS "poorWorkers", ${workersOf(on, false)} AS workers
      FROM poverty_workshop w JOIN employer e ON e.id = w.employer_id
      WHERE ${matching(filter, on)} AND ${beyond(cursor)}
      ORDER BY w.recognised_on ${way}, w.id ${way} LIMIT ${size + 1}`,
  );
  const rows = stored.map(({ countyCode, withdrawnOn, proofs, workers, ...row }) => {
    const state = workshopStateOn({ ...row, withdrawnOn, proofs }, on);
    const countyName = regionName(countyCode) ?? countyCode;
    return { ...row, state, countyName, isWorkingOn: isWorkingOn(state, workers) };
  });
  return keyPage(rows, size, cursor, (row) => row.id);
}

function matching({ county, state, name }: WorkshopFilter, on: string): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (county !== "") conditions.push(Prisma.sql`w.county_code = ${county}`);
  if (name !== "") conditions.push(Prisma.sql`strpos(w.name || ' ' || e.name, ${name}) > 0`);
  if (state !== null) conditions.push(inState(state, on));
  return Prisma.join(conditions, " AND ");
}

/** As `workshopStateOn` says it; a test holds the two equal. */
function inState(state: WorkshopState, on: string): Prisma.Sql {
  const withdrawn = Prisma.sql`coalesce(w.withdrawn_on <= ${on}::date, false)`;
  const begun = Prisma.sql`NOT ${withdrawn} AND w.recognised_on <= ${on}::date`;
  const inForce = Prisma.sql`${begun} AND coalesce(w.valid_to >= ${on}::date, true)`;
  switch (state) {
    case "WITHDRAWN":
      return withdrawn;
    case "NOT_YET":
      return Prisma.sql`NOT ${withdrawn} AND w.recognised_on > ${on}::date`;
    case "LAPSED":
      return Prisma.sql`${begun} AND w.valid_to < ${on}::date`;
    case "RECOGNISED":
      return Prisma.sql`${inForce} AND ${PROOFS} > 0`;
    case "AWAITING_PROOF":
      return Prisma.sql`${inForce} AND ${PROOFS} = 0`;
  }
}

function beyond({ before, after }: KeyCursor): Prisma.Sql {
  const id = before ?? after;
  if (id === null) return Prisma.sql`TRUE`;
  const edge = Prisma.sql`(SELECT b.recognised_on, b.id FROM poverty_workshop b WHERE b.id = ${id}::uuid)`;
  return before === null
    ? Prisma.sql`(w.recognised_on, w.id) < ${edge}`
    : Prisma.sql`(w.recognised_on, w.id) > ${edge}`;
}
