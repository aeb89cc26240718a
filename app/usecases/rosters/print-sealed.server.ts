import { newCopyMark, type CopyMark } from "~/data/rosters/copy-mark.server";
import { findRoster, leaveRosterTrail } from "~/data/rosters/roster-store.server";
import { readSealedForm, type SealedPrint } from "~/data/rosters/sealed-print.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { readEnv } from "~/platform/env.server";
import { qrPicture, type QrPicture } from "~/platform/image/qr-picture.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type PrintSealedRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "purposeMissing" }
  | { readonly kind: "notSealed" };

export interface PrintedSeal extends CopyMark, SealedPrint {
  /** Where anybody can check the form. */
  readonly verifyAt: string;
  readonly qr: QrPicture;
}

/**
 * The sealed roster on paper with its digest. Who may not see a number in full on the screen does not
 * get it by way of paper. `origin` is the address the visitor used, when none is configured.
 */
export function printSealed(
  actor: Actor,
  asked: { readonly rosterId: string; readonly purpose: string; readonly origin: string },
  now: Date,
): Promise<Outcome<PrintedSeal, PrintSealedRefusal>> {
  const purpose = withNumbersMasked(asked.purpose.trim());
  const mark = newCopyMark(now);
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const roster = await findRoster(tx, asked.rosterId);
    if (roster === null) return refused({ kind: "notFound" });
    const { countyCode } = roster;
    if (!may(actor, "roster.print", countyCode, today)) return refused({ kind: "forbidden" });
    if (purpose === "") return refused({ kind: "purposeMissing" });
    const isFull = may(actor, "people.revealNumber", countyCode, today);
    const form = await readSealedForm(tx, roster, isFull);
    if (form === null) return refused({ kind: "notSealed" });
    const verifyAt = new URL("/verify", readEnv().PUBLIC_URL ?? asked.origin).href;
    const { code, digest } = form.seal;
    const scanned = `${verifyAt}?${new URLSearchParams({ code, digest }).toString()}`;
    await leaveRosterTrail(tx, actor, roster, "roster.printSealed", now, {
      headcount: form.lines.length,
      numbers: isFull ? "full" : "masked",
      purpose,
      copyNo: mark.copyNo,
    });
    return done({ ...form, ...mark, verifyAt, qr: qrPicture(scanned, "M") });
  });
}
