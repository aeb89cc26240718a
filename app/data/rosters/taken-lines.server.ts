import type { PoolClient } from "pg";
import type { Difference } from "~/domain/rosters/roster-import";
import { personChanges, takenChanges, type TakenLine } from "~/domain/rosters/taken-line";

/** What the trail tells of one line that was changed by decision. */
export interface LineChange {
  readonly subjectId: string;
  readonly countyCode: string;
  readonly detail: { readonly person: string; readonly before: string; readonly after: string };
}

interface StoredLine extends Omit<TakenLine, "employer"> {
  readonly employerName: string;
  readonly differences: readonly Difference[];
}

/** The lines that an import changes by decision as they stand now, held until the transaction ends. */
export async function findTakenLines(
  client: PoolClient,
  importId: string,
): Promise<readonly StoredLine[]> {
  const { rows } = await client.query<StoredLine>(TAKEN_LINES, [importId]);
  return rows;
}

/** The same lines before and after, told one by one; what stayed as it was is not told. */
export function changesOfLines(
  before: readonly StoredLine[],
  after: readonly StoredLine[],
): LineChange[] {
  const now = new Map(after.map((line) => [line.id, line]));
  return before.flatMap((was) => {
    const is = now.get(was.id);
    if (is === undefined) return [];
    const changes = takenChanges(lineOf(was), lineOf(is), was.differences);
    if (changes.before === changes.after) return [];
    const { id: subjectId, countyCode, name: person } = is;
    return [{ subjectId, countyCode, detail: { person, ...changes } }];
  });
}

/** What the decisions changed of people whose lines are new. */
export async function changesOfPeople(client: PoolClient, importId: string): Promise<LineChange[]> {
  const { rows } = await client.query<
    Omit<LineChange, "detail"> & { person: string; differences: readonly Difference[] }
  >(
    `SELECT p.id AS "subjectId", p.county_code AS "countyCode", p.name AS person, r.differences
     FROM roster_import_row r JOIN placement p ON p.id = r.line_id
     WHERE r.import_id = $1 AND r.matching = 'differs' AND r.decision = 'take'
       AND r.state <> 'refused' ORDER BY r.sheet_row`,
    [importId],
  );
  return rows.map(({ subjectId, countyCode, person, differences }) => ({
    ...{ subjectId, countyCode, detail: { person, ...personChanges(differences) } },
  }));
}

function lineOf({ employerName: name, ...line }: StoredLine): TakenLine {
  return { ...line, employer: { name } };
}

const TAKEN_LINES = `
  SELECT p.id, p.county_code AS "countyCode", p.name, p.township, p.village,
    p.employer_name AS "employerName", p.workplace_code AS "workplaceCode", p.form,
    p.worker_group AS "workerGroup", p.arrangement, p.started_on::text AS "startedOn",
    p.ended_on::text AS "endedOn", p.contract_kind AS "contractKind",
    p.contract_from::text AS "contractFrom", p.contract_to::text AS "contractTo",
    p.job_title AS "jobTitle", p.monthly_wage_fen AS "monthlyWageFen", r.differences
  FROM roster_import_row r JOIN placement p ON p.id = (r.fields->>'placementId')::uuid
  WHERE r.import_id = $1 AND r.matching = 'lineDiffers' AND r.decision = 'take'
    AND r.state <> 'refused' AND p.removed_at IS NULL
  ORDER BY p.id FOR UPDATE OF p`;
