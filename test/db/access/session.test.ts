import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import {
  minutesLater,
  requestWith,
  signedIn,
  userIn,
  openTestPlatform,
  PASSWORD,
} from "./support/open";
import { platform } from "~/platform/platform.server";
import { asIdentity, inTransaction } from "~/platform/prisma/transaction.server";
import { hashSessionId } from "~/platform/session.server";
import { findSignedIn, requireActor } from "~/usecases/access/require-actor.server";
import { signIn } from "~/usecases/access/sign-in.server";
import { signOut } from "~/usecases/access/sign-out.server";

const { database } = openTestPlatform();
const MORNING = new Date("2020-06-18T01:00:00Z");
let officer: string;

beforeAll(async () => {
  officer = await userIn("532329", "officer", {
    roles: [{ role: "caseOfficer", regionCode: "532329" }],
  });
});

async function actsAt(sessionId: string, at: Date): Promise<boolean> {
  return (await findSignedIn(requestWith(sessionId), at)) !== null;
}

test("the actor carries name, organisation, roles and the counties of the day", async () => {
  const session = await signedIn("officer", MORNING);
  const actor = await requireActor(requestWith(session), MORNING);
  expect(actor).toEqual({
    userId: officer,
    name: "人员officer",
    organisationName: "单位532329",
    assignments: [{ role: "caseOfficer", regionCode: "532329", from: "2020-01-01", to: null }],
    pairedCounties: [],
    counties: ["532329"],
    administered: [],
  });
});

test("a district officer sees the counties paired with his district on the day", async () => {
  const owner = new pg.Client({ connectionString: database().ownerUrl });
  await owner.connect();
  await owner.query(`INSERT INTO pairing (id, district_code, county_code, from_on, to_on, source)
    VALUES (gen_random_uuid(), '310114', '532329', '2020-01-01', '2020-06-18', 'test')`);
  await owner.end();
  await userIn("310114", "jiading", { roles: [{ role: "districtOfficer", regionCode: "310114" }] });
  const session = await signedIn("jiading", MORNING);
  const thatDay = await requireActor(requestWith(session), MORNING);
  expect(thatDay.counties).toEqual(["310114", "532329"]);
  const nextDay = await requireActor(
    requestWith(await signedIn("jiading", minutesLater(MORNING, 24 * 60))),
    minutesLater(MORNING, 24 * 60),
  );
  expect(nextDay.counties).toEqual(["310114"]);
});

test("a session idle for 29:59 acts, one idle for 30:01 does not", async () => {
  const [kept, left] = [await signedIn("officer", MORNING), await signedIn("officer", MORNING)];
  expect(await actsAt(kept, minutesLater(MORNING, 30 - 1 / 60))).toBe(true);
  expect(await actsAt(left, minutesLater(MORNING, 30 + 1 / 60))).toBe(false);
});

test("a busy session ends after twelve hours, however busy", async () => {
  const session = await signedIn("officer", MORNING);
  for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
    expect(await actsAt(session, minutesLater(MORNING, minutes))).toBe(true);
  }
  expect(await actsAt(session, minutesLater(MORNING, 12 * 60 - 1 / 60))).toBe(true);
  expect(await actsAt(session, minutesLater(MORNING, 12 * 60))).toBe(false);
});

test("presence is written at most once a minute", async () => {
  const session = await signedIn("officer", MORNING);
  const lastSeen = () =>
    asIdentity((tx) =>
      tx.session.findUniqueOrThrow({ where: { idHash: hashSessionId(session) } }),
    ).then((row) => row.lastSeenAt.toISOString());
  await actsAt(session, minutesLater(MORNING, 0.98));
  expect(await lastSeen()).toBe("2020-06-18T01:00:00.000Z");
  await actsAt(session, minutesLater(MORNING, 1.02));
  expect(await lastSeen()).toBe(minutesLater(MORNING, 1.02).toISOString());
});

