import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { AcknowledgementMethod, InkElement } from "~/domain/evidence/line-proofs";
import { storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildRoster, type BuiltRoster, type RosterToBuild } from "#test/builders/roster";

/** A class with everything the gate asks for; whoever is not named is `createdBy`. */
export interface ClassToSeal extends Partial<Omit<RosterToBuild, "countyCode" | "createdBy">> {
  readonly countyCode: string;
  /** Entered, submitted, recorded and completed it. */
  readonly createdBy: string;
  /** Signed the two supervision records. */
  readonly supervisors?: readonly [string, string];
  readonly signatureMethod?: AcknowledgementMethod;
}

export interface ReadyClass extends BuiltRoster {
  readonly sessionIds: readonly string[];
  readonly mediaIds: readonly string[];
  /** A signature and a fingerprint of every line, in the order of the lines. */
  readonly proofIds: readonly string[];
  readonly supervisionIds: readonly string[];
}

/** One white point: the smallest picture there is. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==",
  "base64",
);
const AT = new Date("2020-06-15T09:00:00Z");
const SESSIONS = ["2020-06-01", "2020-06-02"];

/**
 * Accepted roster, approved filing, two sessions with attendance and a picture each, both
 * supervisions, results, both verifications, signature and fingerprint of every line: ready to seal.
 */
export async function aClassReadyToSeal(one: ClassToSeal): Promise<ReadyClass> {
  const scope = { userId: one.createdBy, counties: [one.countyCode] };
  const people = one.trainees ?? someTrainees(one.countyCode, 2);
  return inTransaction(scope, async (tx) => {
    const built = await buildRoster(tx, { state: "accepted", ...one, trainees: people });
    await fileAndComplete(tx, one, built.classId);
    const sessionIds = await sessionsOf(tx, one, built);
    const mediaIds = await mediaOf(tx, one, built.classId, sessionIds);
    const supervisionIds = await supervisionsOf(tx, one, built.classId);
    await resultsOf(tx, one, built);
    await verificationsOf(tx, one, built);
    const proofIds = await proofsOf(tx, one, built);
    return { ...built, sessionIds, mediaIds, proofIds, supervisionIds };
  });
}

let serial = 0;

export function someTrainees(countyCode: string, count: number) {
  return Array.from({ length: count }, () => {
    serial += 1;
    const idCardNumber = idNumberOf(countyCode, "1988-03-04", serial);
    return { name: `普开${"翠美芬兰香"[serial % 5] ?? "花"}`, idCardNumber, phone: "13800001111" };
  });
}

/** A picture in the store with its row; every one differs by a byte behind its end. */
export async function aStoredPicture(
  tx: Tx,
  one: Pick<ClassToSeal, "countyCode" | "createdBy">,
  purpose: string,
) {
  const id = newId();
  const bytes = Buffer.concat([PICTURE, Buffer.from(id)]);
  await storeFile(id, Readable.from([bytes]), 1e6);
  const sha256 = new Uint8Array(createHash("sha256").update(bytes).digest());
  await tx.storedFile.create({
    data: {
      ...{ id, purpose, sha256, countyCode: one.countyCode, uploadedBy: one.createdBy },
      ...{ originalName: "图.png", size: BigInt(bytes.length), uploadedAt: AT },
    },
  });
  return { id, sha256, size: BigInt(bytes.length) };
}

async function fileAndComplete(tx: Tx, one: ClassToSeal, classId: string): Promise<void> {
  await tx.trainingClass.update({
    where: { id: classId },
    data: {
      ...{ filingState: "approved", filedBy: one.createdBy, filedAt: AT, filingReviewedAt: AT },
      ...{ filingReviewedBy: newId(), plannedHeadcount: 2, fundSource: "沪滇劳务协作资金" },
      ...{ responsibleOfficer: "普正", completedBy: one.createdBy, completedAt: AT },
      completedOn: new Date("2020-06-15"),
    },
  });
}

