import type { Actor } from "~/domain/access/actor";
import { countiesInScope } from "~/domain/access/region-scope";
import { viewBoard, type BoardTarget } from "~/data/targets/board-view.server";
import { day } from "~/domain/shared/calendar-date";
import type { Measure } from "~/domain/targets/measure";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildPerson } from "#test/builders/person";
import { buildPlacement, type PlacementToBuild } from "#test/builders/placement";
import type { TestPlatform } from "#test/support/test-platform";

export const NANHUA = "532324";
export const MOUDING = "532323";
export const TODAY = "2020-11-21";
export const SHANGHAI = { workplaceCode: "310114" };
export const LOCAL = { workplaceCode: NANHUA };

let serial = 1;

/** A person of the county with these placements, each from 2020-05-06 and proved unless told otherwise. */
export async function aPlacedPerson(
  { owner }: TestPlatform,
  employerId: string,
  placements: readonly Partial<PlacementToBuild>[],
  countyCode = NANHUA,
): Promise<{ readonly personId: string; readonly placementIds: readonly string[] }> {
  serial += 2;
  const idNumber = idNumberOf(countyCode, "1988-03-04", serial);
  const phone = `1391${String(serial).padStart(7, "0")}`;
  const person = { idNumber, name: `某${serial}`, countyCode, phone };
  const personId = await buildPerson(owner, person);
  const placementIds: string[] = [];
  for (const one of placements) {
    placementIds.push(await buildPlacement(owner, { personId, employerId, evidence: 1, ...one }));
  }
  return { personId, placementIds };
}

/** The board's target of a measure and clause, as the actor sees it at the end of a day. */
export async function boardOf(
  actor: Actor,
  measure: Measure,
  asOf = "2020-12-31",
  regionCode = "532300",
): Promise<BoardTarget | undefined> {
  const { targets } = await viewBoard(actor, { asOf: day(asOf), year: null, on: TODAY });
  return targets.find(
    ({ target }) => target.measure === measure && target.regionCode === regionCode,
  );
}

/** recorded / verified / proved of one county. */
export function figures(found: BoardTarget | undefined, area = NANHUA) {
  const tally = found?.rows.find(({ areaCode }) => areaCode === area)?.standing.tally;
  return tally && [tally.registered, tally.verified, tally.proved];
}

/** An officer of a Shanghai district paired with these counties until a day. */
export function aDistrictOfficer(district: string, counties: readonly string[], to: string): Actor {
  const actor = anActor("districtOfficer", district);
  const pairedCounties = counties.map((county) => ({ district, county, from: "2020-01-01", to }));
  return {
    ...actor,
    pairedCounties,
    counties: countiesInScope(actor.assignments, counties, pairedCounties, TODAY),
  };
}
