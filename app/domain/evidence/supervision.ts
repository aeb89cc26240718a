import { inForce, type Actor } from "~/domain/access/actor";
import { regionContains } from "~/domain/access/region-scope";
import type { Role } from "~/domain/access/role";

/** The two parties that supervise every class (曲财农〔2020〕31号 四(三)3): one record of each is the least. */
export type SupervisionParty = "hrssBureau" | "secondedOfficial";

export const SUPERVISION_PARTY_LABELS: Readonly<Record<SupervisionParty, string>> = {
  hrssBureau: "人社局",
  secondedOfficial: "援滇干部",
};

export const SUPERVISION_PARTIES = Object.keys(
  SUPERVISION_PARTY_LABELS,
) as readonly SupervisionParty[];

export type SupervisionWay = "onSite" | "visit" | "phone";

export const SUPERVISION_WAY_LABELS: Readonly<Record<SupervisionWay, string>> = {
  onSite: "现场监督",
  visit: "随机走访",
  phone: "电话抽查",
};

export const SUPERVISION_WAYS = Object.keys(SUPERVISION_WAY_LABELS) as readonly SupervisionWay[];

/** For whom a role looks at classes; the officer who runs them looks for nobody. */
const PARTY_OF_ROLE: Readonly<Partial<Record<Role, SupervisionParty>>> = {
  reviewer: "hrssBureau",
  prefectureSupervisor: "hrssBureau",
  secondedOfficial: "secondedOfficial",
};

/**
 * The parties a person may sign for in a county on a day (`YYYY-MM-DD`): his roles say it, he does
 * not choose. None for whoever is case officer of the county that day, whatever else he is.
 */
export function partiesOf(
  actor: Pick<Actor, "assignments">,
  countyCode: string,
  on: string,
): readonly SupervisionParty[] {
  const held = actor.assignments.filter(
    (one) => inForce(one, on) && regionContains(one.regionCode, countyCode),
  );
  if (held.some(({ role }) => role === "caseOfficer")) return [];
  return SUPERVISION_PARTIES.filter((party) =>
    held.some(({ role }) => PARTY_OF_ROLE[role] === party),
  );
}

/** First and last day (`YYYY-MM-DD`) on which a class is there to be looked at. */
export function classDays(one: {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly completedOn: string | null;
}): { readonly from: string; readonly to: string } {
  const { startsOn, endsOn, completedOn } = one;
  return {
    from: startsOn,
    to: completedOn !== null && completedOn > endsOn ? completedOn : endsOn,
  };
}

/** Whether a look on this day fell outside the class's days. */
export function isOutsideClass(heldOn: string, days: ReturnType<typeof classDays>): boolean {
  return heldOn < days.from || heldOn > days.to;
}
