import { createHash } from "node:crypto";
import { findNoticeInForce, type NoticeRecord } from "~/data/evidence/notice-store.server";
import type { LinkRecord } from "~/data/evidence/signing-link-store.server";
import { readWageFacts } from "~/data/posts/wage-facts.server";
import { maskedNumbers, type SealedNumbers } from "~/data/rosters/masked-line.server";
import { findParameter } from "~/data/rules/parameter-store.server";
import type { ConsentPurpose } from "~/domain/evidence/consent";
import { signedDocument, type SignedFacts, type ToldText } from "~/domain/evidence/signed-document";
import { RECEIPT_NOTICE } from "~/domain/posts/wage-receipt";
import { SEX_LABELS } from "~/domain/shared/sex";
import { className } from "~/domain/training/training-class";
import type { Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";

/** What a person is shown of his line before he signs: nothing of anybody else, numbers masked. */
export interface SignedLine {
  readonly personId: string;
  readonly facts: SignedFacts;
  /** What he is told first. */
  readonly told: readonly ToldText[];
  /** Those of it that also ask him for a consent, one a purpose; of wages none does. */
  readonly notices: readonly NoticeRecord[];
  /** SHA-256 of the exact text. */
  readonly digest: Buffer;
}

interface LineBehind extends SealedNumbers {
  readonly personId: string;
  readonly name: string;
  readonly sex: string;
  readonly countyCode: string;
  readonly roster: {
    readonly trainingClass: {
      readonly name: string;
      readonly term: string;
      readonly startsOn: Date;
      readonly endsOn: Date;
    } | null;
  };
}

/** The line behind a link; null when it was taken off the roster or no notice is in force. */
export async function readSignedLine(
  tx: Tx,
  link: LinkRecord,
  on: string,
): Promise<SignedLine | null> {
  const line = await tx.rosterLine.findFirst({
    where: { id: link.lineId, removedAt: null },
    select: {
      ...{ personId: true, name: true, sex: true, countyCode: true },
      ...{ idIndex: true, idSealed: true, phoneSealed: true },
      roster: {
        select: {
          trainingClass: { select: { name: true, term: true, startsOn: true, endsOn: true } },
        },
      },
    },
  });
  if (line === null) return null;
  const facts = trainingFacts(line) ?? (await readWageFacts(tx, link.lineId));
  if (facts === null) return null;
  const isWage = facts.kind === "WAGES";
  const notices = isWage ? [] : await noticesFor(tx, line.countyCode, on);
  const told = isWage ? [RECEIPT_NOTICE] : notices;
  if (told.length === 0) return null;
  const digest = createHash("sha256").update(signedDocument(facts, told)).digest();
  return { personId: line.personId, facts, told, notices, digest };
}

function trainingFacts(line: LineBehind): SignedFacts | null {
  const { trainingClass } = line.roster;
  if (trainingClass === null) return null;
  const { idCardNumber, phone } = maskedNumbers(line);
  return {
    kind: "TRAINING",
    name: line.name,
    sex: line.sex === "MALE" || line.sex === "FEMALE" ? SEX_LABELS[line.sex] : "",
    idMasked: idCardNumber,
    phoneMasked: phone,
    className: className(trainingClass),
    startsOn: trainingClass.startsOn.toISOString().slice(0, 10),
    endsOn: trainingClass.endsOn.toISOString().slice(0, 10),
    countyName: regionName(line.countyCode) ?? line.countyCode,
  };
}

/** The print's own consent is asked for only where a close-up may be taken at all. */
async function noticesFor(tx: Tx, countyCode: string, on: string): Promise<NoticeRecord[]> {
  const closeUp = await findParameter(tx, "fingerprint.closeUp", countyCode, on);
  const purposes: readonly ConsentPurpose[] =
    closeUp?.value === 1
      ? ["service", "employerReferral", "fingerprintImage"]
      : ["service", "employerReferral"];
  const found: NoticeRecord[] = [];
  for (const purpose of purposes) {
    const notice = await findNoticeInForce(tx, purpose, countyCode, on);
    if (notice !== null) found.push(notice);
  }
  return found;
}
