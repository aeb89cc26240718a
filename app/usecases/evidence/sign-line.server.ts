import { storeInk, type InkProblem } from "~/data/evidence/ink-file.server";
import { saveSignature } from "~/data/evidence/signature-store.server";
import { readSignedLine } from "~/data/evidence/signed-line.server";
import * as links from "~/data/evidence/signing-link-store.server";
import type { ReceivedFile } from "~/data/files/file-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { ConsentPurpose } from "~/domain/evidence/consent";
import { signerName } from "~/domain/evidence/signed-document";
import { isTokenShaped, linkState } from "~/domain/evidence/signing-link";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { removeStoredFile } from "~/platform/evidence-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** `gone` for every reason a link may have ended, alike. */
export type SignRefusal =
  InkProblem | { readonly kind: "gone" | "notInformed" | "changedMeanwhile" };

export interface Signed {
  /** Strokes of the pad as the form sent them; empty when a photograph was sent. */
  readonly ink: string;
  readonly photo: ReceivedFile | null;
  readonly isInformed: boolean;
  readonly agreedTo: readonly ConsentPurpose[];
  /** Digest, in hexadecimal, of the text that the form stood under. */
  readonly shown: string;
  readonly userAgent: string;
}

/** Signs the one line of the link, once: signature, consents and the used link in one transaction. */
export async function signLine(
  token: string,
  given: Signed,
  now: Date,
): Promise<Outcome<null, SignRefusal>> {
  const stored = await storeInk(given.ink, given.photo);
  if (!stored.ok) return stored;
  const outcome = await signWith(stored.value, token, given, now);
  if (!outcome.ok) await removeStoredFile(stored.value.id);
  return outcome;
}

async function signWith(file: ReceivedFile, token: string, given: Signed, now: Date) {
  const shaped = isTokenShaped(token) ? token : "";
  const link = await inTransaction(links.scopeOfLink(null), (tx) =>
    links.findLinkByToken(tx, shaped),
  );
  if (link === null) return refused({ kind: "gone" });
  return inTransaction(links.scopeOfLink(link), async (tx): Promise<Outcome<null, SignRefusal>> => {
    const behind = await links.lockLineBehind(tx, link.lineId);
    if (linkState(link, behind, now) !== "open") return refused({ kind: "gone" });
    const line = await readSignedLine(tx, link, dayInChina(now));
    if (line === null) return refused({ kind: "gone" });
    if (!given.isInformed) return refused({ kind: "notInformed" });
    if (line.digest.toString("hex") !== given.shown) return refused({ kind: "changedMeanwhile" });
    // From here only one goes on, however many were sent at once.
    if (!(await links.useLink(tx, link.id, now))) return refused({ kind: "gone" });
    const agreed = await saveSignature(tx, { link, line, file, now, ...given });
    await leaveTrail(tx, {
      ...{ at: now, actorId: null, actorName: signerName(line.facts) },
      ...{ action: "signing.sign", subjectKind: "rosterLine", subjectId: link.lineId },
      countyCode: link.countyCode,
      detail: { rosterId: link.rosterId, way: link.way, agreedTo: agreed },
    });
    return done(null);
  });
}
