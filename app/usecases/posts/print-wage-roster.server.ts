import {
  lockWageRoster,
  readWagePrintLines,
  type WagePrintLine,
  type WageRosterHead,
} from "~/data/posts/wage-print-lines.server";
import { newCopyMark, type CopyMark } from "~/data/rosters/copy-mark.server";
import {
  makeSigningCopy,
  whyNotForSigning,
  type NotForSigning,
  type SigningCopy,
} from "~/data/rosters/signing-copy.server";
import { leaveTrailInBulk } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { inBulkTransaction } from "~/platform/bulk-sql.server";
import { dayInChina } from "~/platform/clock.server";

export type PrintWagesRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "purposeMissing" }
  /** Not approved, or gone back: nobody stands on it. */
  | { readonly kind: "empty" };

export type { WagePrintLine } from "~/data/posts/wage-print-lines.server";

export interface PrintedWages extends CopyMark {
  readonly sheet: WageRosterHead;
  readonly lines: readonly WagePrintLine[];
  /** Null for a copy that nobody signs: numbers masked, or the month already locked. */
  readonly signing: SigningCopy | null;
  readonly notForSigning: NotForSigning | null;
}

/** The sheet that is signed for a month's wages, as printRoster makes the one of a class; leaves a trail. */
export function printWageRoster(
  actor: Actor,
  asked: { readonly rosterId: string; readonly purpose: string },
  now: Date,
): Promise<Outcome<PrintedWages, PrintWagesRefusal>> {
  const purpose = withNumbersMasked(asked.purpose.trim());
  const mark = newCopyMark(now);
  const today = dayInChina(now);
  return inBulkTransaction(actor, async (client) => {
    const sheet = await lockWageRoster(client, asked.rosterId);
    if (sheet === null) return refused({ kind: "notFound" });
    const { id, countyCode } = sheet;
    if (!may(actor, "roster.print", countyCode, today)) return refused({ kind: "forbidden" });
    if (purpose === "") return refused({ kind: "purposeMissing" });
    if (sheet.headcount === 0) return refused({ kind: "empty" });
    const isFull = may(actor, "people.revealNumber", countyCode, today);
    const lines = await readWagePrintLines(client, id, isFull);
    const notForSigning = await whyNotForSigning(client, id, isFull);
    const print = { rosterId: id, lines, copyNo: mark.copyNo, actor, printedAt: now };
    const signing = notForSigning === null ? await makeSigningCopy(client, print) : null;
    await leaveTrailInBulk(client, {
      ...{ at: now, actorId: actor.userId, actorName: actor.name, action: "roster.print" },
      ...{ subjectKind: "roster", subjectId: id, countyCode },
      detail: {
        ...{ headcount: lines.length, numbers: isFull ? "full" : "masked", purpose },
        copyNo: mark.copyNo,
      },
    });
    return done({ sheet, lines, signing, notForSigning, ...mark });
  });
}
