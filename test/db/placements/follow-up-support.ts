import { randomUUID } from "node:crypto";
import { followUpForm } from "~/domain/placements/follow-up-form";
import { addDays, day } from "~/domain/shared/calendar-date";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildPerson } from "#test/builders/person";
import { buildEmployer, buildPlacement, type PlacementToBuild } from "#test/builders/placement";
import type { TestPlatform } from "#test/support/test-platform";

export const COUNTY = "532324";
export const PHONE = "13887654321";
/** The morning of 21 May 2020 in China: the first follow-up of whoever began on 6 May. */
export const NOW = new Date("2020-05-21T02:00:00Z");
export const TODAY = "2020-05-21";
export const officer = anActor("caseOfficer", COUNTY, "普经办");
export const station = anActor("labourStationOfficer", COUNTY, "站里人");
export const reader = anActor("reviewer", COUNTY);
export const foreigner = anActor("caseOfficer", "530381");

let serial = 0;

export interface BuiltPlacement {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
}

/** Somebody new in work since 2020-05-06, to be asked on 2020-05-21, unless told. */
export async function aPlacement(
  at: TestPlatform,
  employerId: string,
  change: Partial<PlacementToBuild & { countyCode: string; name: string }> = {},
): Promise<BuiltPlacement> {
  serial += 1;
  const { countyCode = COUNTY, name = `沙马${serial}`, ...placement } = change;
  const idNumber = idNumberOf(countyCode, addDays(day("1970-01-01"), serial), 7);
  const personId =
    placement.personId ??
    (await buildPerson(at.owner, { idNumber, name, countyCode, phone: PHONE }));
  const standard = { nextFollowUpOn: TODAY };
  const id = await buildPlacement(at.owner, { ...standard, ...placement, personId, employerId });
  return { id, personId, name };
}

export function anEmployer(at: TestPlatform): Promise<string> {
  return buildEmployer(at.owner, { name: `厂${randomUUID().slice(0, 8)}`, creditCode: null });
}

export const entryOf = (change: Record<string, string> = {}) =>
  followUpForm.parse({ outcome: "ON_JOB", contactedOn: TODAY, method: "PHONE", ...change });
