import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { removeStoredFile } from "~/platform/evidence-store.server";
import { runOneJob } from "~/platform/jobs/job-runner.server";
import { openMedia } from "~/usecases/evidence/open-media.server";
import { uploadMedia } from "~/usecases/evidence/upload-media.server";
import { jobHandlers } from "~/usecases/job-handlers.server";
import { anActor } from "#test/builders/actor";
import { receivedMedia, uploadPhoto } from "#test/builders/media";
import { makePhoto } from "#test/builders/phone-photo";
import { buildClass } from "#test/builders/roster";
import { addSessions } from "#test/builders/sessions";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const NOW = new Date("2020-06-02T02:00:00Z");
const own = anActor("caseOfficer", "532323");

let database: TestPlatform;
beforeAll(async () => {
  database = await openTestPlatform();
});
afterAll(() => database.close());

async function aSession(): Promise<string> {
  const classId = await inTransaction(own, (tx) =>
    buildClass(tx, { countyCode: "532323", createdBy: own.userId }),
  );
  const [id = ""] = await addSessions(own, classId, [{ heldOn: "2020-06-01" }], NOW);
  return id;
}

test("[R04] many parts of one video are one look; every download of an original is one", async () => {
  const id = await uploadPhoto(own, await aSession(), { seed: 77 }, NOW);
  const looks = ["view", "view", "view", "original", "original"] as const;
  for (const which of looks) await openMedia(own, id, which, NOW);
  const { rows } = await database.owner.query<{ detail: string }>(
    "SELECT detail FROM trail_event WHERE subject_id = $1 AND action = 'media.view' ORDER BY seq",
    [id],
  );
  expect(rows.map(({ detail }) => /true|false/.exec(detail)?.[0])).toEqual([
    "false",
    "true",
    "true",
  ]);
});

test("a picture that cannot be read for any other reason waits for nobody", async () => {
  const file = await receivedMedia(await makePhoto({ seed: 78 }));
  const sent = await uploadMedia(own, await aSession(), [file], NOW);
  await removeStoredFile(file.id);
  while (await runOneJob(jobHandlers));
  const { rows } = await database.owner.query<{ state: string; problem: string }>(
    "SELECT state, problem FROM media_item WHERE id = $1",
    [sent.ok ? sent.value.mediaIds[0] : null],
  );
  expect(rows).toEqual([{ state: "unreadable", problem: "读取时出现意外问题，请重新上传原件" }]);
});
