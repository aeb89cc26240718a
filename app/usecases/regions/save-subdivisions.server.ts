import {
  saveSubdivisions,
  townshipCodes,
  type SavedCounts,
} from "~/data/regions/region-store.server";
import {
  readSubdivisionFile,
  type SubdivisionFile,
  type UnreadableList,
} from "~/data/regions/subdivision-file.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { problemsIn, readSubdivisionLines, type LineProblem } from "~/domain/regions/subdivision";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** Lines of code and name, as text or as a received file. */
export type SubdivisionList = { readonly text: string } | { readonly file: SubdivisionFile };

export type SaveSubdivisionsRefusal =
  | UnreadableList
  | { readonly kind: "forbidden" }
  | { readonly kind: "nothing" }
  | { readonly kind: "tooMany"; readonly most: number }
  | { readonly kind: "hasProblems"; readonly problems: readonly LineProblem[] };

/** No county has that many villages. */
const MOST_LINES = 5_000;

/** Adds or renames townships and villages of a county: all the lines, or none when any is wrong. */
export async function saveCountySubdivisions(
  actor: Actor,
  countyCode: string,
  list: SubdivisionList,
  now: Date,
): Promise<Outcome<SavedCounts, SaveSubdivisionsRefusal>> {
  // Before a file is opened for somebody who may not send one.
  if (!may(actor, "region.write", countyCode, dayInChina(now))) {
    return refused({ kind: "forbidden" });
  }
  const read = await linesOf(list);
  if (!read.ok) return read;
  const lines = read.value;
  if (lines.length === 0) return refused({ kind: "nothing" });
  if (lines.length > MOST_LINES) return refused({ kind: "tooMany", most: MOST_LINES });
  return inTransaction(actor, async (tx) => {
    const problems = problemsIn(lines, countyCode, await townshipCodes(tx, countyCode));
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

/** What was typed and pasted is there at once; a file has to be opened, and may be unreadable. */
async function linesOf(list: SubdivisionList) {
  return "text" in list ? done(readSubdivisionLines(list.text)) : readSubdivisionFile(list.file);
}
