import { Readable } from "node:stream";
import type { Outcome } from "~/domain/shared/outcome";
import { storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildPerson } from "#test/builders/person";
import type { TestPlatform } from "#test/support/test-platform";

export const COUNTY = "532323";
export const officer = anActor("caseOfficer", COUNTY, "张经办");
export const colleague = anActor("caseOfficer", COUNTY, "李经办");
export const foreigner = anActor("caseOfficer", "530381", "外县经办");
export const auditor = anActor("auditor", COUNTY);
export const station = anActor("labourStationOfficer", COUNTY);
/** The morning of 10 June 2020 in China. */
export const NOW = new Date("2020-06-10T02:00:00Z");
export const TODAY = "2020-06-10";

let serial = 0;
/** A person of the county; the number is his. */
export async function aPerson(at: TestPlatform, name: string, countyCode = COUNTY) {
  serial += 1;
  const idNumber = idNumberOf(countyCode, "1995-05-05", serial);
  const phone = `139000${String(serial).padStart(5, "0")}`;
  const id = await buildPerson(at.owner, { idNumber, name, countyCode, phone });
  return { id, idNumber, name };
}

const PNG = Buffer.from("89504e470d0a1a0a0000000d", "hex");

/** A file as the upload form received it; a PNG by its first bytes unless told. */
export async function receivedFile(bytes: Buffer = PNG, fileName = "现场.png") {
  const id = newId();
  return { id, fileName, ...(await storeFile(id, Readable.from([bytes]), 1e6)) };
}

export function value<T, R>(outcome: Outcome<T, R>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
}

export const refusal = (kind: string) => ({ ok: false, refusal: { kind } });

/** What the trail says was done to a thing, in order. */
export async function trailOf(at: TestPlatform, subjectId: string): Promise<string[]> {
  const { rows } = await at.owner.query<{ action: string }>(
    "SELECT action FROM trail_event WHERE subject_id = $1 ORDER BY seq",
    [subjectId],
  );
  return rows.map(({ action }) => action);
}