async function sessionsOf(tx: Tx, one: ClassToSeal, built: BuiltRoster): Promise<string[]> {
  const { countyCode, createdBy } = one;
  const ids: string[] = [];
  for (const heldOn of SESSIONS) {
    const id = newId();
    await tx.classSession.create({
      data: {
        ...{ id, classId: built.classId, countyCode, heldOn: new Date(heldOn), createdBy },
        ...{ startsAt: 540, endsAt: 690, classHours: "3", place: "共和镇", teacher: "李老师" },
        createdAt: AT,
      },
    });
    await tx.attendance.createMany({
      data: built.lineIds.map((lineId) => ({
        ...{ sessionId: id, lineId, countyCode, state: "PRESENT" },
        ...{ recordedBy: createdBy, recordedAt: AT },
      })),
    });
    ids.push(id);
  }
  return ids;
}

async function mediaOf(
  tx: Tx,
  one: ClassToSeal,
  classId: string,
  sessionIds: readonly string[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const sessionId of sessionIds) {
    const { id: fileId, sha256, size } = await aStoredPicture(tx, one, "media");
    const id = newId();
    await tx.mediaItem.create({
      data: {
        ...{ id, classId, sessionId, countyCode: one.countyCode, fileId, sha256, size },
        ...{ kind: "photo", mimeType: "image/png", state: "ready" },
        ...{ uploadedBy: one.createdBy, uploadedAt: AT },
      },
    });
    ids.push(id);
  }
  return ids;
}

async function supervisionsOf(tx: Tx, one: ClassToSeal, classId: string): Promise<string[]> {
  const parties = ["hrssBureau", "secondedOfficial"];
  const ids: string[] = [];
  for (const [index, party] of parties.entries()) {
    const ink = await aStoredPicture(tx, one, "supervision");
    const id = newId();
    await tx.supervisionRecord.create({
      data: {
        ...{ id, classId, countyCode: one.countyCode, party, way: "onSite" },
        ...{ heldOn: new Date("2020-06-02"), observations: "到课正常", headcountSeen: 2 },
        ...{ signedBy: one.supervisors?.[index] ?? newId(), signerName: "监督人" },
        ...{ signerOffice: "州人社局", signedAt: AT, inkFileId: ink.id },
      },
    });
    ids.push(id);
  }
  return ids;
}

async function resultsOf(tx: Tx, one: ClassToSeal, built: BuiltRoster): Promise<void> {
  await tx.completionResult.createMany({
    data: built.lineIds.map((lineId, index) => ({
      ...{ lineId, rosterId: built.id, countyCode: one.countyCode, result: "PASSED" },
      ...{ certificateKind: "结业证书", certificateNo: `${built.id.slice(-6)}-${index + 1}` },
      ...{ issuedOn: new Date("2020-06-15"), recordedBy: one.createdBy, recordedAt: AT },
    })),
  });
}

async function verificationsOf(tx: Tx, one: ClassToSeal, built: BuiltRoster): Promise<void> {
  const lines = await tx.rosterLine.findMany({ where: { rosterId: built.id } });
  const events = [
    { event: "opening", eventOn: "2020-06-01", verifiedOn: "2020-05-20" },
    { event: "completion", eventOn: "2020-06-15", verifiedOn: "2020-06-12" },
  ];
  await tx.verification.createMany({
    data: events.flatMap(({ event, eventOn, verifiedOn }) =>
      lines.map(({ id, personId }) => ({
        ...{ id: newId(), lineId: id, rosterId: built.id, personId, countyCode: one.countyCode },
        ...{ event, eventOn: new Date(eventOn), source: "snapshot", category: "LIFTED" },
        ...{ verifiedOn: new Date(verifiedOn), recordedBy: one.createdBy, recordedAt: AT },
      })),
    ),
  });
}

async function proofsOf(tx: Tx, one: ClassToSeal, built: BuiltRoster): Promise<string[]> {
  const elements: readonly InkElement[] = ["SIGNATURE", "FINGERPRINT"];
  const ids: string[] = [];
  for (const lineId of built.lineIds) {
    for (const element of elements) {
      const picture = await aStoredPicture(tx, one, "acknowledgement");
      const method = element === "SIGNATURE" ? (one.signatureMethod ?? "paper") : "paper";
      const id = newId();
      await tx.acknowledgement.create({
        data: {
          ...{ id, rosterId: built.id, lineId, lineVersion: 1, countyCode: one.countyCode },
          ...{ element, method, fileId: picture.id, givenAt: AT },
          ...{ recordedBy: one.createdBy, recordedAt: AT },
        },
      });
      ids.push(id);
    }
  }
  return ids;
}
