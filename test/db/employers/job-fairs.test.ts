import { afterAll, beforeAll, expect, test } from "vitest";
import { listFairs } from "~/data/employers/fair-list-view.server";
import { listParticipants, viewParticipant } from "~/data/employers/fair-participants-view.server";
import { viewFair } from "~/data/employers/fair-view.server";
import { countWorkTodos, workTodos } from "~/data/employers/work-todos.server";
import { viewTimeline } from "~/data/people/timeline-view.server";
import { readPastedNumbers } from "~/domain/employers/fair-participant-row";
import { outcomeForm } from "~/domain/employers/fair-outcome";
import { jobFairForm } from "~/domain/employers/job-fair";
import { day } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { knownRegionCodes } from "~/platform/reference/region-codes.server";
import { addFairParticipants } from "~/usecases/employers/add-participants.server";
import { addWorkFile } from "~/usecases/employers/add-work-file.server";
import { settleFairEmployer } from "~/usecases/employers/fair-employer.server";
import { openWorkFile } from "~/usecases/employers/open-work-file.server";
import { recordOutcome } from "~/usecases/employers/record-fair-outcome.server";
import { takeOff } from "~/usecases/employers/take-off-participant.server";
import { removeFair } from "~/usecases/employers/remove-job-fair.server";
import { createFair, rewriteFair } from "~/usecases/employers/save-job-fair.server";
import { setWorkFileAside } from "~/usecases/employers/void-work-file.server";
import { readParticipantFile } from "~/data/employers/participant-file.server";
import { buildEmployer, buildPlacement } from "#test/builders/placement";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import * as support from "./work-support";

const { aPerson, COUNTY, colleague, foreigner, NOW, officer, receivedFile } = support;
const { auditor, refusal, station, TODAY, trailOf, value } = support;

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

const form = (change: Record<string, string> = {}) =>
  jobFairForm.parse({
    ...{ name: "沪滇劳务协作专场招聘会", mode: "ON_SITE", heldOn: "2020-05-20" },
    ...{ place: "县体育馆", organiser: "县人社局", ...change },
  });
let fairs = 0;
const aFair = async (change: Record<string, string> = {}) => {
  fairs += 1;
  const name = `沪滇劳务协作专场招聘会${fairs}`;
  return value(await createFair(officer, COUNTY, form({ name, ...change }), NOW));
};
const fairOf = async (id: string) => {
  const fair = await viewFair(officer, id, TODAY);
  if (fair === null) throw new Error("no fair");
  return fair;
};
const peopleOf = async (fairId: string) => {
  const asked = { fairId, outcome: null, size: 50, cursor: { after: null, before: null } };
  return (await listParticipants(officer, asked)).rows;
};
const rowsOf = (text: string) =>
  readPastedNumbers(text, { today: day(TODAY), knownRegions: knownRegionCodes() });

test("[T04] a fair counts once it has people and a standing file, and waits at home until then", async () => {
  const fairId = await aFair();
  const person = await aPerson(at, "普阿花");
  expect((await fairOf(fairId)).gaps).toEqual(["noProof", "noParticipants"]);
  const todos = await inTransaction(officer, (tx) => workTodos(tx, officer, TODAY));
  expect(todos.map(({ to, detail }) => [to, detail])).toContainEqual([
    `/job-fairs/${fairId}`,
    "缺佐证材料、缺参加人员",
  ]);
  expect(await inTransaction(auditor, (tx) => countWorkTodos(tx, auditor, TODAY))).toBe(0);
  value(await addFairParticipants(officer, fairId, { personIds: [person.id] }, NOW));
  const subject = { kind: "jobFair", id: fairId } as const;
  const proof = { subject, kind: "PHOTO" } as const;
  const fileId = value(await addWorkFile(officer, proof, await receivedFile(), NOW));
  expect((await fairOf(fairId)).gaps).toEqual([]);
  const set = { subject, workFileId: fileId, reason: "不是这次招聘会" };
  expect((await setWorkFileAside(officer, set, NOW)).ok).toBe(true);
  expect((await fairOf(fairId)).gaps).toEqual(["noProof"]);
  expect(await setWorkFileAside(officer, set, NOW)).toMatchObject(refusal("alreadyVoid"));
  const all = { county: "", year: null, mode: null, onlyLacking: true };
  const wanted = { size: 50, cursor: { after: null, before: null } };
  expect((await listFairs(officer, all, TODAY, wanted)).rows.map(({ id }) => id)).toContain(fairId);
  expect((await listFairs(foreigner, all, TODAY, wanted)).rows).toEqual([]);
});

