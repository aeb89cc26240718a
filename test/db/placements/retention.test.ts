import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findRetentionFacts } from "~/data/placements/retention-facts.server";
import { viewRetention, type RetentionFilter } from "~/data/placements/retention-page-view.server";
import type { Actor } from "~/domain/access/actor";
import { MILESTONE_MONTHS } from "~/domain/placements/follow-up-schedule";
import { provedSpells } from "~/domain/placements/retention-proof";
import { RETENTION_STATES, retentionStandingOf } from "~/domain/placements/retention-state";
import { addDays, day } from "~/domain/shared/calendar-date";
import type { KeyCursor } from "~/domain/shared/key-page";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { anEmployer, aPlacement, COUNTY, foreigner, officer } from "./follow-up-support";

const TOP = { after: null, before: null };
const ON = day("2020-11-20");
const PEOPLE = 60;

let at: TestPlatform;
let personIds: string[];

/** People with up to four jobs each, with gaps around the limit, some with papers and calls. */
const aHistory = fc.array(
  fc.record({
    gap: fc.constantFrom(-20, -1, 0, 0, 1, 14, 15, 15, 16, 40),
    days: fc.constantFrom(1, 20, 30, 31, 60, 91, 150),
    isOpen: fc.boolean(),
    papers: fc.subarray(["CONTRACT", "WAGE_SLIP", "call", "LOST", "found"] as const),
    paperFrom: fc.nat(3),
    paperMonths: fc.nat(5),
    contractDays: fc.constantFrom(null, 29, 30, 31, 91, 200),
  }),
  { minLength: 1, maxLength: 4 },
);

beforeAll(async () => {
  at = await openTestPlatform();
  const employers: string[] = [];
  while (employers.length < 4) employers.push(await anEmployer(at));
  const histories = fc.sample(fc.tuple(aHistory, fc.nat(170)), { numRuns: PEOPLE, seed: 20 });
  personIds = [];
  for (const [jobs, begins] of histories) {
    let from = addDays(day("2020-05-01"), begins);
    let personId: string | undefined;
    for (const [order, job] of jobs.entries()) {
      if (order > 0) from = addDays(from, job.gap + 1);
      const to = addDays(from, job.days - 1);
      const isLast = order === jobs.length - 1;
      const placed = await aPlacement(at, employers[order] ?? "", {
        ...(personId !== undefined && { personId }),
        ...{ startedOn: from, endedOn: isLast && job.isOpen ? null : to },
      });
      personId = placed.personId;
      for (const paper of job.papers) await proofFor(placed.id, { ...job, paper, from });
      from = to;
    }
    if (personId !== undefined) personIds.push(personId);
  }
}, 60_000);
afterAll(() => at.close());

async function proofFor(
  placementId: string,
  job: { from: string; paper: string; paperFrom: number; paperMonths: number } & {
    contractDays: number | null;
  },
) {
  const after = { call: job.paperFrom * 12, LOST: job.paperFrom * 20, found: 45 }[job.paper];
  if (after !== undefined) {
    await at.owner.query(
      `INSERT INTO follow_up (id, county_code, placement_id, person_id, contacted_on, method, outcome,
         recorded_by, recorded_by_name, recorded_at)
       SELECT gen_random_uuid(), county_code, id, person_id, started_on + $2::int, 'PHONE', $3,
         created_by, '测试员', now() FROM placement WHERE id = $1`,
      [placementId, after, job.paper === "LOST" ? "LOST" : "ON_JOB"],
    );
    return;
  }
  const isContract = job.paper === "CONTRACT";
  await at.owner.query(
    `INSERT INTO placement_evidence (id, county_code, placement_id, kind, from_month, to_month, file_id,
       file_name, media_type, uploaded_by, uploaded_by_name, uploaded_at)
     SELECT gen_random_uuid(), county_code, id, $2,
       CASE WHEN $5 THEN NULL ELSE date_trunc('month', started_on + make_interval(months => $3))::date END,
       CASE WHEN $5 THEN NULL ELSE date_trunc('month', started_on + make_interval(months => $3 + $4))::date END,
       id, 'x.pdf', 'application/pdf', created_by, '测试员', now() FROM placement WHERE id = $1`,
    [placementId, job.paper, job.paperFrom, job.paperMonths, isContract],
  );
  if (isContract && job.contractDays !== null) {
    await at.owner.query(
      "UPDATE placement SET contract_from = started_on, contract_to = started_on + $2::int WHERE id = $1",
      [placementId, job.contractDays],
    );
  }
}

