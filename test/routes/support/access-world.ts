import type { Actor } from "~/domain/access/actor";
import { saveAmendment } from "~/data/evidence/amendment-store.server";
import type { Role } from "~/domain/access/role";
import { ROLES } from "~/domain/access/role";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { asIdentity, inTransaction } from "~/platform/prisma/transaction.server";
import { uploadRegistry } from "~/usecases/registry/upload-registry.server";
import { buildOrganisation, buildUser } from "#test/builders/access";
import { anActor } from "#test/builders/actor";
import { aDocument, aProvider, draftPlan } from "#test/builders/filing";
import { idNumberOf } from "#test/builders/id-card-number";
import { uploadPhoto } from "#test/builders/media";
import { asCsv, exportRow } from "#test/builders/registry-export";
import { buildClass, buildRoster } from "#test/builders/roster";
import { buildUncutPage } from "#test/builders/scans";
import { addSessions } from "#test/builders/sessions";
import { signOnPhone } from "#test/builders/signing";
import type { TestPlatform } from "#test/support/test-platform";
import { employersOf } from "./access-world-employers";
import { followUpsOf } from "./access-world-follow-ups";
import { cooperationOf } from "./access-world-cooperation";
import { checksOf } from "./checked-class";
import { proofOfWork } from "./access-world-placements";
import { packOf } from "./access-world-packs";
import { postsOf, type PostObjects } from "./access-world-posts";
import { claimFlowOf, type ClaimFlowObjects } from "./access-world-claim-flow";
import { potsOf, type PotObjects } from "./access-world-pots";
import { reconciliationOf } from "./access-world-reconciliation";
import { documentAndTableOf } from "./access-world-documents";
import { targetOf } from "./access-world-targets";
import { wagesOf, type WageObjects } from "./access-world-wages";
import { AT, received, twoEditions, value, workOff } from "./two-editions";
import { aVisitor, type Visitor } from "./visit";

/** Three counties alike in everything but their code and the names of their people and classes. */
export const PLACES = {
  own: { county: "532323", name: "欧阳木犀", second: "欧阳山茶", className: "木犀初级" },
  /** Of the same prefecture. */
  sister: { county: "532324", name: "司徒丹桂", second: "司徒杜鹃", className: "丹桂初级" },
  /** Of another prefecture. */
  foreign: { county: "530381", name: "诸葛海棠", second: "诸葛玉兰", className: "海棠初级" },
} as const;
export type Place = keyof typeof PLACES;
export const PLACE_NAMES = Object.keys(PLACES) as readonly Place[];

const DISTRICT = "310104";
const PREFECTURE = "532300";

/** What one county has, by id; `marks` are the texts by which its people are known on any page. */
export interface CountyObjects extends PostObjects, PotObjects, ClaimFlowObjects, WageObjects {
  readonly county: string;
  readonly rosterId: string;
  readonly lineId: string;
  /** A page of that roster, scanned. */
  readonly scanPageId: string;
  /** A signature of that line. */
  readonly proofId: string;
  readonly personId: string;
  readonly classId: string;
  readonly emptyClassId: string;
  /** Of the class that has a roster. */
  readonly planId: string;
  readonly providerId: string;
  readonly documentId: string;
  readonly sessionId: string;
  /** The same picture in every county: whoever sees one of them learns of no other. */
  readonly mediaId: string;
  readonly supervisionId: string;
  readonly batchId: string;
  readonly importId: string;
  readonly snapshotId: string;
  /** The same in every county, as employers are everybody's. */
  readonly employerId: string;
  /** Of that employer. */
  readonly vacancyId: string;
  readonly labourBatchId: string;
  /** A placement due for a follow-up, at whose last one help was asked for. */
  readonly followedId: string;
  /** A proof of that placement. */
  readonly evidenceId: string;
  readonly fairId: string;
  readonly workFileId: string;
  readonly workshopId: string;
  readonly studentId: string;
  readonly organisationId: string;
  readonly userId: string;
  readonly idCardNumber: string;
  /** A rule pack of the county that waits to be signed off. */
  readonly packId: string;
  /** A target of the county itself. */
  readonly targetId: string;
  readonly policyDocumentId: string;
  readonly allocationTableId: string;
  /** Between the county and the district, whoever it is paired with. */
  readonly reconciliationId: string;
  readonly marks: readonly string[];
}

export interface World {
  readonly visitors: Readonly<Record<Role, Visitor>>;
  readonly objects: Readonly<Record<Place, CountyObjects>>;
}

export async function buildWorld(platform: TestPlatform): Promise<World> {
  await platform.owner.query(
    `INSERT INTO pairing (id, district_code, county_code, from_on, source)
     VALUES (gen_random_uuid(), $1, $2, '2020-01-01', 'test')`,
    [DISTRICT, PLACES.own.county],
  );
  const objects = {
    own: await objectsOf("own", platform),
    sister: await objectsOf("sister", platform),
    foreign: await objectsOf("foreign", platform),
  };
  const visitors = Object.fromEntries(
    await Promise.all(
      ROLES.map(async (role) => [role, await aVisitor(role, seatOf(role))] as const),
    ),
  ) as Record<Role, Visitor>;
  return { visitors, objects };
}

function seatOf(role: Role): string {
  if (role === "prefectureSupervisor") return PREFECTURE;
  return role === "districtOfficer" ? DISTRICT : PLACES.own.county;
}

