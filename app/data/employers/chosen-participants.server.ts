import type { ParticipantRow } from "~/domain/employers/fair-participant-row";
import type { PlacedPerson } from "~/domain/placements/filing";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import type { Tx } from "~/platform/prisma/client.server";
import { settlePerson, type PersonRefusal } from "../placements/placed-person-store.server";
import { peopleOfCounty } from "./fair-participant-store.server";
import { matchWithPeople } from "./participant-file.server";

/** Who was chosen by name, came on a list (good rows go in, the others are named), or is entered now. */
export type Chosen =
  | { readonly personIds: readonly string[] }
  | { readonly rows: readonly ParticipantRow[] }
  | { readonly newcomer: Extract<PlacedPerson, { readonly personId: null }> };

/** How many are asked for, known or not. */
export function countChosen(chosen: Chosen): number {
  if ("newcomer" in chosen) return 1;
  return "rows" in chosen ? chosen.rows.length : chosen.personIds.length;
}

interface Found {
  readonly ids: readonly string[];
  readonly problems: readonly { readonly sheetRow: number; readonly message: string }[];
}

/** The county's people who are meant; a newcomer is entered as one of them. */
export async function findChosen(
  tx: Tx,
  countyCode: string,
  chosen: Chosen,
  now: Date,
): Promise<Outcome<Found, PersonRefusal>> {
  if ("rows" in chosen) return done(await matchWithPeople(tx, countyCode, chosen.rows));
  if ("newcomer" in chosen) {
    const typed = { ...chosen.newcomer, countyCode };
    const settled = await settlePerson(tx, typed, dayInChina(now), now);
    if (!settled.ok) return settled;
    const { id, countyCode: home } = settled.value;
    return home === countyCode
      ? done({ ids: [id], problems: [] })
      : refused({ kind: "otherCounty" });
  }
  const known = await peopleOfCounty(tx, countyCode, { ids: chosen.personIds });
  return done({ ids: known.map(({ id }) => id), problems: [] });
}
