import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { readsWholeLine } from "~/domain/placements/reader";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { HELP_GIVEN, HELP_OPEN } from "./follow-up-conditions.server";

export interface HelpRow {
  readonly id: string;
  readonly placementId: string;
  readonly name: string;
  readonly countyName: string;
  readonly employerName: string;
  readonly contactedOn: CalendarDate;
  readonly recordedByName: string;
  /** Empty for who reads the ledger in part only. */
  readonly helpAsked: string;
  readonly helpGiven: string | null;
  readonly helpGivenOn: CalendarDate | null;
  readonly helpGivenBy: string | null;
  readonly mayWrite: boolean;
}

type StoredHelp = Omit<HelpRow, "countyName" | "mayWrite"> & { readonly countyCode: string };

/** Help asked for: what nobody has given, the oldest first; or what was given, the latest first. */
export function listHelp(
  actor: Actor,
  { given, county }: { readonly given: boolean; readonly county: string },
  page: { readonly cursor: KeyCursor; readonly size: number; readonly today: CalendarDate },
): Promise<KeyPage<HelpRow>> {
  const { cursor, size, today } = page;
  const isRising = !given === (cursor.before === null);
  const way = isRising ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const wanted = given ? HELP_GIVEN : HELP_OPEN;
  const inCounty = county === "" ? Prisma.empty : Prisma.sql`AND f.county_code = ${county}`;
  return inTransaction(actor, async (tx) => {
    const rows = await tx.$queryRaw<StoredHelp[]>`
      SELECT f.id, f.placement_id AS "placementId", f.county_code AS "countyCode", p.name,
        p.employer_name AS "employerName", f.contacted_on::text AS "contactedOn",
        f.recorded_by_name AS "recordedByName", f.help_asked AS "helpAsked",
        f.help_given AS "helpGiven", f.help_given_on::text AS "helpGivenOn",
        f.help_given_by AS "helpGivenBy"
      FROM follow_up f JOIN placement p ON p.id = f.placement_id
      WHERE ${wanted} ${inCounty} ${await beyond(tx, cursor, isRising)}
      ORDER BY f.contacted_on ${way}, f.id ${way} LIMIT ${size + 1}`;
    const asRow = (row: StoredHelp) => helpRow(row, actor, today);
    return keyPage(rows.map(asRow), size, cursor, ({ id }) => id);
  });
}

async function beyond(tx: Tx, cursor: KeyCursor, isRising: boolean): Promise<Prisma.Sql> {
  const key = cursor.before ?? cursor.after;
  if (key === null) return Prisma.empty;
  const at = await tx.followUp.findUnique({ where: { id: key }, select: { contactedOn: true } });
  if (at === null) return Prisma.empty;
  const comparison = isRising ? Prisma.sql`>` : Prisma.sql`<`;
  return Prisma.sql`AND (f.contacted_on, f.id) ${comparison} (${at.contactedOn}::date, ${key}::uuid)`;
}

function helpRow({ countyCode, ...row }: StoredHelp, actor: Actor, today: CalendarDate): HelpRow {
  const isWhole = readsWholeLine(actor, countyCode, today);
  return {
    ...row,
    helpAsked: isWhole ? row.helpAsked : "",
    helpGiven: row.helpGiven !== null && !isWhole ? "" : row.helpGiven,
    countyName: regionName(countyCode) ?? countyCode,
    mayWrite: row.helpGiven === null && may(actor, "followUp.write", countyCode, today),
  };
}
