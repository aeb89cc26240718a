import type { TwoSidedWords } from "~/domain/targets/line-differences";
import type { KnownLine, ListChanges, ListedPerson } from "~/domain/targets/reconciliation-lists";
import type { LineExplanation } from "~/domain/targets/reconciliation-form";
import type { Actor } from "~/domain/access/actor";
import { newId } from "~/platform/id.server";
import { Prisma, type Tx } from "~/platform/prisma/client.server";

interface Round {
  readonly id: string;
  readonly countyCode: string;
  readonly round: number;
}

type ListOf = "COUNTY" | "DISTRICT";

/** A person of either list as a line is made of him. */
export interface PersonToList extends ListedPerson {
  readonly idIndex: Buffer;
  readonly idSealed: Buffer;
  readonly maskedId: string;
  readonly personId: string | null;
  readonly placementId: string | null;
}

/** The lines of the running round, with the words of one side. */
export async function findLines(tx: Tx, one: Round, mine: ListOf): Promise<KnownLine[]> {
  const rows = await tx.$queryRaw<StoredLine[]>`
    SELECT id, encode(id_index, 'hex') AS key, side, name, employer_name AS "employerName",
      started_on::text AS "startedOn", district_name AS "districtName",
      district_employer AS "districtEmployer", district_start_on::text AS "districtStartOn"
    FROM reconciliation_line WHERE reconciliation_id = ${one.id}::uuid AND round = ${one.round}`;
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    side: row.side,
    words: wordsOf(row, mine),
  }));
}

interface StoredLine extends TwoSidedWords {
  readonly id: string;
  readonly key: string;
}

function wordsOf(row: StoredLine, mine: ListOf): KnownLine["words"] {
  if (row.side !== mine && row.side !== "BOTH") return null;
  const { districtName, districtEmployer, districtStartOn } = row;
  return mine === "COUNTY"
    ? row
    : { name: districtName, employerName: districtEmployer, startedOn: districtStartOn };
}

/** Writes what a new list of one side changes; an explanation stays while its person stays where he was. */
export async function writeList(
  tx: Tx,
  one: Round,
  mine: ListOf,
  { added, changed, left, gone }: ListChanges<PersonToList>,
): Promise<void> {
  await tx.reconciliationLine.deleteMany({ where: { id: { in: [...gone] } } });
  await tx.$executeRaw`UPDATE reconciliation_line SET ${WITHOUT[mine]}, ${UNEXPLAINED}
    WHERE id = ANY (${[...left]}::uuid[])`;
  await tx.$executeRaw`UPDATE reconciliation_line l SET ${WITH[mine]}, side = c.side,
      explanation_kind = CASE WHEN l.side = c.side THEN explanation_kind END,
      explanation = CASE WHEN l.side = c.side THEN explanation ELSE '' END
    FROM unnest(${changed.map(({ id }) => id)}::uuid[], ${changed.map(({ side }) => side)}::text[],
      ${changed.map(({ person }) => person.name)}::text[],
      ${changed.map(({ person }) => person.employerName)}::text[],
      ${changed.map(({ person }) => person.startedOn)}::date[],
      ${changed.map(({ person }) => person.personId)}::uuid[],
      ${changed.map(({ person }) => person.placementId)}::uuid[])
      AS c (id, side, name, employer, started_on, person_id, placement_id)
    WHERE l.id = c.id`;
  const { id: reconciliationId, countyCode, round } = one;
  await tx.reconciliationLine.createMany({
    data: added.map((person) => ({
      ...{ id: newId(), reconciliationId, countyCode, round, side: mine },
      ...{ idIndex: new Uint8Array(person.idIndex), idSealed: new Uint8Array(person.idSealed) },
      ...{ name: person.name, maskedId: person.maskedId },
      ...wordsTo(mine, person),
    })),
  });
}

const UNEXPLAINED = Prisma.sql`explanation_kind = NULL, explanation = '', explained_by = NULL,
  explained_by_name = NULL, explained_at = NULL`;

/** A line that this side has no more is the other's alone. */
const WITHOUT: Readonly<Record<ListOf, Prisma.Sql>> = {
  COUNTY: Prisma.sql`side = 'DISTRICT', name = district_name, employer_name = '', started_on = NULL,
    person_id = NULL, placement_id = NULL`,
  DISTRICT: Prisma.sql`side = 'COUNTY', district_name = '', district_employer = '',
    district_start_on = NULL`,
};

const WITH: Readonly<Record<ListOf, Prisma.Sql>> = {
  COUNTY: Prisma.sql`name = c.name, employer_name = c.employer, started_on = c.started_on,
    person_id = c.person_id, placement_id = c.placement_id`,
  DISTRICT: Prisma.sql`district_name = c.name, district_employer = c.employer,
    district_start_on = c.started_on, name = CASE WHEN c.side = 'DISTRICT' THEN c.name ELSE l.name END`,
};

function wordsTo(mine: ListOf, { name, employerName, startedOn, ...person }: PersonToList) {
  const on = startedOn === null ? null : new Date(startedOn);
  const { personId, placementId } = person;
  return mine === "COUNTY"
    ? { employerName, startedOn: on, personId, placementId }
    : { districtName: name, districtEmployer: employerName, districtStartOn: on };
}

/** Writes the explanations that say something new; how many do. Lines that both sides have need none. */
export async function explainLines(
  tx: Tx,
  one: Round,
  explanations: readonly LineExplanation[],
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<number> {
  return tx.$executeRaw`UPDATE reconciliation_line l SET explanation_kind = c.kind,
      explanation = c.words, explained_by = ${actor.userId}::uuid,
      explained_by_name = ${actor.name}, explained_at = ${now}
    FROM unnest(${explanations.map(({ lineId }) => lineId)}::uuid[],
      ${explanations.map(({ kind }) => kind)}::text[], ${explanations.map(({ text }) => text)}::text[])
      AS c (id, kind, words)
    WHERE l.id = c.id AND l.reconciliation_id = ${one.id}::uuid AND l.round = ${one.round}
      AND l.side <> 'BOTH' AND (l.explanation_kind, l.explanation) IS DISTINCT FROM (c.kind, c.words)`;
}
