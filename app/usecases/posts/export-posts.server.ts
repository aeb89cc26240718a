import { readPostLines, type SealedPostLine } from "~/data/posts/post-export.server";
import { postWorkbook } from "~/data/posts/post-workbook.server";
import { newCopyMark } from "~/data/rosters/copy-mark.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { BoardFilter } from "~/domain/posts/board";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** As many as one import takes back. */
const MOST_LINES = 200_000;

export type PostExportRefusal =
  | { readonly kind: "forbidden" }
  | { readonly kind: "reasonMissing" }
  | { readonly kind: "tooMany"; readonly most: number };

export interface AskedPosts {
  readonly filter: BoardFilter;
  readonly numbers: "masked" | "full";
  /** What the file is for; numbers in full are not given without it. */
  readonly reason: string;
}

export interface PostFile {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/**
 * The posts of the actor's counties as a workbook. The lines are read and each county's trail is left in one
 * transaction; the numbers are opened only afterwards, row by row, while the file streams.
 */
export async function exportPosts(
  actor: Actor,
  { filter, numbers, reason: typed }: AskedPosts,
  now: Date,
): Promise<Outcome<PostFile, PostExportRefusal>> {
  const today = dayInChina(now);
  const reason = withNumbersMasked(typed.trim());
  const exporting = narrowedTo(actor, "post.export", today);
  const scope =
    numbers === "full" ? narrowedTo(exporting, "people.revealNumber", today) : exporting;
  if (scope.counties.length === 0) return refused({ kind: "forbidden" });
  if (numbers === "full" && reason === "") return refused({ kind: "reasonMissing" });
  const mark = newCopyMark(now);
  return inTransaction(scope, async (tx) => {
    const lines = await readPostLines(tx, filter, today, MOST_LINES + 1);
    if (lines.length > MOST_LINES) return refused({ kind: "tooMany", most: MOST_LINES });
    for (const [countyCode, count] of [...countsOf(lines)].sort()) {
      await leaveTrail(tx, {
        ...{ at: now, actorId: actor.userId, actorName: actor.name, action: "post.export" },
        ...{ subjectKind: "region", subjectId: countyCode, countyCode },
        detail: { lines: count, numbers, reason, copyNo: mark.copyNo },
      });
    }
    return done(postWorkbook(lines, { actor, today, numbers, reason, mark, filter }));
  });
}

function countsOf(lines: readonly SealedPostLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { countyCode } of lines) counts.set(countyCode, (counts.get(countyCode) ?? 0) + 1);
  return counts;
}
