import type { Actor } from "~/domain/access/actor";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import type { BoardFilter } from "~/domain/posts/board";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { countPostLines } from "./post-export.server";

export interface PostExportView {
  readonly lines: number;
  /** The one county asked for, by name; empty for all of the actor's. */
  readonly countyName: string;
  readonly mayOpenNumbers: boolean;
}

/** What an export with this filter would hold; null for whoever exports nowhere. */
export async function viewPostExport(
  actor: Actor,
  filter: BoardFilter,
  on: CalendarDate,
): Promise<PostExportView | null> {
  const scope = narrowedTo(actor, "post.export", on);
  if (scope.counties.length === 0) return null;
  const lines = await inTransaction(scope, (tx) => countPostLines(tx, filter, on));
  const countyName = filter.county === "" ? "" : (regionName(filter.county) ?? filter.county);
  const mayOpenNumbers = mayAnywhere(actor, "people.revealNumber", on);
  return { lines, countyName, mayOpenNumbers };
}
