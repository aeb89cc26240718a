import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { addDays, day, type CalendarDate } from "~/domain/shared/calendar-date";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { addMonths } from "~/domain/shared/months";
import { provedBetween } from "~/domain/targets/counting";
import { reasonsFor, sizeOf, type PeopleKind } from "~/domain/targets/people-list";
import { standingOf, type Standing } from "~/domain/targets/standing";
import { openNumbers } from "~/data/people/person-store.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { seesWhole } from "./board-view.server";
import { countingRule, countMeasure } from "./measure-counts.server";
import { pageOfPlacements, type DaysOfList, type StoredLine } from "./placed-people.server";
import type { PlacementRule } from "./placement-counts.server";
import { findTarget, findTargets, type StoredTarget } from "./target-store.server";
import { listUnits, type CountedUnit } from "./unit-list.server";

/** A person behind a county's figure: no more of him than a paired district needs. */
export interface PlacedPerson {
  readonly placementId: string;
  readonly countyName: string;
  readonly name: string;
  readonly maskedId: string;
  readonly employerName: string;
  readonly workplaceName: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
  /** Why he is not counted; none when he is. */
  readonly reasons: readonly string[];
}

export interface PeopleBehind {
  readonly target: StoredTarget;
  readonly areaCode: string;
  readonly areaName: string;
  readonly value: number | null;
  /** All counties of the target together. */
  readonly isWhole: boolean;
  readonly standing: Standing;
  /** How many stand on the list that was asked for. */
  readonly listed: number;
  /** Null where the measure counts events. */
  readonly people: KeyPage<PlacedPerson> | null;
  /** Fairs, classes or leaders; null where the measure counts placements. */
  readonly units: readonly CountedUnit[] | null;
}

interface Asked {
  readonly targetId: string;
  readonly areaCode: string;
  readonly kind: PeopleKind;
  /** Of what counts, only that of one month, by its first day. */
  readonly month?: CalendarDate | null;
  readonly asOf: CalendarDate;
  /** Today: for his rights. */
  readonly on: string;
  readonly cursor: KeyCursor;
  readonly size: number;
}

/**
 * The list behind one county's figure, or, by the code of the target's own area, behind that of all its counties; null
 * when the actor may not read the target or the area, or sees only some of the counties.
 */
export function viewPeople(actor: Actor, asked: Asked): Promise<PeopleBehind | null> {
  const { targetId, areaCode, asOf, cursor, size } = asked;
  const within = asked.month ? monthFrom(asked.month) : null;
  const kind = within === null ? asked.kind : "proved";
  if (!may(actor, "target.read", areaCode, asked.on)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const target = await findTarget(tx, targetId);
    const behind = target === null ? null : behindFigure(actor, target, areaCode, asked.on);
    if (target === null || behind === null) return null;
    const all = target.mayShare ? [] : await findTargets(tx);
    const counting = countingRule(target, behind.areas, asOf, all);
    const days = await countMeasure(tx, counting);
    const { periodFrom, deadlineOn, mustExceed, basis } = target;
    const demand = { periodFrom, deadlineOn, mustExceed, basis, value: behind.value };
    const standing = standingOf(demand, days, asOf);
    const isOfPeople = counting.by === "placements";
    return {
      ...{ target, areaCode, areaName: regionName(areaCode) ?? areaCode, value: behind.value },
      isWhole: behind.isWhole,
      ...{
        standing,
        listed: within === null ? sizeOf(kind, standing.tally) : provedBetween(days, within),
      },
      people: isOfPeople
        ? await page(tx, counting.rule, kind, { cursor, size, days: within })
        : null,
      units: isOfPeople ? null : await listUnits(tx, counting, kind, within),
    };
  });
}

const monthFrom = (from: CalendarDate) => ({ from, to: addDays(addMonths(from, 1), -1) });

/** Whose figure it is: a county's share comes before the whole, which may bear the same code. */
function behindFigure(actor: Actor, target: StoredTarget, areaCode: string, on: string) {
  const share = target.shares.find((one) => one.areaCode === areaCode);
  if (share !== undefined) return { areas: [areaCode], value: share.value, isWhole: false };
  const areas = target.shares.map((one) => one.areaCode);
  const mine = areas.filter((code) => may(actor, "target.read", code, on));
  const isWhole = areaCode === target.regionCode && seesWhole(actor, target, mine);
  return isWhole ? { areas, value: target.value, isWhole } : null;
}

async function page(
  tx: Tx,
  rule: PlacementRule,
  kind: PeopleKind,
  at: { readonly cursor: KeyCursor; readonly size: number; readonly days: DaysOfList | null },
): Promise<KeyPage<PlacedPerson>> {
  const lines = await pageOfPlacements(tx, rule, kind, at);
  const people = lines.map((line) => asPerson(line, rule));
  return keyPage(people, at.size, at.cursor, ({ placementId }) => placementId);
}

function asPerson(line: StoredLine, { to }: PlacementRule): PlacedPerson {
  const { id, name, employerName, endedOn, evidenceCount, verifiedCategory, countsElsewhere } =
    line;
  const { idCardNumber } = openNumbers({ ...line, phoneSealed: null });
  const startedOn = day(line.startedOn);
  const verifiedOn = line.verifiedOn === null ? null : day(line.verifiedOn);
  const facts = { startedOn, verifiedOn, verifiedCategory, evidenceCount, isRemoved: false };
  return {
    countyName: regionName(line.countyCode) ?? line.countyCode,
    ...{ placementId: id, name, employerName, startedOn, endedOn },
    maskedId: maskIdCardNumber(idCardNumber),
    workplaceName: regionName(line.workplaceCode.slice(0, 6)) ?? line.workplaceCode,
    reasons: reasonsFor({ ...facts, countsElsewhere }, to),
  };
}
