import { readFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { addOrganisation, findOrganisationByName } from "~/data/access/organisation-store.server";
import type { Actor } from "~/domain/access/actor";
import { ROLE_LABELS } from "~/domain/access/role";
import { administeredRegions, countiesInScope } from "~/domain/access/region-scope";
import { trainingClassForm } from "~/domain/training/training-class";
import type { Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { runOneJob } from "~/platform/jobs/job-runner.server";
import { hashPassword } from "~/platform/password.server";
import type { Tx } from "~/platform/prisma/client.server";
import { asIdentity, inTransaction } from "~/platform/prisma/transaction.server";
import { presentRegions, regionName } from "~/platform/reference/region-codes.server";
import { withOwner } from "~/platform/installation.server";
import { jobHandlers } from "~/usecases/job-handlers.server";
import { uploadRegistry } from "~/usecases/registry/upload-registry.server";
import { acceptRoster } from "~/usecases/rosters/accept-roster.server";
import { requestCommit } from "~/usecases/rosters/request-commit.server";
import { submitRoster } from "~/usecases/rosters/submit-roster.server";
import { uploadPlacements } from "~/usecases/rosters/upload-placements.server";
import { uploadPosts } from "~/usecases/rosters/upload-posts.server";
import { uploadRoster } from "~/usecases/rosters/upload-roster.server";
import { enterDocumentedTargets } from "~/usecases/targets/enter-documented-targets.server";
import { createClass } from "~/usecases/training/create-class.server";
import { preparePlan, runCourse } from "./demo/course";
import * as employment from "./demo/employment";
import { DEMO_CLASSES, DEMO_PASSWORD, DEMO_USERS, type DemoUser } from "./demo/people";
import { runMoney } from "./demo/money";
import { holdPosts } from "./demo/posts";

/** One from before the spring's placements and classes, which is what tells of them, and one from the summer. */
const REGISTRY_EXPORTS = ["registry-export-2020-03.xlsx", "registry-export.xlsx"];

/** A line of the welcome at start. */
export interface DemoAccount {
  readonly account: string;
  readonly password: string;
  readonly role: string;
  readonly region: string;
}

/**
 * Loads the demonstration data the first time, through the same use cases as the screens: users of
 * every role, the prefecture's registry exports, a class with an accepted roster, and a class whose
 * messy roster waits to be imported. A start that was killed half-way goes on where it stopped; a
 * database with users of its own is left alone. Needs the platform open and no worker running yet.
 */
export async function seedDemonstration(ownerUrl: string, now: Date): Promise<DemoAccount[]> {
  const state = await stateOf(ownerUrl);
  if (state === "foreign") return [];
  if (state === "empty") {
    await seed(now);
    await withOwner(ownerUrl, (owner) =>
      owner.query("UPDATE installation SET demo_loaded_at = $1", [now]),
    );
  }
  return DEMO_USERS.map(({ account, role, regionCode }) => ({
    account,
    password: DEMO_PASSWORD,
    role: ROLE_LABELS[role],
    region: regionName(regionCode) ?? regionCode,
  }));
}

function stateOf(ownerUrl: string): Promise<"loaded" | "empty" | "foreign"> {
  const accounts = DEMO_USERS.map((user) => user.account);
  return withOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ loaded: boolean; foreign: boolean }>(
      `SELECT demo_loaded_at IS NOT NULL AS loaded,
         EXISTS (SELECT FROM user_account WHERE account <> ALL ($1)) AS foreign FROM installation`,
      [accounts],
    );
    if (rows[0]?.loaded) return "loaded";
    return rows[0]?.foreign ? "foreign" : "empty";
  });
}

