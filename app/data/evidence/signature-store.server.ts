import { saveAcknowledgement } from "~/data/evidence/acknowledgement-store.server";
import { saveConsents } from "~/data/evidence/consent-store.server";
import type { SignedLine } from "~/data/evidence/signed-line.server";
import type { LinkRecord } from "~/data/evidence/signing-link-store.server";
import { saveStoredFile, type ReceivedFile } from "~/data/files/file-store.server";
import type { ConsentPurpose } from "~/domain/evidence/consent";
import { shortDevice } from "~/domain/evidence/signing-link";
import type { Tx } from "~/platform/prisma/client.server";

export interface NewSignature {
  readonly link: LinkRecord;
  readonly line: SignedLine;
  /** The picture of the ink, in the evidence store already. */
  readonly file: ReceivedFile;
  readonly agreedTo: readonly ConsentPurpose[];
  readonly userAgent: string;
  readonly now: Date;
}

/** Saves a signature given by a link, and each consent given with it; answers what was agreed to. */
export async function saveSignature(
  tx: Tx,
  { link, line, file, agreedTo, userAgent, now }: NewSignature,
): Promise<readonly ConsentPurpose[]> {
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
    ...{ witness, device: shortDevice(userAgent), givenAt: now, recordedBy, recordedAt: now },
  });
  const agreed = line.notices.filter(({ purpose }) => agreedTo.includes(purpose));
  const { personId } = line;
  await saveConsents(
    tx,
    agreed.map(({ id: noticeId, purpose }) => ({
      ...{ personId, lineId, countyCode, noticeId, purpose, method: way },
      ...{ givenAt: now, witness, recordedBy, recordedAt: now },
    })),
  );
  return agreed.map(({ purpose }) => purpose);
}
