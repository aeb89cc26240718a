import type { PoolClient } from "pg";
import type { ColumnMap } from "~/domain/rosters/column-map";
import type { TrainingField } from "~/domain/rosters/layouts/training";
import type { CountyScope } from "~/domain/rosters/training-row";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { regionCode } from "~/domain/shared/region-code";
import type { Period } from "~/domain/shared/written-date";
import {
  knownRegionCodes,
  presentRegions,
  regionName,
} from "~/platform/reference/region-codes.server";
import type { Intake } from "./import-rows.server";

/** What an import's check needs to know of its class and county. */
export interface IntakeFacts {
  readonly importId: string;
  readonly countyCode: string;
  readonly classId: string;
  readonly rosterId: string | null;
  readonly snapshotId: string | null;
  /** Day of the registry export in force for the class; null without one. */
  readonly snapshotOn: CalendarDate | null;
  readonly startsOn: CalendarDate;
  readonly fileId: string;
  readonly fileName: string;
}

/** Null when the import is gone or out of scope. */
export async function findIntakeFacts(
  client: PoolClient,
  importId: string,
): Promise<IntakeFacts | null> {
  const { rows } = await client.query<
    IntakeFacts & { startsOn: string; snapshotOn: string | null }
  >(
    `SELECT i.id AS "importId", i.county_code AS "countyCode", i.class_id AS "classId",
       r.id AS "rosterId", s.id AS "snapshotId", s.exported_on::text AS "snapshotOn",
       c.starts_on::text AS "startsOn", i.file_id AS "fileId", i.file_name AS "fileName"
     FROM roster_import i JOIN training_class c ON c.id = i.class_id
       LEFT JOIN roster r ON r.class_id = c.id
       LEFT JOIN registry_snapshot s ON s.id = snapshot_in_force(i.county_code, c.starts_on)
     WHERE i.id = $1`,
    [importId],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const snapshotOn = row.snapshotOn === null ? null : day(row.snapshotOn);
  return { ...row, startsOn: day(row.startsOn), snapshotOn };
}

export function intakeOf(
  facts: IntakeFacts,
  columns: ColumnMap<TrainingField>,
  titlePeriod: Period | null,
  today: CalendarDate,
): Intake {
  const county = countyScope(facts.countyCode);
  return {
    ...facts,
    columns,
    county,
    rowContext: {
      today,
      knownRegions: knownRegionCodes(),
      classStartsOn: facts.startsOn,
      titlePeriod,
      county,
    },
  };
}

/** The county and the names of the others, which an address must not begin with. */
function countyScope(code: string): CountyScope {
  const name = regionName(code) ?? code;
  const others = presentRegions().filter((one) => one.level === "COUNTY" && one.code !== code);
  return {
    code: regionCode(code),
    name,
    otherNames: new Set(others.map((one) => one.name).filter((other) => other !== name)),
  };
}
