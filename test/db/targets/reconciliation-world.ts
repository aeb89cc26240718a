import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import * as xlsx from "xlsx";
import { listReconciliationSteps } from "~/data/targets/reconciliation-history-view.server";
import { listReconciliationLines } from "~/data/targets/reconciliation-lines-view.server";
import { viewReconciliation } from "~/data/targets/reconciliation-view.server";
import type { LineSide } from "~/domain/targets/reconciliation";
import type { ReceivedFile } from "~/data/files/file-store.server";
import type { Actor, PairedCounty } from "~/domain/access/actor";
import { day } from "~/domain/shared/calendar-date";
import { storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildPerson } from "#test/builders/person";
import { buildPlacement, type PlacementToBuild } from "#test/builders/placement";
import type { TestPlatform } from "#test/support/test-platform";

export const COUNTY = "532324";
export const DISTRICT = "310114";
export const OTHER_DISTRICT = "310104";
/** The morning of 5 June 2020 in China. */
export const NOW = new Date("2020-06-05T02:00:00Z");
export const TODAY = "2020-06-05";
export const MAY = {
  ...{ countyCode: COUNTY, districtCode: DISTRICT, month: day("2020-05-01") },
  measure: "SHANGHAI_PLACED",
} as const;

export const officer = anActor("caseOfficer", COUNTY, "王经办");
export const reviewer = anActor("reviewer", COUNTY, "李审核");
export const supervisor = anActor("prefectureSupervisor", "532300", "张监管");
export const stranger = anActor("caseOfficer", "530381", "外县经办");

/** An officer of a district as the session loads him on a day. */
export function districtOfficer(
  district: string,
  pairings: readonly PairedCounty[],
  on: string,
  name = "陈嘉定",
): Actor {
  const paired = pairings.filter(({ from, to }) => from <= on && (to === null || on <= to));
  const counties = [district, ...paired.map(({ county }) => county)];
  const actor = anActor("districtOfficer", district, name);
  return { ...actor, pairedCounties: pairings, counties };
}

export const pairingOf = (district: string, from: string, to: string | null = null) => ({
  ...{ district, county: COUNTY, from, to },
});
export const district = districtOfficer(DISTRICT, [pairingOf(DISTRICT, "2020-01-01")], TODAY);

export async function pair(
  { owner }: TestPlatform,
  districtCode: string,
  from: string,
  to: string | null = null,
): Promise<void> {
  await owner.query(
    `INSERT INTO pairing (id, district_code, county_code, from_on, to_on, source)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, '测试')
     ON CONFLICT (district_code, county_code, from_on) DO UPDATE SET to_on = excluded.to_on`,
    [districtCode, COUNTY, from, to],
  );
}

export interface Somebody {
  readonly name: string;
  readonly idNumber: string;
  readonly personId: string;
}

let serial = 0;
/** Somebody of the county, placed in Shanghai with evidence since 6 May 2020 unless told. */
export async function somebodyPlaced(
  { owner }: TestPlatform,
  name: string,
  employerId: string,
  placement: Partial<PlacementToBuild> = {},
): Promise<Somebody> {
  serial += 1;
  const idNumber = idNumberOf(COUNTY, "1990-01-01", serial);
  const phone = `139${String(10_000_000 + serial)}`;
  const personId = await buildPerson(owner, { idNumber, name, countyCode: COUNTY, phone });
  await buildPlacement(owner, { personId, employerId, evidence: 1, ...placement });
  return { name, idNumber, personId };
}

/** A district's list as a workbook, in the store as an upload leaves it. */
export async function aDistrictList(
  rows: readonly (readonly [name: string, idNumber: string, employer?: string, day?: string])[],
): Promise<ReceivedFile> {
  const head = ["序号", "姓名", "身份证号码", "企业", "上岗时间"];
  const cells = rows.map(([name, number, employer = "嘉定物流有限公司", on = "2020-05-06"], at) => [
    ...[String(at + 1), name, number, employer, on],
  ]);
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([head, ...cells]), "名单");
  const bytes = xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
  const id = newId();
  const { size } = await storeFile(id, Readable.from([bytes]), 1_000_000);
  const sha256 = createHash("sha256").update(bytes).digest();
  return { id, fileName: "嘉定区名单.xlsx", size, sha256 };
}

export const kindOf = (outcome: { ok: boolean; refusal?: { kind: string } }) =>
  outcome.ok ? "done" : outcome.refusal?.kind;

/** What a use case answered, or why the test cannot go on. */
export function valueOf<T>(
  outcome: { ok: true; value: T } | { ok: false; refusal: { kind: string } },
): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.kind}`);
  return outcome.value;
}

export async function pageOf(id: string, actor = supervisor) {
  const page = await viewReconciliation(actor, id, TODAY);
  if (page === null) throw new Error("no page");
  return page;
}
export const asked = async (id: string) => ({ id, version: (await pageOf(id)).version });

export async function linesOf(id: string, side: LineSide, round = 1, actor = supervisor) {
  const cursor = { after: null, before: null };
  const sides = [side];
  const shown = await listReconciliationLines(actor, id, { round, sides, cursor, size: 50 }, TODAY);
  return shown?.page.rows ?? [];
}
export async function stepsOf(id: string) {
  return ((await listReconciliationSteps(supervisor, id, TODAY)) ?? []).map(({ kind }) => kind);
}

/** Explains everybody of one side only, each with another cause. */