test("a fair's proof is what its bytes say, and is opened only with the right and a trail", async () => {
  const fairId = await aFair();
  const subject = { kind: "jobFair", id: fairId } as const;
  const proof = { subject, kind: "NOTICE" } as const;
  const text = await receivedFile(Buffer.from("招聘公告"), "公告.pdf");
  expect(await addWorkFile(officer, proof, text, NOW)).toMatchObject(refusal("wrongKind"));
  const pdf = await receivedFile(Buffer.from("%PDF-1.4\n"), "公告.pdf");
  const id = value(await addWorkFile(officer, proof, pdf, NOW));
  const opened = value(await openWorkFile(auditor, id, NOW));
  expect([opened.fileName, opened.mediaType]).toEqual(["公告.pdf", "application/pdf"]);
  expect(await openWorkFile(station, id, NOW)).toMatchObject(refusal("forbidden"));
  expect(await openWorkFile(foreigner, id, NOW)).toMatchObject(refusal("notFound"));
  expect(await addWorkFile(auditor, proof, pdf, NOW)).toMatchObject(refusal("forbidden"));
  expect(await trailOf(at, fairId)).toEqual(["jobFair.create", "workFile.add", "workFile.view"]);
});

test("a list of numbers puts the county's people in, each once, and names every other row with its cure", async () => {
  const fairId = await aFair();
  const [one, two] = [await aPerson(at, "李大山"), await aPerson(at, "罗小溪")];
  const stranger = await aPerson(at, "外乡人", "530381");
  const list = `${one.idNumber}\n罗溪 ${two.idNumber}\n${stranger.idNumber}\n5323231995\n${one.idNumber}`;
  const answer = value(await addFairParticipants(officer, fairId, { rows: rowsOf(list) }, NOW));
  expect([answer.added, answer.already]).toEqual([1, 0]);
  expect(answer.problems.map(({ sheetRow }) => sheetRow)).toEqual([2, 3, 4]);
  expect(answer.problems[0]?.message).toContain("姓名与名单不一致");
  expect(answer.problems[1]?.message).toContain("不是本县人员");
  const said = JSON.stringify(answer.problems);
  for (const { idNumber } of [two, stranger]) expect(said).not.toContain(idNumber);
  const again = value(
    await addFairParticipants(officer, fairId, { rows: rowsOf(one.idNumber) }, NOW),
  );
  expect([again.added, again.already]).toEqual([0, 1]);
  expect(await addFairParticipants(officer, fairId, { rows: [] }, NOW)).toMatchObject(
    refusal("nothing"),
  );
  const foreign = { personIds: [stranger.id] };
  expect(value(await addFairParticipants(officer, fairId, foreign, NOW)).added).toBe(0);
  expect((await peopleOf(fairId)).map(({ name }) => name)).toEqual(["李大山"]);
  expect((await peopleOf(fairId))[0]?.maskedId).toContain("********");
});

