import {
  saveSubdivisions,
  townshipCodes,
  type SavedCounts,
} from "~/data/regions/region-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import {
  faultIn,
  subdivisionLevel,
  SUBDIVISION_FAULTS,
  type SubdivisionLine,
} from "~/domain/regions/subdivision";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** A line that cannot be taken, and why, in Chinese. */
export interface LineProblem {
  readonly line: number;
  readonly message: string;
}

export type SaveSubdivisionsRefusal =
  | { readonly kind: "forbidden" }
  | { readonly kind: "nothing" }
  | { readonly kind: "tooMany"; readonly most: number }
  | { readonly kind: "hasProblems"; readonly problems: readonly LineProblem[] };

/** No county has that many villages. */
const MOST_LINES = 5_000;

/** Adds or renames townships and villages of a county: all the lines, or none when any is wrong. */
export function saveCountySubdivisions(
  actor: Actor,
  countyCode: string,
  lines: readonly SubdivisionLine[],
  now: Date,
): Promise<Outcome<SavedCounts, SaveSubdivisionsRefusal>> {
  return inTransaction(actor, async (tx) => {
    if (!may(actor, "region.write", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (lines.length === 0) return refused({ kind: "nothing" });
    if (lines.length > MOST_LINES) return refused({ kind: "tooMany", most: MOST_LINES });
    const townships = await townshipCodes(tx, countyCode);
    for (const { code } of lines) if (subdivisionLevel(code) === "TOWNSHIP") townships.add(code);
    const problems = problemsIn(lines, countyCode, townships);
    if (problems.length > 0) return refused({ kind: "hasProblems", problems });
    const counts = await saveSubdivisions(tx, countyCode, lines, now);
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "region.saveSubdivisions",
      subjectKind: "region",
      subjectId: countyCode,
      countyCode,
      detail: { ...counts },
    });
    return done(counts);
  });
}

function problemsIn(
  lines: readonly SubdivisionLine[],
  countyCode: string,
  townships: ReadonlySet<string>,
): LineProblem[] {
  const seen = new Map<string, number>();
  return lines.flatMap((entry) => {
    const { line, code } = entry;
    const fault = faultIn(entry, countyCode, townships);
    if (fault !== null) return [{ line, message: SUBDIVISION_FAULTS[fault] }];
    const earlier = seen.get(code);
    if (earlier !== undefined) return [{ line, message: `代码与第 ${earlier} 行重复` }];
    seen.set(code, line);
    return [];
  });
}