/** Whether the role's people see people of the place at all, whatever they may do there. */
export function sees(role: Role, place: Place): boolean {
  if (role === "systemAdministrator") return false;
  return place === "own" || (place === "sister" && role === "prefectureSupervisor");
}

async function objectsOf(place: Place, platform: TestPlatform): Promise<CountyObjects> {
  const { county, name, second, className } = PLACES[place];
  const officer = await anOfficer(county);
  const idCardNumber = idNumberOf(county, "1990-01-01", 7);
  const secondNumber = idNumberOf(county, "1991-01-01", 8);
  const standard = { countyCode: county, createdBy: officer.userId, name: className };
  const trainees = [{ name, idCardNumber, phone: "13911110000" }];
  const [built, emptyClassId] = await inTransaction(officer, async (tx) => [
    await buildRoster(tx, { ...standard, trainees, term: "第1期" }),
    await buildClass(tx, { ...standard, term: "第2期" }),
  ]);
  const sessions = [{ heldOn: "2020-06-02" }];
  const [sessionId = ""] = await addSessions(officer, built.classId, sessions, AT);
  const planId = await draftPlan(officer, county, AT);
  const providerId = await aProvider(officer, county, AT);
  const documentId = await aDocument(officer, built.classId, AT);
  const mediaId = await uploadPhoto(officer, sessionId, { seed: 77 }, AT);
  await anAmendment(officer, built.id, county);
  const cells = { sex: "男", ethnicity: "彝族", phone: "13911110001", address: "城关镇" };
  const importId = await twoEditions(officer, emptyClassId, [
    { ...cells, sequence: "1", name, idCardNumber },
    { ...cells, sequence: "2", name: second, idCardNumber: secondNumber },
  ]);
  const entry = exportRow({ name: second, householdHead: second, idCardNumber: secondNumber });
  const file = await received(Buffer.from(asCsv([entry])), "导出.csv");
  const snapshot = { regionCode: county, exportedOn: null, file };
  const snapshotId = value(await uploadRegistry(officer, snapshot, AT));
  await workOff();
  const { rows } = await platform.owner.query<{ id: string }>(
    "SELECT id FROM person WHERE name = $1",
    [name],
  );
  const lineId = built.lineIds[0] ?? "";
  const papers = await documentAndTableOf(county);
  const masked = [idCardNumber, secondNumber].map(maskIdCardNumber);
  const pots = await potsOf(county, papers.allocationTableId, platform);
  return {
    ...{ county, importId, snapshotId, emptyClassId, sessionId, mediaId, idCardNumber },
    ...{ planId, providerId, documentId },
    rosterId: built.id,
    lineId,
    scanPageId: await buildUncutPage(officer, built.id, AT),
    proofId: await signatureOf(officer, { rosterId: built.id, lineId }, platform),
    classId: built.classId,
    personId: rows[0]?.id ?? "",
    ...(await workOf(officer, county, rows[0]?.id ?? "", platform)),
    ...(await checksOf(officer, county, built.classId)),
    ...(await accountsOf(county)),
    ...(await targetOf(county)),
    ...papers,
    ...pots,
    ...(await claimFlowOf(county, pots.potId, platform)),
    ...(await packOf(county)),
    marks: [name, second, className, idCardNumber, secondNumber, ...masked, "13911110000"],
  };
}

/** What a person's work has in the county: employer, placement, follow-ups, reconciliation, post and wages. */
async function workOf(officer: Actor, county: string, personId: string, platform: TestPlatform) {
  return {
    ...(await employersOf(officer, county, personId, platform)),
    ...(await cooperationOf(officer, county, personId, platform)),
    ...(await followUpsOf(personId, platform)),
    ...(await proofOfWork(officer, personId, platform)),
    ...(await reconciliationOf(county, DISTRICT, personId, platform)),
    ...(await postsOf(county, personId, platform)),
    ...(await wagesOf(county, personId, platform)),
  };
}

/** The first change after the seal, waiting for its decision. */
function anAmendment(officer: Actor, rosterId: string, countyCode: string) {
  const texts = { subject: "ADDRESS" as const, before: "城关镇", after: "北关镇", reason: "核对" };
  const by = { proposedBy: officer.userId, proposedByName: officer.name, proposedAt: AT };
  return inTransaction(officer, (tx) =>
    saveAmendment(tx, { rosterId, countyCode, lineId: null, ...texts, ...by }),
  );
}

async function anOfficer(county: string) {
  const { userId } = await aVisitor("caseOfficer", county);
  return { ...anActor("caseOfficer", county), userId };
}

async function signatureOf(
  officer: Actor,
  line: { readonly rosterId: string; readonly lineId: string },
  platform: TestPlatform,
): Promise<string> {
  await signOnPhone(officer, line, AT);
  const { rows } = await platform.owner.query<{ id: string }>(
    "SELECT id FROM acknowledgement WHERE line_id = $1",
    [line.lineId],
  );
  return rows[0]?.id ?? "";
}

function accountsOf(county: string) {
  return asIdentity(async (tx) => {
    const organisationId = await buildOrganisation(tx, {
      name: `县局${county}`,
      regionCode: county,
    });
    const user = {
      account: `clerk.${county}`,
      name: "某文书",
      organisationId,
      password: "x",
      roles: [],
    };
    return { organisationId, userId: await buildUser(tx, { ...user, cost: 4 }) };
  });
}