async function seed(now: Date): Promise<void> {
  const actors = await addUsers(now);
  for (const name of REGISTRY_EXPORTS) {
    const whole = { regionCode: "532300", exportedOn: null, file: await received(name) };
    unlessDone(await uploadRegistry(actorNamed(actors, "chuxiong"), whole, now), "sameFile");
    await workOff();
  }
  for (const { by, ...one } of DEMO_CLASSES) {
    const form = trainingClassForm.parse(one);
    unlessDone(await createClass(actorNamed(actors, by), form, now), "duplicate");
  }
  const officer = actorNamed(actors, "mouding");
  const reviewer = actorNamed(actors, "mouding-shenhe");
  const classId = await classOf(officer);
  const file = await received("training-roster-clean.xlsx");
  const upload = { classId, file, previousImportId: null };
  const imported = await uploadRoster(officer, upload, now);
  await workOff();
  if (imported.ok) unlessDone(await requestCommit(officer, imported.value.importId, "all", now));
  await workOff();
  const draft = await rosterOf(officer, classId);
  unlessDone(await submitRoster(officer, draft, now), "wrongState");
  const sent = await rosterOf(officer, classId);
  unlessDone(await acceptRoster(reviewer, sent, now), "wrongState");
  await runClasses(actors, classId);
  await runEmployment(actors, now);
}

/** The prefecture's ledger of placements, what its counties prove of it, and the targets it is measured by. */
async function runEmployment(actors: ReadonlyMap<string, Actor>, now: Date): Promise<void> {
  const prefecture = actorNamed(actors, "chuxiong");
  await employment.keepPairing(actorNamed(actors, "admin"), now);
  await enterDocumentedTargets(prefecture, new Date("2020-07-08T01:00:00Z"));
  const file = await received("placement-roster-prefecture.xlsx");
  const upload = { regionCode: "532300", file, previousImportId: null };
  const imported = await uploadPlacements(prefecture, upload, now);
  unlessDone(imported, "sameFile");
  await workOff();
  if (imported.ok) unlessDone(await requestCommit(prefecture, imported.value.importId, "all", now));
  await workOff();
  const officer = actorNamed(actors, "nanhua");
  await employment.proveEmployment(officer, "532324");
  await employment.proveEmployment(actorNamed(actors, "mouding"), "532323");
  await employment.stateGroups(officer, "532324");
  await employment.followUp(actorNamed(actors, "gongzuozhan"), "532324");
  await employment.holdFair(officer);
  await employment.beginReconciliation(officer, actorNamed(actors, "jiading"));
  const reviewer = actorNamed(actors, "nanhua-shenhe");
  await holdPosts({ officer, reviewer, finance: actorNamed(actors, "caiwu") }, now);
  const posts = { countyCode: "532329", file: await received("post-roster-wuding.xlsx") };
  const wuding = actorNamed(actors, "wuding");
  const roster = await uploadPosts(wuding, { ...posts, previousImportId: null }, now);
  unlessDone(roster, "sameFile");
  await workOff();
  if (roster.ok) unlessDone(await requestCommit(wuding, roster.value.importId, "goodOnly", now));
  await workOff();
  const county = { officer, reviewer, finance: actorNamed(actors, "caiwu") };
  const offices = { office: actorNamed(actors, "xiezuo"), treasury: actorNamed(actors, "zhoucai") };
  await runMoney({ ...county, ...offices, bureau: prefecture }, now);
}

/** Plans of both counties, and the accepted roster's class up to its completion. */
async function runClasses(actors: ReadonlyMap<string, Actor>, classId: string): Promise<void> {
  const title = "2020年劳务协作培训计划";
  const people = (county: string) => ({
    officer: actorNamed(actors, county),
    reviewer: actorNamed(actors, `${county}-shenhe`),
  });
  const nanhua = {
    ...{ name: "南华县职业高级中学", address: "龙川镇", creditCode: "52532324MJT10382XR" },
  };
  const trades = ["家政服务员", "电工"];
  await preparePlan(people("nanhua"), "532324", { title, provider: nanhua }, trades);
  const mouding = { name: "牟定县职业技能培训学校", creditCode: "91532323MA6K1T2H7K" };
  const plan = await preparePlan(people("mouding"), "532323", { title, provider: mouding }, [
    "中式烹调师",
  ]);
  const parties = {
    bureau: actorNamed(actors, "chuxiong"),
    seconded: actorNamed(actors, "yuandian"),
  };
  await runCourse({ ...people("mouding"), ...parties }, classId, plan);
}

