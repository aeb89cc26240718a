import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { readsWholePost } from "~/domain/posts/reader";
import type { WageSheetState } from "~/domain/posts/wage";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { findWageSheet } from "./wage-sheet-store.server";

/** What every page of a wage sheet shows at its head. */
export interface WageSheetHead {
  readonly id: string;
  readonly countyCode: string;
  readonly countyName: string;
  /** 2020年5月公共服务岗位工资表（1） */
  readonly label: string;
  /** First day of the month. */
  readonly month: CalendarDate;
  /** Empty for all, and for a district officer. */
  readonly township: string;
  readonly fundSource: string;
  readonly state: WageSheetState;
  readonly version: number;
  readonly rosterId: string | null;
  readonly isRemoved: boolean;
  readonly returnReason: string | null;
  /** False for a district officer: no account, no money. */
  readonly readsWhole: boolean;
  readonly mayWrite: boolean;
  readonly mayReview: boolean;
  readonly mayPay: boolean;
  readonly mayLock: boolean;
}

/** Null when there is none in scope, or the reader may not read posts there. */
export function viewWageSheetHead(
  actor: Actor,
  id: string | undefined,
  on: string,
): Promise<WageSheetHead | null> {
  return inTransaction(actor, async (tx) => {
    const sheet = await findWageSheet(tx, id ?? "");
    if (sheet === null || !may(actor, "post.read", sheet.countyCode, on)) return null;
    const { countyCode, isRemoved, label, month, township, fundSource, state, version } = sheet;
    const { rosterId, returnReason } = sheet;
    const readsWhole = readsWholePost(actor, countyCode, on);
    const can = (action: "wage.write" | "wage.review" | "wage.pay" | "wage.lock") =>
      !isRemoved && may(actor, action, countyCode, on);
    return {
      ...{ id: sheet.id, countyCode, label, month, fundSource, state, version },
      ...{ rosterId, isRemoved, readsWhole, township: readsWhole ? township : "" },
      returnReason: readsWhole ? returnReason : null,
      countyName: regionName(countyCode) ?? countyCode,
      mayWrite: can("wage.write"),
      mayReview: can("wage.review"),
      mayPay: can("wage.pay"),
      mayLock: can("wage.lock"),
    };
  });
}