test("the database never holds the id of the cookie", async () => {
  const session = await signedIn("officer", MORNING);
  const rows = await asIdentity((tx) => tx.session.findMany());
  const texts = rows.map((row) => Buffer.from(row.idHash).toString("base64url"));
  expect(session).toMatch(/^[\w-]{43}$/);
  expect(texts).not.toContain(session);
  expect(texts).toContain(Buffer.from(hashSessionId(session)).toString("base64url"));
});

test("signing in gives a new id and kills the one the browser came with", async () => {
  const planted = await signedIn("officer", MORNING);
  const attempt = { account: "officer", password: PASSWORD, ip: "10.0.0.1", userAgent: "test" };
  const outcome = await signIn({ ...attempt, formerSessionId: planted }, MORNING);
  expect(outcome.ok && outcome.value.sessionId).not.toBe(planted);
  expect(await actsAt(planted, MORNING)).toBe(false);
});

test("a session signed out is dead, and its cookie sent again opens nothing", async () => {
  const session = await signedIn("officer", MORNING);
  await signOut(session, MORNING);
  expect(await actsAt(session, MORNING)).toBe(false);
});

test("a role that changes takes effect with the next request", async () => {
  const session = await signedIn("officer", MORNING);
  await asIdentity((tx) =>
    tx.roleAssignment.create({
      data: {
        userId: officer,
        role: "labourStationOfficer",
        regionCode: "532323",
        fromOn: new Date("2020-06-18"),
        grantedAt: MORNING,
      },
    }),
  );
  const before = await requireActor(requestWith(session), MORNING);
  expect(before.counties).toEqual(["532323", "532329"]);
  await asIdentity((tx) =>
    tx.roleAssignment.updateMany({
      where: { role: "labourStationOfficer" },
      data: { toOn: new Date("2020-06-17") },
    }),
  );
  expect((await requireActor(requestWith(session), MORNING)).counties).toEqual(["532329"]);
});

test("a user disabled acts no more with the next request, in no session", async () => {
  const id = await userIn("532329", "leaver");
  const session = await signedIn("leaver", MORNING);
  expect(await actsAt(session, MORNING)).toBe(true);
  await asIdentity((tx) => tx.userAccount.update({ where: { id }, data: { disabledAt: MORNING } }));
  expect(await actsAt(session, MORNING)).toBe(false);
});

test("without identity nobody sees accounts, sessions, failures or drafts; with a scope only his own", async () => {
  await signedIn("officer", MORNING);
  const blind = await platform().db.$transaction(async (tx) => [
    await tx.userAccount.count(),
    await tx.session.count(),
    await tx.signInFailure.count(),
    await tx.formDraft.count(),
    await tx.roleAssignment.count(),
    await tx.organisation.count(),
  ]);
  expect(blind).toEqual([0, 0, 0, 0, 0, 0]);
  const strangers = await inTransaction({ userId: officer, counties: [] }, async (tx) => [
    await tx.session.count({ where: { userId: { not: officer } } }),
    await tx.userAccount.count({ where: { id: { not: officer } } }),
  ]);
  expect(strangers).toEqual([0, 0]);
});

test("loading the actor takes a few milliseconds", async () => {
  const session = await signedIn("officer", MORNING);
  const took: number[] = [];
  for (let turn = 0; turn < 60; turn += 1) {
    const start = performance.now();
    await findSignedIn(requestWith(session), MORNING);
    took.push(performance.now() - start);
  }
  const asked: number[] = [];
  for (let turn = 0; turn < 60; turn += 1) {
    const start = performance.now();
    await platform().db.$queryRaw`SELECT 1`;
    asked.push(performance.now() - start);
  }
  const floor = asked.sort((a, b) => a - b)[30] ?? Infinity;
  const median = took.sort((a, b) => a - b)[30] ?? Infinity;
  process.stdout.write(
    `actor loaded in ${median.toFixed(1)} ms, an empty question takes ${floor.toFixed(1)} ms (medians)\n`,
  );
  expect(median).toBeLessThan(30);
});
