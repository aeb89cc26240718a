import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { drawClaim } from "~/usecases/claims/draw-claim.server";
import { newId } from "~/platform/id.server";
import { aClassReadyToSeal } from "#test/builders/sealed-class";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aNumber, aPot, AT, COUNTY, officer } from "./claim-support";

let at: TestPlatform;
let dataDir: string;
let potId: string;

beforeAll(async () => {
  at = await openTestPlatform();
  dataDir = await mkdtemp(path.join(tmpdir(), "check-claim-"));
  potId = await aPot(at);
  await aNumber(at, "claim.trainingPersonDay", 50);
  await at.owner.query(
    `INSERT INTO fund_receipt (id, region_code, pot_id, amount_fen, letter_received_on, received_on, from_unit, voucher_no, recorded_by,
       recorded_by_name, recorded_at)
     VALUES ($1, $2, $3, 10000000, '2020-04-01', '2020-04-10', '市财政局', '收-1', $1, '某', now())`,
    [newId(), COUNTY, potId],
  );
});
afterAll(async () => {
  await at.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** A claim for a sealed class of two, each with an account: nothing of it fails. */
async function aCleanBatch(): Promise<string> {
  const { classId } = await aClassReadyToSeal({ countyCode: COUNTY, createdBy: officer.userId });
  const asked = [classId];
  await at.owner.query(
    "UPDATE training_class SET filing_reviewed_at = '2020-05-20' WHERE id = $1",
    asked,
  );
  await at.owner.query("UPDATE roster SET state = 'sealed' WHERE class_id = $1", asked);
  await at.owner.query(
    `INSERT INTO payee_account (id, person_id, county_code, holder_name, bank_name, account_index, account_sealed,
       recorded_by, recorded_by_name, recorded_at)
     SELECT gen_random_uuid(), l.person_id, l.county_code, l.name, '农村信用社', sha256(l.id_index), '\\x00', l.id, '某',
       now() FROM roster_line l JOIN roster r ON r.id = l.roster_id WHERE r.class_id = $1`,
    asked,
  );
  const source = { kind: "TRAINING", classId, paysProvider: false } as const;
  const claim = { countyCode: COUNTY, year: 2020, potId, title: "", source };
  return value(await drawClaim(officer, claim, AT));
}

interface Ran {
  readonly code: number | string | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(...args: string[]): Promise<Ran> {
  const { ownerUrl: DATABASE_URL, appUrl: APP_DATABASE_URL } = at;
  const env = { ...process.env, DATABASE_URL, APP_DATABASE_URL, DATA_DIR: dataDir };
  const script = ["--import", "tsx", "scripts/check-claim.ts", ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, script, { env, timeout: 90_000 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : (error.code ?? null), stdout, stderr });
    });
  });
}

const counts = { pass: z.number(), fail: z.number(), unknown: z.number() };
const report = z.strictObject({
  ...{ runId: z.uuid(), number: z.number(), lineCount: z.number() },
  ...{ blockedLines: z.number(), warnedLines: z.number(), unknownLines: z.number() },
  /** Claw-backs proposed by the way. */
  proposed: z.number(),
  byRule: z.array(z.strictObject({ rule: z.string().regex(/^[a-z]+\/[a-z-]+$/), ...counts })),
  difference: z
    .array(z.strictObject({ rule: z.string(), appeared: z.number(), gone: z.number() }))
    .nullable(),
});

test("the console checks a batch: 0 when nothing fails, 1 when something does, 2 when nothing was checked; nobody is named", async () => {
  const [clean, bad] = [await aCleanBatch(), await aCleanBatch()];
  await at.owner.query("SET session_replication_role = replica");
  await at.owner.query(
    `DELETE FROM acknowledgement WHERE element = 'SIGNATURE' AND line_id =
       (SELECT source_id FROM claim_line WHERE batch_id = $1 AND line_no = 1)`,
    [bad],
  );
  await at.owner.query("SET session_replication_role = origin");
  const passed = await run("--batch", clean, "--json");
  const [failed, unknown, misused] = await Promise.all([
    run("--batch", bad),
    run("--batch", newId(), "--json"),
    run("--batch", "3", "--json"),
  ]);
  expect(passed).toMatchObject({ code: 0, stderr: "" });
  const told = report.parse(JSON.parse(passed.stdout));
  expect(told).toMatchObject({ number: 1, lineCount: 2, difference: null });
  expect(told.byRule).toContainEqual({
    ...{ rule: "training/proof-signature", pass: 2, fail: 0, unknown: 0 },
  });
  expect(failed).toMatchObject({ code: 1, stderr: "" });
  expect(failed.stdout).toContain("不符合 1 条，无法判断 0 条：花名册：本人签字");
  expect(failed.stdout).toMatch(/共 2 条：不能报送 [12] 条，要说明 [01] 条；其中无法判断 \d 条/);
  expect(unknown).toMatchObject({ code: 2, stdout: "" });
  expect(unknown.stderr).toContain("没有这个批次");
  expect(misused).toMatchObject({ code: 2, stdout: "" });
  expect(misused.stderr).toContain("--batch");
  const { rows } = await at.owner.query<{ name: string }>("SELECT DISTINCT name FROM claim_line");
  expect(rows.length).toBeGreaterThan(0);
  const everything = [passed, failed, unknown, misused].map((one) => one.stdout + one.stderr);
  for (const { name } of rows) expect(everything.join()).not.toContain(name);
  expect(everything.join()).not.toMatch(/\d{17}[\dX]|(?<!\d)1[3-9]\d{9}(?!\d)/);
}, 120_000);
