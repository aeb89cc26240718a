import { afterAll, beforeAll, expect, test } from "vitest";
import { listParticipants } from "~/data/employers/fair-participants-view.server";
import { jobFairForm } from "~/domain/employers/job-fair";
import * as fairFiles from "~/routes/employers/fairs/fair-files";
import * as fairParticipants from "~/routes/employers/fairs/fair-participants";
import { createFair } from "~/usecases/employers/save-job-fair.server";
import { anActor } from "#test/builders/actor";
import { tinyPng } from "#test/builders/tiny-png";
import { aPerson, COUNTY, officer, TODAY, value } from "#test/db/employers/work-support";
import { aVisitor, visit, type Visitor } from "#test/routes/support/visit";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

let at: TestPlatform;
let visitor: Visitor;
let fairId: string;

beforeAll(async () => {
  at = await openTestPlatform();
  visitor = await aVisitor("caseOfficer", COUNTY);
  const fair = jobFairForm.parse({
    ...{ name: "专场招聘会", mode: "ON_SITE", heldOn: "2020-05-20" },
    ...{ place: "县体育馆", organiser: "县人社局" },
  });
  fairId = value(await createFair(officer, COUNTY, fair, new Date(`${TODAY}T02:00:00Z`)));
});
afterAll(() => at.close());

const sendFile = (file: File, kind: string) => {
  const body = new FormData();
  body.set("kind", kind);
  body.set("file", file);
  return visit(fairFiles, "/job-fairs/:fairId/files", `/job-fairs/${fairId}/files`, visitor, body);
};

const filesOf = async () =>
  (await at.owner.query("SELECT kind, file_name FROM work_file WHERE subject_id = $1", [fairId]))
    .rows;

async function keptFiles() {
  const { rows } = await at.owner.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM stored_file",
  );
  return rows[0]?.n;
}

test("[T04] a photograph of the fair is taken as a browser sends it; another kind of file is not kept", async () => {
  const photo = new File([new Uint8Array(tinyPng())], "现场\0.png", { type: "image/png" });
  const taken = await sendFile(photo, "PHOTO");
  expect(taken.location).toBe(`/job-fairs/${fairId}/files?done=add`);
  expect(await filesOf()).toEqual([{ kind: "PHOTO", file_name: expect.stringContaining("现场") }]);
  const refused = await sendFile(new File(["hello"], "说明.txt"), "PHOTO");
  expect([refused.status, refused.html]).toEqual([422, expect.stringContaining("只收 PDF")]);
  expect(await filesOf()).toHaveLength(1);
});

test("a list of who came is read from the file that is sent, and not kept", async () => {
  const people = [await aPerson(at, "普一"), await aPerson(at, "普二")];
  const rows = people.map(({ name, idNumber }) => `${name},${idNumber}`);
  const before = await keptFiles();
  const body = new FormData();
  body.set("intent", "list");
  body.set("numbers", "");
  body.set("file", new File([["姓名,身份证号码", ...rows].join("\n")], "签到.csv"));
  const path = "/job-fairs/:fairId/participants";
  const sent = await visit(
    fairParticipants,
    path,
    `/job-fairs/${fairId}/participants`,
    visitor,
    body,
  );
  expect(sent.status).toBe(200);
  const asked = { fairId, outcome: null, size: 50, cursor: { after: null, before: null } };
  const found = await listParticipants(anActor("caseOfficer", COUNTY), asked);
  expect(found.rows.map(({ name }) => name).sort()).toEqual(["普一", "普二"]);
  expect(await keptFiles()).toBe(before);
});
