import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inBulkTransaction } from "~/platform/bulk-sql.server";
import { checkPrintedSeal } from "~/usecases/rosters/check-seal.server";
import type { ReadyClass } from "#test/builders/sealed-class";
import {
  aSealedClass,
  COUNTY,
  NOW,
  officer,
  ready,
  sealOf,
  tamper,
} from "#test/db/evidence/seal-support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

let at: TestPlatform;
let sealedOnce: ReadyClass | null = null;

beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

test.each<[string, string, (one: ReadyClass) => unknown]>([
  ["the class", "UPDATE training_class SET place = '别处' WHERE id = $1", (c) => c.classId],
  [
    "a paper of the class",
    "INSERT INTO class_document VALUES (gen_random_uuid(), $1, '532323', gen_random_uuid(), 'plan', '', gen_random_uuid(), now())",
    (c) => c.classId,
  ],
  ["a session", "UPDATE class_session SET teacher = '别人' WHERE class_id = $1", (c) => c.classId],
  [
    "attendance",
    "UPDATE attendance SET state = 'ABSENT' WHERE session_id = $1",
    (c) => c.sessionIds[0],
  ],
  [
    "a correction",
    "INSERT INTO attendance_correction VALUES (gen_random_uuid(), $1, gen_random_uuid(), '532323', 'a', 'b', 'c', gen_random_uuid(), now())",
    (c) => c.sessionIds[0],
  ],
  ["a result", "DELETE FROM completion_result WHERE roster_id = $1", (c) => c.id],
  [
    "supervision",
    "UPDATE supervision_record SET voided_at = now() WHERE class_id = $1",
    (c) => c.classId,
  ],
  [
    "a person asked",
    "INSERT INTO spot_check_person VALUES ($1, gen_random_uuid(), '532323', 'ok')",
    (c) => c.supervisionIds[0],
  ],
  ["media", "UPDATE media_item SET set_aside_at = now() WHERE class_id = $1", (c) => c.classId],
  ["a proof", "UPDATE acknowledgement SET voided_at = now() WHERE roster_id = $1", (c) => c.id],
  ["verification", "UPDATE verification SET category = NULL WHERE roster_id = $1", (c) => c.id],
  ["a line's name", "UPDATE roster_line SET name = '别名' WHERE roster_id = $1", (c) => c.id],
  ["a line's note", "UPDATE roster_line SET note = '补记' WHERE roster_id = $1", (c) => c.id],
  [
    "the taking off of a line",
    "UPDATE roster_line SET removed_at = now() WHERE roster_id = $1",
    (c) => c.id,
  ],
  ["the deletion of a line", "DELETE FROM roster_line WHERE roster_id = $1", (c) => c.id],
  ["the roster", "UPDATE roster SET state = 'accepted' WHERE id = $1", (c) => c.id],
  [
    "the moving of a proof to another roster",
    "UPDATE acknowledgement SET roster_id = gen_random_uuid() WHERE roster_id = $1",
    (c) => c.id,
  ],
  [
    "the moving of media to another class",
    "UPDATE media_item SET class_id = gen_random_uuid() WHERE class_id = $1",
    (c) => c.classId,
  ],
])("[R02] after the seal the database refuses %s, even to its owner", async (_, statement, key) => {
  sealedOnce ??= await aSealedClass();
  await expect(at.owner.query(statement, [key(sealedOnce)])).rejects.toThrow(
    /the roster is sealed/,
  );
});

test.each([
  ["number", "id_index = sha256(id_index), phone_index = sha256(id_index)"],
  ["sealed number", "id_sealed = id_sealed || id_sealed"],
  ["telephone", "phone_sealed = NULL"],
])("[R02] after the seal the product changes no line's %s", async (_, change) => {
  sealedOnce ??= await aSealedClass();
  const { id } = sealedOnce;
  const changed = inBulkTransaction({ userId: officer.userId, counties: [COUNTY] }, (client) =>
    client.query(`UPDATE roster_line SET ${change} WHERE roster_id = $1`, [id]),
  );
  await expect(changed).rejects.toThrow(/the roster is sealed/);
});

test("[R02] the product changes no digest of a stored file", async () => {
  const changed = inBulkTransaction({ userId: officer.userId, counties: [COUNTY] }, (client) =>
    client.query("UPDATE stored_file SET sha256 = '\\x00'"),
  );
  await expect(changed).rejects.toThrow(/permission denied/);
});

test("[R02] no line is moved into a sealed roster", async () => {
  sealedOnce ??= await aSealedClass();
  const other = await ready();
  const move = "UPDATE roster_line SET roster_id = $1 WHERE roster_id = $2";
  await expect(at.owner.query(move, [sealedOnce.id, other.id])).rejects.toThrow(
    /the roster is sealed/,
  );
});

describe("the public check", () => {
  test("[R06] tells whether the form is the sealed one, and nobody's data", async () => {
    const one = await aSealedClass();
    const seal = await sealOf(one);
    if (seal === null) throw new Error("no seal");
    const same = await checkPrintedSeal(seal, "10.0.0.1", NOW);
    expect(same).toEqual({
      ok: true,
      value: {
        ...{ isSame: true, isStillAsSealed: true, label: seal.label, countyName: "牟定县" },
        ...{ headcount: 2, sealedOn: "2020-06-20", amendments: 0 },
      },
    });
    const other = { code: seal.code, digest: "0".repeat(64) };
    expect(await checkPrintedSeal(other, "10.0.0.1", NOW)).toMatchObject({
      value: { isSame: false, isStillAsSealed: true },
    });
    const unknown = { ...seal, code: seal.code.replace(/.$/, (c) => (c === "0" ? "1" : "0")) };
    expect(await checkPrintedSeal(unknown, "10.0.0.1", NOW)).toEqual({
      ok: false,
      refusal: { kind: "unknown" },
    });
    await tamper(at, "UPDATE attendance SET state = 'ABSENT' WHERE session_id = $1", [
      one.sessionIds[0],
    ]);
    expect(await checkPrintedSeal(seal, "10.0.0.1", NOW)).toMatchObject({
      value: { isSame: true, isStillAsSealed: false },
    });
  });

  test("[R06] one address may ask sixty times in ten minutes, another goes on", async () => {
    const typed = { code: "ABCDE-ABCDE-ABCDE-ABCDE", digest: "0".repeat(64) };
    const ask = (address: string, after = 0) =>
      checkPrintedSeal(typed, address, new Date(NOW.getTime() + after));
    for (let n = 0; n < 60; n += 1)
      expect(await ask("10.9.9.9")).toMatchObject({ refusal: { kind: "unknown" } });
    expect(await ask("10.9.9.9")).toMatchObject({ refusal: { kind: "tooMany" } });
    expect(await ask("10.9.9.8")).toMatchObject({ refusal: { kind: "unknown" } });
    expect(await ask("10.9.9.9", 600_000)).toMatchObject({ refusal: { kind: "unknown" } });
  });
});
