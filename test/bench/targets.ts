import pg from "pg";
import { rmSync } from "node:fs";
import { viewBoard } from "~/data/targets/board-view.server";
import { viewPeople } from "~/data/targets/people-view.server";
import { loadReference } from "~/data/regions/load-reference.server";
import type { Actor } from "~/domain/access/actor";
import { day } from "~/domain/shared/calendar-date";
import { createKeyRing } from "~/platform/crypto/key-ring.server";
import { openDatabase } from "~/platform/database/open-database.server";
import { readEnv } from "~/platform/env.server";
import { closePlatform, openPlatform } from "~/platform/platform.server";
import { enterDocumentedTargets } from "~/usecases/targets/enter-documented-targets.server";
import { anActor } from "#test/builders/actor";
import { makeServerDir } from "#test/support/server-dir";
import {
  fillPeople,
  fillPlacements,
  sealNumbersOf,
  SEVEN,
  type ShareOfSeven,
} from "./fill-placements";
import { bareCount, bareRange, changeOneCounty } from "./targets-floors";
import { say, timesOf, type Times } from "./times";

const BIGGEST = "532329";
const AS_OF = day("2020-09-30");
const RUNS = 60;

/**
 * The seven counties' board and a county's lists over `--people N` (3,000,000) persons and `--placements N`
 * (1,000,000) placements: once with a sixth of them in the seven counties, once with all (the worst case). Beside
 * them the floors of the same run: the count as one bare statement, and fifty rows of a bare index range.
 */
export async function benchTargets(options: readonly string[]): Promise<void> {
  const people = numberAfter(options, "--people") ?? 3_000_000;
  const placements = numberAfter(options, "--placements") ?? 1_000_000;
  const dataDir = makeServerDir();
  const database = await openDatabase(readEnv({ DATA_DIR: dataDir }));
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const keyRing = createKeyRing("intl");
  openPlatform({ appUrl: database.appUrl, keyRing, filesDir: dataDir, poolSize: 4 });
  try {
    await loadReference(owner);
    say(`${people.toLocaleString("en")} persons, ${placements.toLocaleString("en")} placements`);
    await fillPeople(owner, people);
    const actor = anActor("prefectureSupervisor", "532300");
    await enterDocumentedTargets(actor, new Date("2020-07-06T02:00:00Z"));
    for (const share of [16, 100] as const) {
      await fillPlacements(owner, { count: placements, people, share });
      await sealNumbersOf(owner, keyRing, BIGGEST);
      await measure(actor, owner, share);
    }
  } finally {
    await closePlatform();
    await owner.end();
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(actor: Actor, owner: pg.Client, share: ShareOfSeven): Promise<void> {
  const { rows } = await owner.query<{ seven: number; county: number }>(
    `SELECT count(*)::int AS seven, (count(*) FILTER (WHERE county_code = $2))::int AS county
     FROM placement WHERE county_code = ANY ($1)`,
    [SEVEN, BIGGEST],
  );
  say(
    `\n${share} of 100 in the seven: ${rows[0]?.seven} placements, ${rows[0]?.county} in ${BIGGEST}`,
  );
  const board = () => viewBoard(actor, { asOf: AS_OF, year: 2020, on: "2026-01-01" });
  show("board, nothing kept (first of all)", await timesOf(1, board));
  show("board, as it is asked for", await timesOf(RUNS, board));
  const afterChange = () => changeOneCounty(owner, BIGGEST);
  show(`board after each change in ${BIGGEST}`, await timesOf(15, board, afterChange));
  show("floor: both counts, bare SQL", await timesOf(15, () => bareCount(owner, AS_OF)));
  const [shanghai, province] = (await board()).targets.map(({ target }) => target.id);
  for (const [label, id] of [
    ["Shanghai", shanghai],
    ["province", province],
  ] as const) {
    for (const kind of ["proved", "missing", "registered"] as const) {
      await lists(actor, owner, { label: `${label}, ${kind}`, targetId: id ?? "", kind });
    }
  }
  show(
    "floor: fifty rows of a bare index range",
    await timesOf(RUNS, () => bareRange(owner, BIGGEST)),
  );
}

interface List {
  readonly label: string;
  readonly targetId: string;
  readonly kind: "proved" | "missing" | "registered";
}

/** First, middle and last page of one list of the county. */
async function lists(
  actor: Actor,
  owner: pg.Client,
  { label, targetId, kind }: List,
): Promise<void> {
  const asked = { targetId, areaCode: BIGGEST, kind, asOf: AS_OF, on: "2026-01-01", size: 50 };
  const middle = await nextTo(owner, "2020-05-15");
  const last = await nextTo(owner, "2020-10-01");
  for (const [place, cursor] of [
    ["first", { after: null, before: null }],
    ["middle", { after: middle, before: null }],
    ["last", { after: null, before: last }],
  ] as const) {
    const found = await viewPeople(actor, { ...asked, cursor });
    const count = found?.people?.rows.length ?? 0;
    const times = await timesOf(RUNS, () => viewPeople(actor, { ...asked, cursor }));
    show(`list ${label}, ${place} page (${count} rows)`, times);
  }
}

async function nextTo(owner: pg.Client, on: string): Promise<string | null> {
  const { rows } = await owner.query<{ id: string }>(
    "SELECT id FROM placement WHERE county_code = $1 AND started_on >= $2 ORDER BY started_on, id LIMIT 1",
    [BIGGEST, on],
  );
  return rows[0]?.id ?? null;
}

function show(label: string, { p50, p95 }: Times): void {
  say(
    `${label.padEnd(52)} p50 ${p50.toFixed(1).padStart(7)} ms   p95 ${p95.toFixed(1).padStart(7)} ms`,
  );
}

function numberAfter(options: readonly string[], name: string): number | null {
  const at = options.indexOf(name);
  return at < 0 ? null : Number(options[at + 1]);
}