test("a file of two columns is read as well as a pasted list", async () => {
  const { idNumber } = await aPerson(at, "毕秀英");
  const csv = Buffer.from(`参加人员\n姓名,身份证号\n毕秀英,${idNumber}\n,53232\n`, "utf8");
  const read = await readParticipantFile(await receivedFile(csv, "名单.csv"), day(TODAY));
  expect(value(read).map(({ sheetRow, idCardNumber }) => [sheetRow, idCardNumber])).toEqual([
    [3, idNumber],
    [4, null],
  ]);
  const bad = await readParticipantFile(
    await receivedFile(Buffer.from("甲,乙\n1,2\n"), "x.csv"),
    day(TODAY),
  );
  expect(bad).toMatchObject({ ok: false });
});

test("已上岗 needs a placement of that person begun on the fair's first day or later", async () => {
  const fairId = await aFair();
  const [one, other] = [await aPerson(at, "杨桂花"), await aPerson(at, "周建国")];
  const employerId = await buildEmployer(at.owner, { creditCode: null, name: "嘉定电子厂" });
  value(await addFairParticipants(officer, fairId, { personIds: [one.id, other.id] }, NOW));
  const line = (await peopleOf(fairId)).find(({ personId }) => personId === one.id);
  const participantId = line?.id ?? "";
  const asked = { fairId, participantId, version: 1 };
  const placed = (placementId: string) => outcomeForm.parse({ outcome: "PLACED", placementId });
  const place = (personId: string, startedOn: string) =>
    buildPlacement(at.owner, { personId, employerId, startedOn });
  const early = await place(one.id, "2020-05-19");
  expect(await recordOutcome(officer, asked, placed(early), NOW)).toMatchObject(
    refusal("beforeFair"),
  );
  const others = await place(other.id, "2020-05-21");
  expect(await recordOutcome(officer, asked, placed(others), NOW)).toMatchObject(
    refusal("noPlacement"),
  );
  const onTheDay = await place(one.id, "2020-05-20");
  expect(await recordOutcome(foreigner, asked, placed(onTheDay), NOW)).toMatchObject(
    refusal("notFound"),
  );
  expect((await recordOutcome(officer, asked, placed(onTheDay), NOW)).ok).toBe(true);
  expect(await recordOutcome(colleague, asked, placed(onTheDay), NOW)).toMatchObject(
    refusal("changedByOthers"),
  );
  expect((await fairOf(fairId)).outcomes).toMatchObject({ PLACED: 1, ATTENDED: 1, OFFERED: 0 });
  const edited = await viewParticipant(officer, await fairOf(fairId), participantId);
  expect(edited?.placements.map(({ id }) => id)).toEqual([onTheDay]);
  const events = await viewTimeline(officer, one.id, TODAY);
  expect(events.map(({ title, detail }) => `${title} ${detail}`)).toContainEqual(
    expect.stringContaining("招聘会"),
  );
});

test("an offer names an employer that was at the fair; a person put there by mistake is taken off with a reason", async () => {
  const fairId = await aFair();
  const person = await aPerson(at, "马丽");
  const employerId = await buildEmployer(at.owner, { creditCode: null, name: "松江家政公司" });
  value(await addFairParticipants(officer, fairId, { personIds: [person.id] }, NOW));
  const asked = { fairId, participantId: (await peopleOf(fairId))[0]?.id ?? "", version: 1 };
  const offered = outcomeForm.parse({ outcome: "OFFERED", employerId });
  expect(await recordOutcome(officer, asked, offered, NOW)).toMatchObject(refusal("notAtFair"));
  const offer = { posts: 3, headcount: 20 };
  value(await settleFairEmployer(officer, { fairId, employerId }, offer, NOW));
  value(
    await settleFairEmployer(officer, { fairId, employerId }, { ...offer, headcount: 25 }, NOW),
  );
  expect((await fairOf(fairId)).employers).toMatchObject([{ posts: 3, headcount: 25 }]);
  value(await recordOutcome(officer, asked, offered, NOW));
  const off = { ...asked, version: 2 };
  expect(await takeOff(officer, { ...off, reason: " " }, NOW)).toMatchObject(
    refusal("reasonMissing"),
  );
  value(await takeOff(officer, { ...off, reason: "同名的另一人" }, NOW));
  expect(await peopleOf(fairId)).toEqual([]);
  value(await settleFairEmployer(officer, { fairId, employerId }, null, NOW));
  expect(await settleFairEmployer(officer, { fairId, employerId }, null, NOW)).toMatchObject(
    refusal("noEmployer"),
  );
  expect(await trailOf(at, fairId)).toContain("jobFair.takeOffParticipant");
});

