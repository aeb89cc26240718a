import type { ClientBase, PoolClient } from "pg";
import { checkRow } from "~/domain/rosters/check-row";
import { overlapFindings, type Overlap } from "~/domain/rosters/class-overlap";
import { columnsFor } from "~/domain/rosters/column-map";
import type { RegistryEntry } from "~/domain/rosters/cross-check";
import { duplicateFinder, duplicateFinding } from "~/domain/rosters/duplicate-finder";
import { trainingLayout } from "~/domain/rosters/layouts/training";
import { matchRow } from "~/domain/rosters/match-row";
import type { CheckedRow } from "~/domain/rosters/person-row";
import type { CountyScope, TrainingValues } from "~/domain/rosters/training-row";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { regionCode } from "~/domain/shared/region-code";
import {
  knownRegionCodes,
  presentRegions,
  regionName,
} from "~/platform/reference/region-codes.server";
import { indexesOf, keyOf } from "./import-intake.server";
import type { Answer, ImportFacts, Intake, Read, StoredTable } from "./import-intake.server";
import * as lookup from "./import-lookup.server";

type Row = CheckedRow<TrainingValues>;

/** The class that a roster is of. */
interface ClassFacts {
  readonly rosterId: string | null;
  readonly snapshotId: string | null;
  /** Day of the registry export in force for the class; null without one. */
  readonly snapshotOn: CalendarDate | null;
  readonly startsOn: CalendarDate;
}

/** The roster of a class on its way in; null when the class is out of scope. */
export async function openTrainingIntake(
  client: PoolClient,
  facts: ImportFacts,
  { columns: kept, table }: StoredTable,
  today: CalendarDate,
): Promise<Intake<Row> | null> {
  const { importId, countyCode, classId } = facts;
  const cls = classId === null ? null : await findClass(client, countyCode, classId);
  if (classId === null || cls === null) return null;
  const columns = columnsFor(trainingLayout, kept);
  const county = countyScope(countyCode);
  const context = {
    ...{ today, county, knownRegions: knownRegionCodes() },
    classStartsOn: cls.startsOn,
    titlePeriod: table.title.period,
  };
  const repeatOf = duplicateFinder(columns.header);
  return {
    ...{ importId, countyCode, columns, notices: registryNotices(cls) },
    check: (row) => checkRow(row, columns, context),
    repeatOf,
    repeated: (row, first) => duplicateFinding(row, first, columns.header),
    repeatKey: () => ({}),
    answers: (asking, reads) =>
      answersOf(asking, { ...cls, countyCode, classId, county, headers: columns.header }, reads),
  };
}

async function findClass(client: PoolClient, countyCode: string, classId: string) {
  const { rows } = await client.query<
    Omit<ClassFacts, "startsOn" | "snapshotOn"> & { startsOn: string; snapshotOn: string | null }
  >(
    `SELECT r.id AS "rosterId", s.id AS "snapshotId", s.exported_on::text AS "snapshotOn",
       c.starts_on::text AS "startsOn"
     FROM training_class c LEFT JOIN roster r ON r.class_id = c.id
       LEFT JOIN registry_snapshot s ON s.id = snapshot_in_force($1, c.starts_on)
     WHERE c.id = $2`,
    [countyCode, classId],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const snapshotOn = row.snapshotOn === null ? null : day(row.snapshotOn);
  return { ...row, startsOn: day(row.startsOn), snapshotOn };
}

interface Asked extends ClassFacts {
  readonly countyCode: string;
  readonly classId: string;
  readonly county: CountyScope;
  readonly headers: { readonly name: string; readonly idCardNumber: string };
}

/** Five questions for the whole batch, whatever its size. */
async function answersOf(
  client: ClientBase,
  asked: Asked,
  reads: readonly Read<Row>[],
): Promise<readonly Answer[]> {
  const indexes = indexesOf(reads);
  const registry = await lookup.lookUpRegistry(client, asked.snapshotId, indexes);
  const people = await lookup.lookUpPeople(client, indexes);
  const lines = await lookup.lookUpLines(client, asked.rosterId, indexes);
  const overlaps = await overlapsOf(client, asked.classId, indexes);
  const isUnknown = (read: Read) => {
    const key = keyOf(read);
    return read.idIndex !== null && !registry.has(key) && !people.has(key);
  };
  const names = reads.filter(isUnknown).map(({ checked }) => checked.values.name);
  const asking = [...new Set(names.filter((name) => name !== null))];
  const namesakes = await lookup.lookUpNamesakes(client, asked, asking);
  return reads.map((read) => {
    const key = keyOf(read);
    const { checked } = read;
    const entry = registry.get(key) ?? null;
    const { headers, county } = asked;
    const facts = {
      duplicate: read.duplicate,
      registry: asked.snapshotId === null ? undefined : entry,
      person: lookup.recordOf(people.get(key), read),
      line: lookup.recordOf(lines.get(key), read),
      also: overlapFindings(checked.sheetRow, overlaps.get(key) ?? [], headers.idCardNumber),
      lineDifferences: [],
      sameNamed: namesakes.get(checked.values.name ?? "") ?? [],
    };
    const matched = matchRow(checked, facts, { headers, county, unverified: "不能封存" });
    return { ...matched, stored: storedOf(checked.values, asked.snapshotId, entry) };
  });
}

function storedOf(
  values: TrainingValues,
  snapshotId: string | null,
  entry: RegistryEntry | null,
): Answer["stored"] {
  const { address, declaredRegistered, declaredStatus, trade, note } = values;
  return {
    ...{ address, declaredRegistered, trade, note, homeCountyCode: null, fields: {} },
    declaredStatus: declaredStatus ?? "",
    verifiedSnapshotId: entry === null ? null : snapshotId,
    verifiedCategory: entry?.category ?? null,
    registryCountyCode: entry?.countyCode ?? null,
  };
}

async function overlapsOf(client: ClientBase, classId: string, indexes: readonly Buffer[]) {
  const { rows } = await client.query<{
    idIndex: Buffer;
    className: string | null;
    startsOn: string;
    endsOn: string;
  }>(
    `SELECT id_index AS "idIndex", class_name AS "className", starts_on::text AS "startsOn",
       ends_on::text AS "endsOn" FROM overlapping_enrolments($1, $2::bytea[])`,
    [classId, indexes],
  );
  const found = new Map<string, Overlap[]>();
  for (const { idIndex, className, startsOn, endsOn } of rows) {
    const key = idIndex.toString("hex");
    const overlap = { className, startsOn: day(startsOn), endsOn: day(endsOn) };
    found.set(key, [...(found.get(key) ?? []), overlap]);
  }
  return found;
}

function registryNotices({ snapshotOn, startsOn }: ClassFacts): string[] {
  if (snapshotOn === null) {
    return ["本县还没有建档立卡数据，各行均未查验。请先在“登记库”导入大数据平台的导出文件。"];
  }
  if (snapshotOn <= startsOn) return [`已按 ${snapshotOn} 导出的建档立卡数据查验。`];
  return [`已按 ${snapshotOn} 导出的建档立卡数据查验，晚于开班日 ${startsOn}，属事后查验。`];
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
