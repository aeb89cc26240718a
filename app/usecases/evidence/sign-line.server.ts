import { saveAcknowledgement } from "~/data/evidence/acknowledgement-store.server";
import { saveConsents } from "~/data/evidence/consent-store.server";
import { storeInk, type InkProblem } from "~/data/evidence/ink-file.server";
import { readSignedLine, type SignedLine } from "~/data/evidence/signed-line.server";
import * as links from "~/data/evidence/signing-link-store.server";
import { saveStoredFile, type ReceivedFile } from "~/data/files/file-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { ConsentPurpose } from "~/domain/evidence/consent";
import { isTokenShaped, linkState, shortDevice } from "~/domain/evidence/signing-link";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { removeStoredFile } from "~/platform/evidence-store.server";
import type { Tx } from "~/platform/prisma/client.server";
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
    await save(tx, link, line, file, given, now);
    return done(null);
  });
}

async function save(
  tx: Tx,
  link: links.LinkRecord,
  line: SignedLine,
  file: ReceivedFile,
  given: Signed,
  now: Date,
): Promise<void> {
  const { lineId, rosterId, lineVersion, countyCode, way } = link;
  // On the tablet the officer stands by; on his own phone the person is alone.
  const recordedBy = way === "screen" ? link.createdBy : null;
  const witness = way === "screen" ? link.createdByName : "";
  const notice = line.notices.find(({ purpose }) => purpose === "service") ?? line.notices[0];
  const actor = { userId: link.createdBy };
  await saveStoredFile(tx, file, { countyCode, purpose: "signature", actor, now });
  await saveAcknowledgement(tx, {
    ...{ rosterId, lineId, lineVersion, countyCode, element: "SIGNATURE", method: way },
    ...{ fileId: file.id, linkId: link.id, noticeId: notice?.id, documentDigest: line.digest },
    ...{ witness, device: shortDevice(given.userAgent), givenAt: now, recordedBy, recordedAt: now },
  });
  const agreed = line.notices.filter(({ purpose }) => given.agreedTo.includes(purpose));
  const { personId } = line;
  await saveConsents(
    tx,
    agreed.map(({ id: noticeId, purpose }) => ({
      ...{ personId, lineId, countyCode, noticeId, purpose, method: way },
      ...{ givenAt: now, witness, recordedBy, recordedAt: now },
    })),
  );
  await leaveTrail(tx, {
    ...{ at: now, actorId: null, actorName: `${line.facts.name}（学员）`, action: "signing.sign" },
    ...{ subjectKind: "rosterLine", subjectId: lineId, countyCode },
    detail: { rosterId, way, agreedTo: agreed.map(({ purpose }) => purpose), witness },
  });
}
