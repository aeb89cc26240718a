import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { reasonsFor, type PeopleKind } from "~/domain/targets/people-list";
import { standingOf, type Standing } from "~/domain/targets/standing";
import { openNumbers } from "~/data/people/person-store.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { countingRule, countMeasure } from "./measure-counts.server";
import { pageOfPlacements, type StoredLine } from "./placed-people.server";
import type { PlacementRule } from "./placement-counts.server";
import { findTarget, findTargets, type StoredTarget } from "./target-store.server";
import { listUnits, type CountedUnit } from "./unit-list.server";

/** A person behind a county's figure: no more of him than a paired district needs. */
export interface PlacedPerson {
  readonly placementId: string;
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
  readonly standing: Standing;
  /** Null where the measure counts events. */
  readonly people: KeyPage<PlacedPerson> | null;
  /** Fairs, classes or leaders; null where the measure counts placements. */
  readonly units: readonly CountedUnit[] | null;
}

interface Asked {
  readonly targetId: string;
  readonly areaCode: string;
  readonly kind: PeopleKind;
  readonly asOf: CalendarDate;
  /** Today: for his rights. */
  readonly on: string;
  readonly cursor: KeyCursor;
  readonly size: number;
}

/** The list behind one county's figure; null when the actor may not read the target or the county. */
export function viewPeople(actor: Actor, asked: Asked): Promise<PeopleBehind | null> {
  const { targetId, areaCode, kind, asOf, cursor, size } = asked;
  if (!may(actor, "target.read", areaCode, asked.on)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const target = await findTarget(tx, targetId);
    const share = target?.shares.find((one) => one.areaCode === areaCode);
    if (target === null || share === undefined) return null;
    const all = target.mayShare ? [] : await findTargets(tx);
    const counting = countingRule(target, [areaCode], asOf, all);
    const days = await countMeasure(tx, counting);
    const { periodFrom, deadlineOn, mustExceed } = target;
    const demand = { periodFrom, deadlineOn, mustExceed, value: share.value };
    const isOfPeople = counting.by === "placements";
    return {
      ...{ target, areaCode, areaName: regionName(areaCode) ?? areaCode, value: share.value },
      standing: standingOf(demand, days, asOf),
      people: isOfPeople ? await page(tx, areaCode, counting.rule, kind, { cursor, size }) : null,
      units: isOfPeople ? null : await listUnits(tx, counting, kind),
    };
  });
}

async function page(
  tx: Tx,
  area: string,
  rule: PlacementRule,
  kind: PeopleKind,
  at: { readonly cursor: KeyCursor; readonly size: number },
): Promise<KeyPage<PlacedPerson>> {
  const lines = await pageOfPlacements(tx, area, rule, kind, at);
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
    ...{ placementId: id, name, employerName, startedOn, endedOn },
    maskedId: maskIdCardNumber(idCardNumber),
    workplaceName: regionName(line.workplaceCode.slice(0, 6)) ?? line.workplaceCode,
    reasons: reasonsFor({ ...facts, countsElsewhere }, to),
  };
}