const FIRST = { months: 1, state: "missing" } as const;
const boardOf = (actor: Actor) =>
  viewRetention(actor, [COUNTY], FIRST, { cursor: TOP, size: 1, on: ON });
const listOf = async (filter: RetentionFilter, size = 200, cursor: KeyCursor = TOP, on = ON) =>
  (await viewRetention(officer, [COUNTY], filter, { cursor, size, on })).list;

/** Where the rule puts everybody, person by person. */
async function byTheRule(on = ON) {
  const facts = await inTransaction(officer, (tx) => findRetentionFacts(tx, personIds));
  return [...facts].map(([personId, jobs]) => ({ personId, spells: provedSpells(jobs, 15, on) }));
}

test.each([ON, day("2020-08-31")])(
  "[R24] the lists of the database hold exactly whom the rule puts there on %s, before every milestone",
  async (on) => {
    const people = await byTheRule(on);
    const listed = new Map<string, number>();
    for (const months of MILESTONE_MONTHS) {
      for (const state of RETENTION_STATES) {
        const { rows } = await listOf({ months, state }, 200, TOP, on);
        const expected = people.flatMap(({ personId, spells }) => {
          const standing = retentionStandingOf(spells, months, on);
          return standing?.state === state ? [`${personId} ${standing.spell.firstOn}`] : [];
        });
        const found = rows.map(({ personId, spell }) => `${personId} ${spell.firstOn}`);
        expect([months, state, found.sort()]).toEqual([months, state, expected.sort()]);
        listed.set(state, (listed.get(state) ?? 0) + rows.length);
      }
    }
    expect([...listed.values()].every((count) => count > 3)).toBe(true);
  },
);

test("[R24] each figure of the board is the number of people in its list", async () => {
  const people = await byTheRule();
  const board = await boardOf(officer);
  const expected = MILESTONE_MONTHS.map((months) => ({
    months,
    counts: Object.fromEntries(
      RETENTION_STATES.map((state) => [
        state,
        people.filter(({ spells }) => retentionStandingOf(spells, months, ON)?.state === state)
          .length,
      ]),
    ),
  }));
  expect(board.figures).toEqual(expected);
  const working = people.filter(({ spells }) => {
    const spell = spells.at(-1);
    return spell && !spell.isLost && (spell.lastOn === null || spell.lastOn >= ON);
  });
  expect(board.inWork).toBe(working.length);
  expect(board.gaps).toEqual([{ value: 15, source: null }]);
});

test("the list pages by key, forward and back, without losing anybody", async () => {
  const whole = await listOf(FIRST);
  const pageOf = (cursor: KeyCursor) => listOf(FIRST, 4, cursor);
  const first = await pageOf(TOP);
  const second = await pageOf({ after: first.after, before: null });
  const names = (page: { rows: readonly { name: string }[] }) => page.rows.map(({ name }) => name);
  expect([...names(first), ...names(second)]).toEqual(names(whole).slice(0, 8));
  expect(names(await pageOf({ after: null, before: second.before }))).toEqual(names(first));
});

test("[R24] a gap entered by a document moves the whole board, and another county sees nothing of it", async () => {
  const before = await boardOf(officer);
  await at.owner.query(
    `INSERT INTO parameter_value (id, region_code, parameter, value, from_on, source, entered_by,
       entered_by_name, entered_at)
     VALUES (gen_random_uuid(), '532300', 'retention.gapDays', 30, '2020-01-01', '州人社办〔2020〕12号',
       gen_random_uuid(), '测试员', now())`,
  );
  const after = await boardOf(officer);
  expect(after.gaps).toEqual([{ value: 30, source: "州人社办〔2020〕12号" }]);
  expect(after.figures).not.toEqual(before.figures);
  const elsewhere = await boardOf(foreigner);
  expect(elsewhere.figures.flatMap(({ counts }) => Object.values(counts))).toEqual(
    Array(20).fill(0),
  );
});
