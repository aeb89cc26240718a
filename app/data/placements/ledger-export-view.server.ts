import type { Actor } from "~/domain/access/actor";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import type { LedgerFilter } from "~/domain/placements/ledger-filter";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { regionName } from "~/platform/reference/region-codes.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { countLedgerLines } from "./ledger-export.server";

export interface LedgerExportView {
  readonly lines: number;
  /** The one county asked for, by name; empty for all of the actor's. */
  readonly countyName: string;
  readonly mayOpenNumbers: boolean;
}

/** What an export with this filter would hold; null for whoever exports nowhere. */
export async function viewLedgerExport(
  actor: Actor,
  filter: LedgerFilter,
  on: CalendarDate,
): Promise<LedgerExportView | null> {
  const scope = narrowedTo(actor, "placement.export", on);
  if (scope.counties.length === 0) return null;
  const lines = await inTransaction(scope, (tx) => countLedgerLines(tx, filter, on));
  const countyName = filter.county === "" ? "" : (regionName(filter.county) ?? filter.county);
  return { lines, countyName, mayOpenNumbers: mayAnywhere(actor, "people.revealNumber", on) };
}
