import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { monthName } from "~/domain/posts/wage-receipt";
import type { RosterKind, RosterState } from "~/domain/rosters/roster";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { viewRosterHead, type RosterTab } from "./roster-head-view.server";
import { findSignedRoster } from "./signed-roster-store.server";

/** What every page that serves signing shows above its own part, of whatever people sign. */
export interface SignedHead {
  readonly id: string;
  readonly kind: RosterKind;
  /** 家政服务员（第3期）, or 2020年5月公共服务岗位工资表（1）. */
  readonly label: string;
  readonly countyCode: string;
  readonly countyName: string;
  /** 2020-06-01 至 2020-06-15, or 2020年5月. */
  readonly period: string;
  /** The page of what it belongs to. */
  readonly to: string;
  readonly state: RosterState;
  readonly headcount: number;
  readonly contentVersion: number;
  /** The pages of a class's roster that the actor may open; of wages the frame knows them. */
  readonly tabs: readonly RosterTab[];
}

/** The head of a signing page, or null when the roster is not one the actor may read. */
export async function viewSignedHead(
  actor: Actor,
  id: string | undefined,
  on: string,
): Promise<SignedHead | null> {
  if (!isUuid(id)) return null;
  const ofClass = await viewRosterHead(actor, id, on);
  if (ofClass !== null) {
    const { startsOn, endsOn, ...head } = ofClass;
    const at = { period: `${startsOn} 至 ${endsOn}`, to: `/rosters/${id}` };
    return { ...head, ...at, kind: "TRAINING" };
  }
  return inTransaction(actor, async (tx) => {
    const roster = await findSignedRoster(tx, id);
    if (roster?.kind !== "WAGES" || !may(actor, "post.read", roster.countyCode, on)) return null;
    const { contentVersion, wageSheet } = await tx.roster.findUniqueOrThrow({
      where: { id },
      select: { contentVersion: true, wageSheet: { select: { month: true } } },
    });
    const { kind, label, countyCode, to, state, headcount } = roster;
    return {
      ...{ id, kind, label, countyCode, to, state, headcount, contentVersion, tabs: [] },
      countyName: regionName(countyCode) ?? countyCode,
      period: monthName(wageSheet?.month.toISOString().slice(0, 10) ?? ""),
    };
  });
}
