import type { PoolClient } from "pg";
import type { PersonFacts } from "~/domain/claims/facts";
import { POVERTY_STATUSES } from "~/domain/people/poverty-status";
import { sameName } from "~/domain/people/same-person";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { birthOn, idCardNumber } from "~/domain/shared/id-card-number";
import { openText } from "~/platform/crypto/field-cipher.server";
import { platform } from "~/platform/platform.server";
import type { PageLine } from "./line-page.server";

/** The person of each line, and the registry's answer for its day, asked anew. */
export async function personFactsOf(
  client: PoolClient,
  lines: readonly PageLine[],
): Promise<(line: PageLine) => PersonFacts> {
  const people = await peopleOf(client, lines);
  const answers = await registryOf(client, lines);
  return (line) => {
    const known = people.get(line.id);
    if (known === undefined) throw new Error("a claim line without its person");
    const { bornOn, idSealed, hasPhone } = known;
    return {
      bornOn: bornOn ?? birthOf(line, idSealed),
      ...{ hasIdNumber: idSealed !== null, hasPhone, registry: answers(line) },
    };
  };
}

interface Known {
  readonly id: string;
  /** Null: kept by another county, as a trainee may be; his own line tells the number. */
  readonly bornOn: CalendarDate | null;
  readonly idSealed: Buffer | null;
  readonly hasPhone: boolean;
}

async function peopleOf(client: PoolClient, lines: readonly PageLine[]) {
  const { rows } = await client.query<Known>(
    `SELECT l.id, p.born_on::text AS "bornOn", coalesce(p.id_sealed, r.id_sealed) AS "idSealed",
       coalesce(p.phone_index, r.phone_index) IS NOT NULL AS "hasPhone"
     FROM claim_line l LEFT JOIN person p ON p.id = l.person_id
       LEFT JOIN roster_line r ON r.id = l.source_id
     WHERE l.id = ANY ($1::uuid[])`,
    [lines.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function birthOf({ idIndex }: PageLine, idSealed: Buffer | null): CalendarDate {
  if (idSealed === null) throw new Error("a person without a number");
  const context = `idNumber:${idIndex.toString("hex")}`;
  return birthOn(idCardNumber(openText(platform().keyRing, idSealed, context)));
}

interface Export {
  readonly countyCode: string;
  readonly on: CalendarDate;
  readonly id: string;
  readonly exportedOn: CalendarDate;
}

/** One look per export and page: registry_matches takes all numbers of the page at once. */
async function registryOf(client: PoolClient, lines: readonly PageLine[]) {
  const { rows: exports } = await client.query<Export>(
    `SELECT d.county AS "countyCode", d.on_day::text AS on, s.id, s.exported_on::text AS "exportedOn"
     FROM (SELECT DISTINCT * FROM unnest($1::text[], $2::date[]) AS u (county, on_day)) d
       JOIN registry_snapshot s ON s.id = snapshot_in_force(d.county, d.on_day)`,
    [lines.map(({ countyCode }) => countyCode), lines.map(({ eventOn }) => eventOn)],
  );
  const byDay = new Map(exports.map((one) => [`${one.countyCode} ${one.on}`, one]));
  const ids = [...new Set(exports.map(({ id }) => id))];
  const { rows: matches } = await client.query<Match>(
    `SELECT s.id AS "snapshotId", encode(m.id_index, 'hex') AS index, m.category,
       m.county_code AS "countyCode", m.name
     FROM unnest($1::uuid[]) AS s (id) CROSS JOIN LATERAL registry_matches(s.id, $2::bytea[]) m`,
    [ids, [...new Set(lines.map(({ idIndex }) => idIndex))]],
  );
  const found = new Map(matches.map((one) => [`${one.snapshotId} ${one.index}`, one]));
  return (line: PageLine): PersonFacts["registry"] => {
    const asked = byDay.get(`${line.countyCode} ${line.eventOn}`);
    if (asked === undefined) return null;
    const match = found.get(`${asked.id} ${line.idIndex.toString("hex")}`);
    return {
      exportedOn: asked.exportedOn,
      category: POVERTY_STATUSES.find((one) => one === match?.category) ?? null,
      sameCounty: match?.countyCode === line.countyCode,
      sameName: match !== undefined && sameName(match.name, line.name),
    };
  };
}

interface Match {
  readonly snapshotId: string;
  readonly index: string;
  readonly category: string;
  readonly countyCode: string;
  readonly name: string;
}
