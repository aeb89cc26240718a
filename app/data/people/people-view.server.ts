import type { Actor } from "~/domain/access/actor";
import { looksLikeInitials } from "~/domain/people/typed-number";
import { readsWholeLine } from "~/domain/placements/reader";
import { ageOn, day, type CalendarDate } from "~/domain/shared/calendar-date";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { maskIdCardNumber, maskPhone } from "~/domain/shared/masking";
import { SEX_LABELS, type Sex } from "~/domain/shared/sex";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { latestJobs, type LatestJob } from "./latest-job.server";
import { openNumbers } from "./person-store.server";

/** A person in a list, masked; of the household a district officer is told nothing, of the job the employer and state. */
export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly sex: string;
  /** In whole years; null: not told. The birth date itself would give back what the mask hides. */
  readonly age: number | null;
  readonly ethnicity: string;
  readonly countyCode: string;
  readonly address: string;
  readonly maskedId: string;
  readonly maskedPhone: string;
  /** Fetched for who is told no more than that; null: no job known. */
  readonly job: LatestJob | null;
}

export interface PeopleFilter {
  /** Beginning of a name, or of its pinyin initials when it is written in Latin letters. */
  readonly text: string;
  readonly countyCode: string | null;
}

interface StoredPerson extends Omit<PersonLine, "maskedId" | "maskedPhone" | "age" | "job"> {
  readonly bornOn: string;
  readonly idIndex: Uint8Array;
  readonly idSealed: Uint8Array;
  readonly phoneSealed: Uint8Array | null;
}

/** The people in scope by county, and by name or (also without a search) by pinyin initials. */
export function listPeople(
  actor: Actor,
  filter: PeopleFilter,
  cursor: KeyCursor,
  size: number,
  on: CalendarDate,
): Promise<KeyPage<PersonLine>> {
  const { text, countyCode } = filter;
  const byInitials = text === "" || looksLikeInitials(text);
  const column = byInitials ? Prisma.sql`pinyin_initials` : Prisma.sql`name`;
  const prefix = byInitials ? text.toLowerCase() : text;
  const back = cursor.before !== null;
  const way = back ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  // Row-level security narrows to the scope, and the planner walks the index county by county.
  const county = countyCode === null ? Prisma.sql`true` : Prisma.sql`county_code = ${countyCode}`;
  return inTransaction(actor, async (tx) => {
    const rows = await tx.$queryRaw<StoredPerson[]>`
      SELECT id, name, sex, to_char(born_on, 'YYYY-MM-DD') AS "bornOn", ethnicity,
        county_code AS "countyCode", address, id_index AS "idIndex", id_sealed AS "idSealed",
        phone_sealed AS "phoneSealed"
      FROM person
      WHERE ${county} ${startsWith(column, prefix)}
        ${await beyond(tx, column, cursor)}
      ORDER BY county_code ${way}, ${column} ${way}, id ${way}
      LIMIT ${size + 1}`;
    const isNarrow = (row: StoredPerson) => !readsWholeLine(actor, row.countyCode, on);
    const jobs = await latestJobs(
      tx,
      rows.filter(isNarrow).map(({ id }) => id),
      on,
    );
    const lines = rows.map((row) =>
      isNarrow(row) ? narrowLine(row, jobs.get(row.id) ?? null, on) : personLine(row, on),
    );
    return keyPage(lines, size, cursor, (row) => row.id);
  });
}

/** A range instead of LIKE: row-level security lets only leakproof comparisons use the index. */
function startsWith(column: Prisma.Sql, prefix: string): Prisma.Sql {
  if (prefix === "") return Prisma.empty;
  return Prisma.sql`AND ${column} >= ${prefix} AND ${column} < ${`${prefix}\u{10ffff}`}`;
}

async function beyond(tx: Tx, column: Prisma.Sql, cursor: KeyCursor): Promise<Prisma.Sql> {
  const key = cursor.before ?? cursor.after;
  if (key === null) return Prisma.empty;
  const rows = await tx.$queryRaw<{ county: string; sorted: string }[]>`
    SELECT county_code AS county, ${column} AS sorted FROM person WHERE id = ${key}::uuid`;
  const at = rows[0];
  if (at === undefined) return Prisma.empty;
  const comparison = cursor.before === null ? Prisma.sql`>` : Prisma.sql`<`;
  return Prisma.sql`AND (county_code, ${column}, id) ${comparison}
    (${at.county}, ${at.sorted}, ${key}::uuid)`;
}

function personLine(
  { idIndex, idSealed, phoneSealed, bornOn, ...rest }: StoredPerson,
  on: CalendarDate,
): PersonLine {
  const { idCardNumber, phone } = openNumbers({ idIndex, idSealed, phoneSealed });
  return {
    ...rest,
    sex: SEX_LABELS[rest.sex as Sex] ?? rest.sex,
    age: ageOn(day(bornOn), on),
    maskedId: maskIdCardNumber(idCardNumber),
    maskedPhone: phone === null ? "" : maskPhone(phone),
    job: null,
  };
}

function narrowLine(row: StoredPerson, job: LatestJob | null, on: CalendarDate): PersonLine {
  const { id, name, countyCode, maskedId } = personLine(row, on);
  const untold = { sex: "", age: null, ethnicity: "", address: "", maskedPhone: "" };
  return { id, name, countyCode, maskedId, ...untold, job };
}
