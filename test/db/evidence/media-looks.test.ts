import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { openMedia } from "~/usecases/evidence/open-media.server";
import { anActor } from "#test/builders/actor";
import { uploadPhoto } from "#test/builders/media";
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

test("[R04] many parts of one video are one look; every download of an original is one", async () => {
  const classId = await inTransaction(own, (tx) =>
    buildClass(tx, { countyCode: "532323", createdBy: own.userId }),
  );
  const [sessionId = ""] = await addSessions(own, classId, [{ heldOn: "2020-06-01" }], NOW);
  const id = await uploadPhoto(own, sessionId, { seed: 77 }, NOW);
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
