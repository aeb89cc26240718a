import sharp from "sharp";
import * as XLSX from "xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { supervisionStanding } from "~/data/evidence/supervision-standing.server";
import { storePaperSignature } from "~/data/evidence/supervision-picture.server";
import { listSupervisions } from "~/data/evidence/supervision-records-view.server";
import { viewSupervisionForm } from "~/data/evidence/supervision-form-view.server";
import type { Actor } from "~/domain/access/actor";
import { readStoredFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { makeSupervisionForm } from "~/usecases/evidence/make-supervision-form.server";
import { revealSampledPhones } from "~/usecases/evidence/reveal-sampled-phones.server";
import { openSupervisionPicture } from "~/usecases/evidence/open-supervision-picture.server";
import { voidSupervision } from "~/usecases/evidence/void-supervision.server";
import { anActor } from "#test/builders/actor";
import { buildRoster, type BuiltRoster } from "#test/builders/roster";
import { someTrainees } from "#test/builders/sealed-class";
import { recordedSupervision, uploadedPicture } from "#test/builders/supervision";
import { bytesOf } from "#test/support/read-workbook";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532323";
const NOW = new Date("2020-06-10T02:00:00Z");
const officer = anActor("caseOfficer", COUNTY, "经办甲");
const reviewer = anActor("reviewer", COUNTY, "审核乙");
const official = anActor("secondedOfficial", COUNTY, "援滇丙");

let database: TestPlatform;
beforeAll(async () => {
  database = await openTestPlatform();
});
afterAll(() => database.close());

function aClass(count = 6): Promise<BuiltRoster> {
  const trainees = someTrainees(COUNTY, count);
  return inTransaction(officer, (tx) =>
    buildRoster(tx, { countyCode: COUNTY, createdBy: officer.userId, trainees }),
  );
}

/** A session of the class on 2020-06-03 where all but one of six were present. */
async function aSession({ classId, lineIds }: BuiltRoster): Promise<string> {
  const id = newId();
  const by = { recordedBy: officer.userId, recordedAt: NOW };
  await inTransaction(officer, async (tx) => {
    await tx.classSession.create({
      data: {
        ...{ id, classId, countyCode: COUNTY, heldOn: new Date("2020-06-03"), startsAt: 540 },
        ...{ endsAt: 690, classHours: "3", place: "共和镇", teacher: "李老师" },
        ...{ createdBy: officer.userId, createdAt: NOW },
      },
    });
    const states = ["ABSENT", "LATE", "LEFT_EARLY", "PRESENT", "PRESENT", "PRESENT"];
    const data = lineIds.map((lineId, at) => ({ lineId, state: states[at] ?? "PRESENT" }));
    await tx.attendance.createMany({
      data: data.map((row) => ({ ...row, ...by, sessionId: id, countyCode: COUNTY })),
    });
  });
  return id;
}

const standing = (classId: string) =>
  inTransaction(officer, (tx) => supervisionStanding(tx, classId));
const kindOf = (outcome: { ok: true } | { ok: false; refusal: { kind: string } }) =>
  outcome.ok ? "done" : outcome.refusal.kind;

async function trail(action: string) {
  const { rows } = await database.owner.query<{ name: string; detail: string }>(
    "SELECT actor_name AS name, detail FROM trail_event WHERE action = $1 ORDER BY seq",
    [action],
  );
  return rows.map(({ name, detail }) => ({ name, detail: JSON.parse(detail) as unknown }));
}

test("[R03] one signed record of each party makes the class supervised; the case officer makes none", async () => {
  const { classId } = await aClass();
  expect(await standing(classId)).toEqual({ hrssBureau: 0, secondedOfficial: 0 });
  expect(kindOf(await recordedSupervision(officer, classId))).toBe("forbidden");
  expect(kindOf(await recordedSupervision(reviewer, classId))).toBe("done");
  expect(await standing(classId)).toEqual({ hrssBureau: 1, secondedOfficial: 0 });
  expect(kindOf(await recordedSupervision(official, classId))).toBe("done");
  expect(await standing(classId)).toEqual({ hrssBureau: 1, secondedOfficial: 1 });
  const [last] = await trail("supervision.record").then((events) => events.slice(-1));
  expect(last).toMatchObject({
    name: "援滇丙",
    detail: { party: "secondedOfficial", headcount: 2 },
  });
});

test("[R03] who holds both capacities says which, and is never both parties of one class", async () => {
  const assignments = [...reviewer.assignments, ...official.assignments];
  const both: Actor = { ...anActor("reviewer", COUNTY, "两任丁"), assignments };
  const { classId } = await aClass();
  expect(kindOf(await recordedSupervision(both, classId))).toBe("partyMissing");
  const asOfficial = { party: "secondedOfficial" };
  expect(kindOf(await recordedSupervision(both, classId, asOfficial))).toBe("done");
  expect(kindOf(await recordedSupervision(both, classId, { party: "hrssBureau" }))).toBe(
    "otherParty",
  );
  expect(await standing(classId)).toEqual({ hrssBureau: 0, secondedOfficial: 1 });
});

test("[R03] who registered the class himself supervises nothing of it", async () => {
  const own = { countyCode: COUNTY, createdBy: official.userId, trainees: someTrainees(COUNTY, 2) };
  const { classId } = await inTransaction(official, (tx) => buildRoster(tx, own));
  expect(kindOf(await recordedSupervision(official, classId))).toBe("runsClass");
});

test("[R03] the sample is the same until the record is written, then another; answers must cover it", async () => {
  const { classId } = await aClass(12);
  const drawn = async () => {
    const page = await viewSupervisionForm(official, classId, { sampled: 5, today: "2020-06-10" });
    return page?.trainees.map(({ lineId }) => lineId) ?? [];
  };
  const first = await drawn();
  const page = await viewSupervisionForm(official, classId, { sampled: 5, today: "2020-06-10" });
  const people = await inTransaction(official, (tx) =>
    tx.rosterLine.findMany({ where: { id: { in: first } }, select: { id: true, personId: true } }),
  );
  const personOf = new Map(people.map(({ id, personId }) => [id, personId]));
  expect(page?.trainees.map(({ personId }) => personId)).toEqual(
    first.map((lineId) => personOf.get(lineId)),
  );
  expect(await drawn()).toEqual(first);
  const written = await recordedSupervision(official, classId, { sampled: "5" });
  expect(kindOf(written)).toBe("done");
  const [record] = await listSupervisions(official, classId);
  expect(record?.sampleSeed).toMatch(/^[0-9a-f]{32}$/);
  expect(record?.people.map(({ lineId }) => lineId).sort()).toEqual([...first].sort());
  expect(await drawn()).not.toEqual(first);
  const others = await viewSupervisionForm(reviewer, classId, { sampled: 5, today: "2020-06-10" });
  expect(others?.trainees.map(({ lineId }) => lineId)).not.toEqual(first);
});

test("[R03] whoever is to ask the drawn trainees sees their telephone numbers, no others, and each look is on the trail", async () => {
  const { classId } = await aClass(12);
  const page = await viewSupervisionForm(official, classId, { sampled: 3, today: "2020-06-10" });
  const shown = await revealSampledPhones(official, { classId, sampled: 3 }, NOW);
  if (!shown.ok) throw new Error(shown.refusal.kind);
  expect(shown.value.map(({ lineNo, name }) => ({ lineNo, name }))).toEqual(
    page?.trainees.map(({ lineNo, name }) => ({ lineNo, name })),
  );
  for (const { phone } of shown.value) expect(phone).toMatch(/^1\d{10}$/);
  const events = await trail("supervision.revealPhone");
  expect(events).toEqual(shown.value.map(() => ({ name: "援滇丙", detail: { classId } })));
  const none = { classId, sampled: 0 };
  expect(kindOf(await revealSampledPhones(official, none, NOW))).toBe("nobodyDrawn");
  expect(kindOf(await revealSampledPhones(officer, { classId, sampled: 3 }, NOW))).toBe(
    "forbidden",
  );
  const stranger = anActor("secondedOfficial", "532329", "外县戊");
  expect(kindOf(await revealSampledPhones(stranger, { classId, sampled: 3 }, NOW))).toBe(
    "notFound",
  );
});

test("[R03] a trainee who says he was not taught is a finding on the class, as is a headcount that differs", async () => {
  const built = await aClass();
  const sessionId = await aSession(built);
  const onSite = { way: "onSite", sessionId, headcountSeen: "4", sampled: "" };
  const seen = await recordedSupervision(reviewer, built.classId, onSite);
  expect(kindOf(seen)).toBe("done");
  await recordedSupervision(official, built.classId, { way: "phone" }, NOW, "DENIED");
  const findings = (await listSupervisions(officer, built.classId)).map((record) => ({
    way: record.way,
    attended: record.attended,
    kinds: record.findings.map(({ kind }) => kind),
  }));
  expect(findings).toContainEqual({ way: "onSite", attended: 5, kinds: ["headcountDiffers"] });
  expect(findings).toContainEqual({ way: "phone", attended: null, kinds: ["denied"] });
});

test("[R03] a record is voided by its signer with a reason, stays to be read, and stands no more", async () => {
  const { classId } = await aClass();
  const outcome = await recordedSupervision(official, classId);
  const recordId = outcome.ok ? outcome.value.recordId : "";
  const asked = { classId, recordId, reason: "日期写错" };
  expect(kindOf(await voidSupervision(reviewer, asked, NOW))).toBe("notSigner");
  expect(kindOf(await voidSupervision(official, { ...asked, reason: " " }, NOW))).toBe(
    "reasonMissing",
  );
  expect(kindOf(await voidSupervision(official, asked, NOW))).toBe("done");
  expect(kindOf(await voidSupervision(official, asked, NOW))).toBe("voided");
  expect(await standing(classId)).toEqual({ hrssBureau: 0, secondedOfficial: 0 });
  expect(await listSupervisions(official, classId)).toMatchObject([{ voidReason: "日期写错" }]);
});

test("[R03] the signature opens for who may see proofs, and every look leaves a trail", async () => {
  const { classId } = await aClass();
  const outcome = await recordedSupervision(official, classId);
  const recordId = outcome.ok ? outcome.value.recordId : "";
  const asked = { classId, recordId };
  const before = (await trail("supervision.view")).length;
  const finance = anActor("finance", COUNTY);
  const foreign = anActor("reviewer", "530381");
  expect(kindOf(await openSupervisionPicture(finance, asked, NOW))).toBe("forbidden");
  expect(kindOf(await openSupervisionPicture(foreign, asked, NOW))).toBe("notFound");
  expect(await trail("supervision.view")).toHaveLength(before);
  const opened = await openSupervisionPicture(reviewer, asked, NOW);
  expect(opened).toMatchObject({ ok: true, value: { mimeType: "image/png" } });
  const bytes = opened.ok ? await readStoredFile(opened.value.fileId) : Buffer.alloc(0);
  expect((await sharp(bytes).metadata()).format).toBe("png");
  expect((await trail("supervision.view")).slice(-1)).toMatchObject([{ name: "审核乙" }]);
});

test("a photographed page is drawn anew: upright, without its place; what is no picture is refused", async () => {
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#eee" } })
    .withExif({ IFD3: { GPSLatitude: "25/1 20/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const stored = await storePaperSignature(await uploadedPicture(photo));
  if (stored === null) throw new Error("refused");
  const kept = await readStoredFile(stored.file.id);
  const { format, width, height, exif } = await sharp(kept).metadata();
  expect({ format, width, height, exif }).toEqual({
    ...{ format: "jpeg", width: 40, height: 60, exif: undefined },
  });
  const noPicture = await uploadedPicture(Buffer.from("%PDF-1.7 nothing"), "签字页.jpg");
  expect(await storePaperSignature(noPicture)).toBeNull();
  await expect(readStoredFile(noPicture.id)).rejects.toThrow();
  expect(await storePaperSignature(await uploadedPicture(photo.subarray(0, 300)))).toBeNull();
});

test("a sealed class takes no record and gives none up", async () => {
  const { classId, id } = await aClass();
  const outcome = await recordedSupervision(official, classId);
  const recordId = outcome.ok ? outcome.value.recordId : "";
  await database.owner.query("UPDATE roster SET state = 'sealed' WHERE id = $1", [id]);
  expect(kindOf(await recordedSupervision(reviewer, classId))).toBe("sealed");
  const asked = { classId, recordId, reason: "重写" };
  expect(kindOf(await voidSupervision(official, asked, NOW))).toBe("sealed");
});

test("[R03] the form 监督记录 as a workbook: blank to be written on, or as it was recorded", async () => {
  const { classId } = await aClass();
  await recordedSupervision(official, classId, { way: "phone" }, NOW, "DENIED");
  const [record] = await listSupervisions(officer, classId);
  const blank = await workbookOf(classId, null);
  expect(blank.merges).toEqual(["A1:B1"]);
  expect(blank.terms).toEqual([
    ...["培训班", "培训期", "监督方", "监督方式", "监督日期", "课次", "现场人数", "抽查学员"],
    ...["监督情况", "发现的问题", "整改意见", "监督人签字"],
  ]);
  expect(blank.of["监督方"]).toBe("□ 人社局　　□ 援滇干部");
  expect(blank.of["抽查学员"]?.split("\n")).toHaveLength(5);
  expect(blank.of["监督人签字"]).toBe("");
  const filled = await workbookOf(classId, record?.id ?? "");
  expect(filled.terms).toEqual(blank.terms);
  expect(filled.of).toMatchObject({ 监督方: "援滇干部", 监督方式: "电话抽查" });
  expect(filled.of["监督日期"]).toBe(record?.heldOn);
  for (const { lineNo, name } of record?.people ?? []) {
    expect(filled.of["抽查学员"]).toContain(`第 ${lineNo} 号 ${name}`);
  }
  expect(filled.of["抽查学员"]).toContain(`随机种子 ${record?.sampleSeed}`);
  expect(filled.of["监督人签字"]).toContain("援滇丙");
  expect(filled.closing).toMatch(/^经办甲 于 .*导出，份号 /);
  const asked = { classId, recordId: newId(), as: "export" } as const;
  expect(kindOf(await makeSupervisionForm(officer, asked, NOW))).toBe("notFound");
});

async function workbookOf(classId: string, recordId: string | null) {
  const made = await makeSupervisionForm(officer, { classId, recordId, as: "export" }, NOW);
  if (!made.ok) throw new Error(made.refusal.kind);
  const sheet = XLSX.read(await bytesOf(made.value.bytes())).Sheets["监督记录"];
  if (sheet === undefined) throw new Error("no sheet");
  const rows = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, defval: "" });
  const body = rows.slice(1, -1).map(([term = "", text = ""]) => [term, text] as const);
  return {
    merges: (sheet["!merges"] ?? []).map((one) => XLSX.utils.encode_range(one)),
    terms: body.map(([term]) => term),
    of: Object.fromEntries(body) as Readonly<Record<string, string | undefined>>,
    closing: rows.at(-1)?.[0] ?? "",
  };
}