test("a fair is registered for one's own county and a district paired with it then, changed by one at a time, and removed with a reason", async () => {
  expect(await createFair(foreigner, COUNTY, form(), NOW)).toMatchObject(refusal("forbidden"));
  expect(await createFair(auditor, COUNTY, form(), NOW)).toMatchObject(refusal("forbidden"));
  await at.owner.query(
    `INSERT INTO pairing (id, district_code, county_code, from_on, to_on, source)
     VALUES (gen_random_uuid(), '310151', $1, '2020-05-01', '2020-05-19', 'test')`,
    [COUNTY],
  );
  const withDistrict = (heldOn: string) => form({ districtCode: "310151", heldOn });
  expect(await createFair(officer, COUNTY, withDistrict("2020-05-20"), NOW)).toMatchObject(
    refusal("notPaired"),
  );
  expect((await createFair(officer, COUNTY, withDistrict("2020-05-19"), NOW)).ok).toBe(true);
  const fairId = await aFair();
  const asked = { fairId, version: 1 };
  const change = form({ mode: "ONLINE", place: "某直播平台" });
  expect(await rewriteFair(foreigner, asked, change, NOW)).toMatchObject(refusal("notFound"));
  expect(await rewriteFair(auditor, asked, change, NOW)).toMatchObject(refusal("forbidden"));
  value(await rewriteFair(officer, asked, change, NOW));
  expect(await rewriteFair(colleague, asked, change, NOW)).toMatchObject(
    refusal("changedByOthers"),
  );
  const removing = { fairId, version: 2, reason: "重复登记" };
  expect(await removeFair(officer, { ...removing, reason: "" }, NOW)).toMatchObject(
    refusal("reasonMissing"),
  );
  value(await removeFair(officer, removing, NOW));
  expect(await rewriteFair(officer, { fairId, version: 3 }, change, NOW)).toMatchObject(
    refusal("removed"),
  );
  const chosen = { personIds: [(await aPerson(at, "迟到者")).id] };
  expect(await addFairParticipants(officer, fairId, chosen, NOW)).toMatchObject(refusal("removed"));
  expect((await fairOf(fairId)).removedReason).toBe("重复登记");
  expect(await viewFair(foreigner, fairId, TODAY)).toBeNull();
});

test("a fair sent twice stands once, until it is removed; a corrected one becomes no twin either", async () => {
  const twice = form({ name: "双击的招聘会" });
  const outcomes = await Promise.all([
    createFair(officer, COUNTY, twice, NOW),
    createFair(officer, COUNTY, twice, NOW),
    createFair(colleague, COUNTY, twice, NOW),
  ]);
  expect(outcomes.map((one) => (one.ok ? "done" : one.refusal.kind)).sort()).toEqual([
    ...["done", "duplicate", "duplicate"],
  ]);
  const nextDay = form({ name: "双击的招聘会", heldOn: "2020-05-21" });
  const second = value(await createFair(officer, COUNTY, nextDay, NOW));
  const asked = { fairId: second, version: 1 };
  expect(await rewriteFair(officer, asked, twice, NOW)).toMatchObject(refusal("duplicate"));
  value(await rewriteFair(officer, asked, { ...nextDay, place: "县文化馆" }, NOW));
  const first = outcomes.flatMap((one) => (one.ok ? [one.value] : []))[0] ?? "";
  value(await removeFair(officer, { fairId: first, version: 1, reason: "重登" }, NOW));
  expect((await createFair(officer, COUNTY, twice, NOW)).ok).toBe(true);
});