/** A refusal that says the step was done by an earlier, interrupted start is fine. */
function unlessDone(outcome: Outcome<unknown, { readonly kind: string }>, alreadyDone?: string) {
  if (outcome.ok || outcome.refusal.kind === alreadyDone) return;
  throw new Error(`demonstration data refused: ${outcome.refusal.kind}`);
}

async function workOff(): Promise<void> {
  while (await runOneJob(jobHandlers));
}

async function received(name: string) {
  const bytes = await readFile(path.resolve("prisma/demo", name));
  const id = newId();
  const stored = await storeFile(id, Readable.from([bytes]), bytes.length);
  return { id, fileName: name, ...stored };
}

function classOf(officer: Actor): Promise<string> {
  return inTransaction(officer, async (tx) => {
    const where = { countyCode: "532323", name: "中式烹调师" };
    return (await tx.trainingClass.findFirstOrThrow({ where, select: { id: true } })).id;
  });
}

function rosterOf(officer: Actor, classId: string) {
  return inTransaction(officer, async (tx) => {
    const select = { id: true, version: true };
    const { id, version } = await tx.roster.findUniqueOrThrow({ where: { classId }, select });
    return { rosterId: id, version };
  });
}

function actorNamed(actors: ReadonlyMap<string, Actor>, account: string): Actor {
  const found = actors.get(account);
  if (found === undefined) throw new Error(`no demonstration user ${account}`);
  return found;
}

async function addUsers(now: Date): Promise<ReadonlyMap<string, Actor>> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const actors = new Map<string, Actor>();
  for (const user of DEMO_USERS) {
    const userId = await asIdentity((tx) => addUser(tx, user, passwordHash, now));
    actors.set(user.account, actorOf(user, userId, now));
  }
  return actors;
}

async function addUser(tx: Tx, user: DemoUser, passwordHash: string, now: Date): Promise<string> {
  const { account, name, regionCode, role } = user;
  const known = await tx.userAccount.findUnique({ where: { account }, select: { id: true } });
  if (known !== null) return known.id;
  const place = { name: user.organisation, kind: user.kind, regionCode };
  await addOrganisation(tx, place);
  const organisation = await findOrganisationByName(tx, regionCode, user.organisation);
  if (organisation === null) throw new Error(`no organisation ${user.organisation}`);
  const id = newId();
  const at = { createdAt: now, passwordChangedAt: now };
  const organisationId = organisation.id;
  await tx.userAccount.create({ data: { id, account, name, organisationId, passwordHash, ...at } });
  await tx.roleAssignment.create({
    data: {
      userId: id,
      role,
      regionCode,
      fromOn: new Date(ROLES_FROM),
      toOn: null,
      grantedAt: now,
    },
  });
  return id;
}

/** The demonstration's story begins with the year of its documents. */
const ROLES_FROM = "2020-01-01";

function actorOf(user: DemoUser, userId: string, now: Date): Actor {
  const assignments = [
    { role: user.role, regionCode: user.regionCode, from: ROLES_FROM, to: null },
  ];
  const codes = presentRegions()
    .filter(({ level }) => level === "COUNTY")
    .map(({ code }) => code);
  const today = dayInChina(now);
  const pairedCounties = employment.DEMO_PAIRINGS;
  const { name, organisation: organisationName } = user;
  return {
    userId,
    name,
    organisationName,
    assignments,
    pairedCounties,
    counties: countiesInScope(assignments, codes, pairedCounties, today),
    administered: administeredRegions(assignments, codes, today),
  };
}
