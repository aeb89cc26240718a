import type { Actor } from "~/domain/access/actor";
import { administeredRegions, countiesInScope } from "~/domain/access/region-scope";
import type { SessionWithUser } from "./session-store.server";
import { dayInChina } from "~/platform/clock.server";
import { presentRegions } from "~/platform/reference/region-codes.server";

const countiesByProvince = new Map<string, string[]>();
for (const { code, level } of presentRegions()) {
  if (level !== "COUNTY") continue;
  const province = code.slice(0, 2);
  const counties = countiesByProvince.get(province) ?? [];
  countiesByProvince.set(province, [...counties, code]);
}

/** The actor a session stands for, with the regions he may see on the day of the instant. */
export function actorOf(session: SessionWithUser, now: Date): Actor {
  const { userId, name, organisationName, assignments, pairedCounties } = session;
  const provinces = new Set(assignments.map(({ regionCode }) => regionCode.slice(0, 2)));
  const nearby = [...provinces].flatMap((province) => countiesByProvince.get(province) ?? []);
  const today = dayInChina(now);
  const counties = countiesInScope(assignments, nearby, pairedCounties, today);
  const administered = administeredRegions(assignments, nearby, today);
  return { userId, name, organisationName, assignments, pairedCounties, counties, administered };
}
