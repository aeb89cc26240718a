import pg from "pg";
import { rmSync } from "node:fs";
import { loadReference } from "~/data/regions/load-reference.server";
import { createKeyRing } from "~/platform/crypto/key-ring.server";
import { openDatabase } from "~/platform/database/open-database.server";
import { readEnv } from "~/platform/env.server";
import { newId } from "~/platform/id.server";
import { closePlatform, openPlatform } from "~/platform/platform.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { day } from "~/domain/shared/calendar-date";
import { checkClaim } from "~/usecases/claims/check-claim.server";
import { anActor } from "#test/builders/actor";
import type { ClaimedBatch } from "#test/builders/claim-lines";
import { aClaimWorld } from "#test/builders/claim-world";
import { makeServerDir } from "#test/support/server-dir";
import { checkAlone, keepAlone, type LineAlone } from "./claim-line-alone";
import { say } from "./times";

/** Of a class, as of a sheet of wages. */
const PEOPLE = 40;
const AT = new Date("2020-10-05T02:00:00Z");
const TODAY = day("2020-10-05");
const COUNTY = "532324";
const officer = anActor("caseOfficer", COUNTY, "李秀兰");
const everywhere = { userId: officer.userId, counties: [COUNTY, "530381"] };

interface Checked {
  readonly batch: ClaimedBatch;
  readonly runId: string;
  /** Milliseconds. */
  readonly took: number;
}

/**
 * `--lines N` (100,000) claim lines of the five kinds against every rule, set-wise with facts and verdicts kept; and
 * `--sample N` (100) of them one by one through Prisma, each fact by a query of its own, kept as well. The first against
 * the second by the line; and both must have found the same of every line of the sample.
 */
export async function benchClaims(options: readonly string[]): Promise<void> {
  const lines = numberAfter(options, "--lines") ?? 100_000;
  const sample = numberAfter(options, "--sample") ?? 100;
  const dataDir = makeServerDir();
  const database = await openDatabase(readEnv({ DATA_DIR: dataDir }));
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const keyRing = createKeyRing("intl");
  openPlatform({ appUrl: database.appUrl, keyRing, filesDir: dataDir, poolSize: 4 });
  try {
    await loadReference(owner);
    const times = Math.max(1, Math.round(lines / 5 / PEOPLE));
    const batches = await aClaimWorld({ owner }, { people: PEOPLE, times });
    const count = batches.reduce((sum, one) => sum + one.lines, 0);
    say(`${count.toLocaleString("en")} claim lines`);
    const checked: Checked[] = [];
    for (const batch of batches) checked.push(await checkedSetWise(batch));
    const setWise = checked.reduce((sum, { took }) => sum + took, 0) / count;
    say(`set-wise, all kinds                 ${setWise.toFixed(3)} ms a line`);
    const alone = await comparedOneByOne(owner, checked, Math.ceil(sample / batches.length));
    say(`one by one, all kinds               ${alone.toFixed(1)} ms a line`);
    say(
      `${((alone * count) / 1000).toFixed(0)} s for all of them against ${((setWise * count) / 1000).toFixed(1)} s`,
    );
    say(`ratio ${(alone / setWise).toFixed(0)}`);
  } finally {
    await closePlatform();
    await owner.end();
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function checkedSetWise(batch: ClaimedBatch): Promise<Checked> {
  const from = performance.now();
  const run = await checkClaim(officer, batch.id, AT);
  const took = performance.now() - from;
  if (!run.ok) throw new Error(run.refusal.kind);
  const { runId, blockedLines, unknownLines, byRule } = run.value;
  const verdicts = byRule.reduce((sum, one) => sum + one.pass + one.fail + one.unknown, 0);
  say(
    `set-wise ${batch.kind.padEnd(18)} ${batch.lines} lines × ${byRule.length} rules = ${verdicts} verdicts: ` +
      `${took.toFixed(0)} ms, ${(took / batch.lines).toFixed(3)} ms a line; ` +
      `${blockedLines} lines are barred, ${unknownLines} cannot be told`,
  );
  return { batch, runId, took };
}

/** Answers milliseconds a line; throws when a line is found otherwise. */
async function comparedOneByOne(
  owner: pg.Client,
  checked: readonly Checked[],
  ofEach: number,
): Promise<number> {
  let [took, count, verdicts] = [0, 0, 0];
  for (const { batch, runId } of checked) {
    const { rows } = await owner.query<{ lineId: string; verdicts: unknown }>(
      `SELECT line_id AS "lineId", verdicts FROM claim_verdict WHERE run_id = $1
       ORDER BY md5(line_id::text) LIMIT $2`,
      [runId, ofEach],
    );
    const from = performance.now();
    const alone = await oneByOne(
      batch.id,
      rows.map(({ lineId }) => lineId),
    );
    took += performance.now() - from;
    count += rows.length;
    for (const [place, { lineId, verdicts: kept }] of rows.entries()) {
      const judged = alone[place]?.judged ?? [];
      verdicts += judged.length;
      if (toldOf(alone[place]) !== keptAs(kept))
        throw new Error(`line ${lineId} is found otherwise`);
    }
  }
  say(`same verdicts on ${count} lines, ${verdicts} verdicts`);
  return took / count;
}

/** One transaction for all: the kindest way to take them one at a time. */
function oneByOne(batchId: string, lineIds: readonly string[]): Promise<LineAlone[]> {
  return inTransaction(everywhere, async (tx) => {
    const runId = newId();
    await tx.checkRun.create({
      data: {
        ...{ id: runId, batchId, countyCode: COUNTY, number: 1000, asOf: AT, ranAt: AT },
        ...{
          lineCount: 0,
          failLines: 0,
          unknownLines: 0,
          rulesDigest: "",
          ranByName: "bench",
        },
        ...{ parameters: [], byRule: [] },
      },
    });
    const found: LineAlone[] = [];
    for (const lineId of lineIds) {
      const one = await checkAlone(tx, lineId, TODAY);
      await keepAlone(tx, runId, lineId, one);
      found.push(one);
    }
    return found;
  });
}

interface Kept {
  readonly rule: string;
  readonly verdict: string;
  readonly message: string;
}

const toldOf = (one: LineAlone | undefined) =>
  (one?.judged ?? [])
    .filter(({ verdict }) => verdict.kind !== "pass")
    .map(({ rule, verdict }) => `${rule.id} ${verdict.kind} ${verdict.message}`)
    .join();
const keptAs = (verdicts: unknown) =>
  (verdicts as Kept[]).map(({ rule, verdict, message }) => `${rule} ${verdict} ${message}`).join();

function numberAfter(options: readonly string[], name: string): number | null {
  const at = options.indexOf(name);
  return at < 0 ? null : Number(options[at + 1]);
}
