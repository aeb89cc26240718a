import type { Actor } from "~/domain/access/actor";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** A job that may be recommended. */
export interface OpenVacancy {
  readonly id: string;
  readonly title: string;
  readonly employerName: string;
}

const MOST = 100;

/** Jobs open on the day, those in Shanghai first, then the latest; employers' jobs are the same for everybody. */
export function listOpenVacancies(actor: Actor, on: string): Promise<OpenVacancy[]> {
  return inTransaction(
    actor,
    (tx) => tx.$queryRaw<OpenVacancy[]>`
      SELECT v.id, v.title, e.name AS "employerName"
      FROM vacancy v JOIN employer e ON e.id = v.employer_id
      WHERE v.closed_at IS NULL AND v.open_from <= ${on}::date
        AND coalesce(v.open_to >= ${on}::date, true)
      ORDER BY starts_with(v.workplace_code, '31') DESC, v.open_from DESC, v.id DESC LIMIT ${MOST}`,
  );
}
