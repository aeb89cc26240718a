import { newId } from "~/platform/id.server";
import { idCardIndex, phoneIndex } from "~/platform/crypto/blind-index.server";
import { sealText } from "~/platform/crypto/field-cipher.server";
import { pinyinInitials } from "~/platform/pinyin.server";
import { platform } from "~/platform/platform.server";
import type { Tx } from "~/platform/prisma/client.server";
import { birthOn, idCardNumber, sexOf } from "~/domain/shared/id-card-number";
import type { PovertyStatus } from "~/domain/people/poverty-status";
import type { Finding } from "~/domain/rosters/finding";
import type { RosterState } from "~/domain/rosters/roster";

export interface TraineeToBuild {
  readonly name: string;
  readonly idCardNumber: string;
  readonly phone?: string;
  readonly verifiedCategory?: PovertyStatus | null;
  readonly findings?: readonly Finding[];
}

export interface RosterToBuild {
  readonly countyCode: string;
  readonly createdBy: string;
  readonly trainees: readonly TraineeToBuild[];
  readonly state?: RosterState;
  readonly submittedBy?: string | null;
  readonly name?: string;
  readonly term?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly at?: Date;
}

export interface BuiltRoster {
  readonly id: string;
  readonly classId: string;
  readonly lineIds: readonly string[];
}

const SNAPSHOT_ON = "2020-05-20";

/** A class with its roster and people, as an import leaves them. The scope must hold the county. */
export async function buildRoster(tx: Tx, roster: RosterToBuild): Promise<BuiltRoster> {
  const { countyCode, createdBy, state = "draft" } = roster;
  const at = roster.at ?? new Date("2020-06-01T02:00:00Z");
  const id = newId();
  const classId = await buildClass(tx, roster);
  const isUnderWay = state === "submitted" || state === "accepted";
  const submittedBy = roster.submittedBy ?? (isUnderWay ? createdBy : null);
  await tx.roster.create({
    data: {
      ...{ id, countyCode, classId, state: "draft", submittedBy, createdBy },
      ...{ createdAt: at, updatedAt: at },
    },
  });
  const lines = await Promise.all(
    roster.trainees.map((trainee, index) => lineOf(tx, roster, id, trainee, index + 1, at)),
  );
  await tx.rosterLine.createMany({ data: lines });
  // Nothing can be put into a sealed roster, so it becomes one only now.
  await tx.roster.update({ where: { id }, data: { state } });
  return { id, classId, lineIds: lines.map((line) => line.id) };
}

export async function buildClass(
  tx: Tx,
  one: Pick<RosterToBuild, "countyCode" | "createdBy" | "name" | "term" | "startsOn" | "endsOn">,
): Promise<string> {
  const id = newId();
  await tx.trainingClass.create({
    data: {
      id,
      countyCode: one.countyCode,
      name: one.name ?? "家政服务员",
      term: one.term ?? `第${id.slice(-6)}期`,
      trade: "家政服务员",
      place: "共和镇",
      providerName: "职业技术学校",
      startsOn: new Date(one.startsOn ?? "2020-06-01"),
      endsOn: new Date(one.endsOn ?? "2020-06-15"),
      createdBy: one.createdBy,
      createdAt: new Date("2020-05-25T02:00:00Z"),
    },
  });
  return id;
}

async function lineOf(
  tx: Tx,
  roster: RosterToBuild,
  rosterId: string,
  trainee: TraineeToBuild,
  lineNo: number,
  at: Date,
) {
  const { keyRing } = platform();
  const number = idCardNumber(trainee.idCardNumber);
  const idIndex = new Uint8Array(idCardIndex(keyRing, number));
  const hex = Buffer.from(idIndex).toString("hex");
  const phone = trainee.phone ?? "13800000000";
  const category = trainee.verifiedCategory === undefined ? "LIFTED" : trainee.verifiedCategory;
  const shared = {
    countyCode: roster.countyCode,
    name: trainee.name,
    pinyinInitials: pinyinInitials(trainee.name),
    sex: sexOf(number),
    ethnicity: "彝族",
    idIndex,
    idSealed: new Uint8Array(sealText(keyRing, number, `idNumber:${hex}`)),
    phoneIndex: new Uint8Array(phoneIndex(keyRing, phone)),
    phoneSealed: new Uint8Array(sealText(keyRing, phone, `phone:${hex}`)),
    address: "共和镇新村村委会5组",
    createdAt: at,
  };
  const person = await tx.person.upsert({
    where: { idIndex },
    update: {},
    create: { ...shared, id: newId(), bornOn: new Date(birthOn(number)), updatedAt: at },
  });
  return {
    ...shared,
    id: newId(),
    rosterId,
    personId: person.id,
    lineNo,
    declaredRegistered: true,
    declaredStatus: "LIFTED",
    trade: "家政服务员",
    note: "",
    findings: (trainee.findings ?? []).map((finding) => ({ ...finding })),
    verifiedSnapshotId: null,
    verifiedCategory: category,
    verifiedOn: category === null ? null : new Date(SNAPSHOT_ON),
    importId: newId(),
    sheetRow: lineNo + 3,
    createdBy: roster.createdBy,
  };
}
