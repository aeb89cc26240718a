import { viewWageSheetHead } from "~/data/posts/wage-sheet-head-view.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { WageSheetState } from "~/domain/posts/wage";
import { monthName } from "~/domain/posts/wage-receipt";
import type { RosterKind, RosterState } from "~/domain/rosters/roster";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
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
  readonly mayPrint: boolean;
  /** The pages of a class's roster that the actor may open; none of wages. */
  readonly tabs: readonly RosterTab[];
  /** Of the wage sheet it is signed for; null of a class. */
  readonly sheetState: WageSheetState | null;
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
    const mayPrint = may(actor, "roster.print", head.countyCode, on);
    const at = {
      period: `${startsOn} 至 ${endsOn}`,
      to: `/rosters/${id}`,
      mayPrint,
      sheetState: null,
    };
    return { ...head, ...at, kind: "TRAINING" };
  }
  const found = await inTransaction(actor, async (tx) => {
    const roster = await findSignedRoster(tx, id);
    const select = { contentVersion: true } as const;
    return (
      roster && { ...roster, ...(await tx.roster.findUniqueOrThrow({ where: { id }, select })) }
    );
  });
  const sheet = await viewWageSheetHead(actor, found?.sheetId ?? undefined, on);
  if (found === null || sheet === null) return null;
  const { kind, label, countyCode, to, state, headcount, contentVersion } = found;
  return {
    ...{ id, kind, label, countyCode, to, state, headcount, contentVersion, tabs: [] },
    sheetState: sheet.state,
    countyName: sheet.countyName,
    period: monthName(sheet.month),
    mayPrint: may(actor, "roster.print", countyCode, on),
  };
}
