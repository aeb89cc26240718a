import { newCopyMark, type CopyMark } from "~/data/rosters/copy-mark.server";
import {
  makeSigningCopy,
  whyNotForSigning,
  type NotForSigning,
  type SigningCopy,
} from "~/data/rosters/signing-copy.server";
import { readPrintedLines, type PrintedLine } from "~/data/rosters/printed-lines.server";
import { lockWholeRoster, type WholeRoster } from "~/data/rosters/whole-roster.server";
import { leaveTrailInBulk } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { inBulkTransaction } from "~/platform/bulk-sql.server";
import { dayInChina } from "~/platform/clock.server";

/** More lines than this are no form that anybody signs. */
export const MOST_PRINTED = 2_000;

export type PrintRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "purposeMissing" }
  | { readonly kind: "empty" }
  | { readonly kind: "tooMany"; readonly headcount: number };

export type { PrintedLine } from "~/data/rosters/printed-lines.server";

export interface PrintedRoster extends CopyMark {
  readonly roster: WholeRoster;
  readonly lines: readonly PrintedLine[];
  /** Null for a copy that nobody signs: numbers masked, or the roster already sealed. */
  readonly signing: SigningCopy | null;
  readonly notForSigning: NotForSigning | null;
}

/**
 * The roster for paper; that it was printed, and what for, goes into the trail. Who may not see a
 * number in full on the screen does not get it by way of paper.
 */
export async function printRoster(
  actor: Actor,
  asked: { readonly rosterId: string; readonly purpose: string },
  now: Date,
): Promise<Outcome<PrintedRoster, PrintRefusal>> {
  const purpose = withNumbersMasked(asked.purpose.trim());
  const mark = newCopyMark(now);
  const today = dayInChina(now);
  return inBulkTransaction(actor, async (client) => {
    const roster = await lockWholeRoster(client, asked.rosterId);
    if (roster === null) return refused({ kind: "notFound" });
    const { headcount, countyCode } = roster;
    if (!may(actor, "roster.print", countyCode, today)) return refused({ kind: "forbidden" });
    if (purpose === "") return refused({ kind: "purposeMissing" });
    if (headcount === 0) return refused({ kind: "empty" });
    if (headcount > MOST_PRINTED) return refused({ kind: "tooMany", headcount });
    const isFull = may(actor, "people.revealNumber", countyCode, today);
    const lines = await readPrintedLines(client, roster.id, isFull);
    const notForSigning = await whyNotForSigning(client, roster.id, isFull);
    const print = { rosterId: roster.id, lines, copyNo: mark.copyNo, actor, printedAt: now };
    const signing = notForSigning === null ? await makeSigningCopy(client, print) : null;
    await leaveTrailInBulk(client, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "roster.print",
      subjectKind: "roster",
      subjectId: roster.id,
      countyCode,
      detail: {
        headcount: lines.length,
        numbers: isFull ? "full" : "masked",
        purpose,
        copyNo: mark.copyNo,
      },
    });
    return done({ roster, lines, signing, notForSigning, ...mark });
  });
}
