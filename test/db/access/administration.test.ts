import { beforeAll, expect, test } from "vitest";
import {
  minutesLater,
  organisationIn,
  PASSWORD,
  requestWith,
  signedIn,
  userIn,
  openTestPlatform,
} from "./support/open";
import { listUsers } from "~/data/access/users-view.server";
import { viewUser } from "~/data/access/user-view.server";
import type { Actor } from "~/domain/access/actor";
import type { Role } from "~/domain/access/role";
import { asIdentity, inTransaction } from "~/platform/prisma/transaction.server";
import { changeUser } from "~/usecases/access/change-user.server";
import { createUser } from "~/usecases/access/create-user.server";
import { endRole } from "~/usecases/access/end-role.server";
import { grantRole } from "~/usecases/access/grant-role.server";
import { findSignedIn, requireActor } from "~/usecases/access/require-actor.server";
import { resetPassword } from "~/usecases/access/reset-password.server";
import { saveOrganisation } from "~/usecases/access/save-organisation.server";
import { setUserEnabled } from "~/usecases/access/set-user-enabled.server";
import { signIn } from "~/usecases/access/sign-in.server";

openTestPlatform();
const NOW = new Date("2020-06-18T01:00:00Z");
const TODAY = "2020-06-18";
let admin: Actor;
let countyAdmin: Actor;

beforeAll(async () => {
  admin = await actorOfNew("532300", "prefecture.admin", "systemAdministrator");
  countyAdmin = await actorOfNew("532324", "county.admin", "systemAdministrator");
});

async function actorOfNew(regionCode: string, account: string, role: Role): Promise<Actor> {
  await userIn(regionCode, account, { roles: [{ role, regionCode }] });
  return requireActor(requestWith(await signedIn(account, NOW)), NOW);
}

async function versionOf(id: string): Promise<number> {
  return (await asIdentity((tx) => tx.userAccount.findUniqueOrThrow({ where: { id } }))).version;
}

async function grant(userId: string, role: Role, regionCode: string, from = TODAY, by = admin) {
  const wanted = { role, regionCode, from, to: null };
  const outcome = await grantRole(by, userId, await versionOf(userId), wanted, NOW);
  return outcome.ok ? "granted" : outcome.refusal;
}

test("a new user signs in with the first password and must change it", async () => {
  const organisationId = await organisationIn("532329");
  const made = await createUser(admin, { account: "new.one", name: "新人", organisationId }, NOW);
  if (!made.ok) throw new Error(made.refusal.kind);
  const { firstPassword } = made.value;
  expect(firstPassword).toMatch(/^([2-9a-hj-km-np-z]{4}-){3}[2-9a-hj-km-np-z]{4}$/);
  const attempt = { account: "new.one", ip: "10.0.0.1", userAgent: "", formerSessionId: null };
  const entered = await signIn({ ...attempt, password: firstPassword }, NOW);
  if (!entered.ok) throw new Error(entered.refusal.kind);
  const found = await findSignedIn(requestWith(entered.value.sessionId), NOW);
  expect(found?.session.mustChangePassword).toBe(true);
  const again = await createUser(admin, { account: "new.one", name: "另人", organisationId }, NOW);
  expect(again).toMatchObject({ ok: false, refusal: { kind: "accountTaken" } });
});

test("an account name taken in another region is taken, and nothing of its user is told", async () => {
  await userIn("530381", "xuanwei.one");
  const organisationId = await organisationIn("532324");
  const wanted = { account: "xuanwei.one", name: "某人", organisationId };
  expect(await createUser(countyAdmin, wanted, NOW)).toMatchObject({
    refusal: { kind: "accountTaken" },
  });
});

test("a county's administrator neither sees nor touches another county's users and organisations", async () => {
  const foreign = await userIn("532329", "wuding.one");
  const organisation = await organisationIn("532329");
  expect(await viewUser(countyAdmin, foreign, TODAY)).toBeNull();
  const all = { text: "", organisationId: null, state: null, page: 1, size: 50 };
  const { rows } = await listUsers(countyAdmin, all, NOW, TODAY);
  expect(rows.map((row) => row.account)).not.toContain("wuding.one");
  expect(rows.map((row) => row.account)).toContain("county.admin");
  const notFound = { ok: false, refusal: { kind: "notFound" } };
  expect(await setUserEnabled(countyAdmin, foreign, 1, false, NOW)).toEqual(notFound);
  expect(await resetPassword(countyAdmin, foreign, 1, NOW)).toEqual(notFound);
  expect(await grant(foreign, "reviewer", "532329", TODAY, countyAdmin)).toEqual({
    kind: "notFound",
  });
  const data = { name: "改名", kind: "other" as const, regionCode: "532324" };
  expect(await saveOrganisation(countyAdmin, { id: organisation, version: 1 }, data, NOW)).toEqual(
    notFound,
  );
});

test("a county's administrator grants no role beyond his county", async () => {
  const own = await userIn("532324", "nanhua.one");
  expect(await grant(own, "reviewer", "532329", TODAY, countyAdmin)).toEqual({ kind: "forbidden" });
  expect(await grant(own, "prefectureSupervisor", "532300", TODAY, countyAdmin)).toEqual({
    kind: "forbidden",
  });
  expect(await grant(own, "reviewer", "532324", TODAY, countyAdmin)).toBe("granted");
});

test("a county's administrator gives no new password to a user who acts beyond the county", async () => {
  const user = await userIn("532324", "nanhua.above", {
    roles: [{ role: "prefectureSupervisor", regionCode: "532300" }],
  });
  expect(await resetPassword(countyAdmin, user, await versionOf(user), NOW)).toEqual({
    ok: false,
    refusal: { kind: "actsBeyond" },
  });
  expect((await resetPassword(admin, user, await versionOf(user), NOW)).ok).toBe(true);
  const former = await userIn("532324", "nanhua.former", {
    roles: [{ role: "prefectureSupervisor", regionCode: "532300", to: "2020-01-31" }],
  });
  expect((await resetPassword(countyAdmin, former, await versionOf(former), NOW)).ok).toBe(true);
});

test("an administrator grants himself nothing, not even past the code above the database", async () => {
  expect(await grant(admin.userId, "caseOfficer", "532329")).toEqual({ kind: "oneself" });
  const forged = inTransaction(admin, (tx) =>
    tx.roleAssignment.create({
      data: {
        userId: admin.userId,
        role: "caseOfficer",
        regionCode: "532329",
        fromOn: NOW,
        grantedAt: NOW,
      },
    }),
  );
  await expect(forged).rejects.toThrow(/row-level security/);
});

test("a role is held only where its level allows", async () => {
  const user = await userIn("532329", "seated");
  expect(await grant(user, "caseOfficer", "532300")).toEqual({ kind: "wrongSeat" });
  expect(await grant(user, "prefectureSupervisor", "532329")).toEqual({ kind: "wrongSeat" });
});

test("duties that must be separate never meet in one person, and the reason is told", async () => {
  const user = await userIn("532329", "separate");
  expect(await grant(user, "caseOfficer", "532329")).toBe("granted");
  expect(await grant(user, "reviewer", "532329")).toMatchObject({
    kind: "incompatible",
    conflicts: [{ reason: "经办和审核须由不同的人担任，本人不得审核自己录入的内容" }],
  });
  expect(await grant(user, "reviewer", "532324")).toBe("granted");
});

test("duties held outside the administrator's region count as well", async () => {
  const user = await userIn("532324", "two.places", {
    roles: [{ role: "districtOfficer", regionCode: "310114" }],
  });
  expect(await grant(user, "caseOfficer", "532324", TODAY, countyAdmin)).toMatchObject({
    kind: "incompatible",
  });
});

test("of two incompatible roles granted at once one is refused", async () => {
  const user = await userIn("532329", "raced");
  const version = await versionOf(user);
  const outcomes = await Promise.all(
    (["caseOfficer", "reviewer"] as const).map((role) =>
      grantRole(admin, user, version, { role, regionCode: "532329", from: TODAY, to: null }, NOW),
    ),
  );
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  const roles = await asIdentity((tx) => tx.roleAssignment.count({ where: { userId: user } }));
  expect(roles).toBe(1);
});

test("a role ended is gone with the next request and no longer in the way of another", async () => {
  const user = await userIn("532329", "ended");
  await grant(user, "caseOfficer", "532329");
  const session = await signedIn("ended", NOW);
  expect((await requireActor(requestWith(session), NOW)).counties).toEqual(["532329"]);
  const { id: roleId } = await asIdentity((tx) =>
    tx.roleAssignment.findFirstOrThrow({ where: { userId: user } }),
  );
  const version = await versionOf(user);
  expect(await endRole(admin, { userId: user, roleId, version }, NOW)).toMatchObject({ ok: true });
  expect((await requireActor(requestWith(session), NOW)).counties).toEqual([]);
  expect(await endRole(admin, { userId: user, roleId, version: version + 1 }, NOW)).toMatchObject({
    refusal: { kind: "alreadyEnded" },
  });
  expect(await grant(user, "reviewer", "532329")).toBe("granted");
});

test("a user disabled is out at once, and after being enabled his old sessions stay dead", async () => {
  const user = await userIn("532329", "stopped");
  const session = await signedIn("stopped", NOW);
  const later = minutesLater(NOW, 1);
  await setUserEnabled(admin, user, await versionOf(user), false, later);
  expect(await findSignedIn(requestWith(session), later)).toBeNull();
  await setUserEnabled(admin, user, await versionOf(user), true, later);
  expect(await findSignedIn(requestWith(session), later)).toBeNull();
  expect(await findSignedIn(requestWith(await signedIn("stopped", later)), later)).not.toBeNull();
});

test("a password reset ends every session and the old password", async () => {
  const user = await userIn("532329", "forgetful");
  const session = await signedIn("forgetful", NOW);
  const later = minutesLater(NOW, 1);
  const outcome = await resetPassword(admin, user, await versionOf(user), later);
  expect(outcome.ok).toBe(true);
  expect(await findSignedIn(requestWith(session), later)).toBeNull();
  const attempt = { account: "forgetful", password: PASSWORD, ip: "10.0.0.2", userAgent: "" };
  expect(await signIn({ ...attempt, formerSessionId: null }, later)).toMatchObject({ ok: false });
});

test("of two administrators who change a user at once the second is told", async () => {
  const user = await userIn("532329", "twice");
  const organisationId = await organisationIn("532329");
  const change = (name: string) => changeUser(admin, user, 1, { name, organisationId }, NOW);
  expect(await change("一")).toMatchObject({ ok: true });
  expect(await change("二")).toEqual({ ok: false, refusal: { kind: "changedByOthers" } });
});

test("an organisation is added once under its name, changed, and refused to who saw an older one", async () => {
  const data = { name: "楚雄市人社局", kind: "hrssBureau" as const, regionCode: "532301" };
  const made = await saveOrganisation(admin, null, data, NOW);
  if (!made.ok) throw new Error(made.refusal.kind);
  expect(await saveOrganisation(admin, null, data, NOW)).toMatchObject({
    refusal: { kind: "nameTaken" },
  });
  const known = { id: made.value.id, version: 1 };
  const renamed = { ...data, name: "楚雄市人力资源和社会保障局" };
  expect(await saveOrganisation(admin, known, renamed, NOW)).toMatchObject({ ok: true });
  expect(await saveOrganisation(admin, known, data, NOW)).toMatchObject({
    refusal: { kind: "changedByOthers" },
  });
  expect(await saveOrganisation(admin, null, { ...data, regionCode: "530381" }, NOW)).toMatchObject(
    { refusal: { kind: "forbidden" } },
  );
});

test("every change of users, roles and organisations leaves a trail, and none holds a password", async () => {
  const events = await inTransaction(admin, (tx) =>
    tx.trailEvent.findMany({ where: { actorId: admin.userId } }),
  );
  const actions = new Set(events.map(({ action }) => action));
  for (const action of [
    "user.create",
    "user.change",
    "user.disable",
    "user.enable",
    "user.resetPassword",
    "role.grant",
    "role.end",
    "organisation.create",
    "organisation.change",
  ]) {
    expect(actions).toContain(action);
  }
  expect(events.map(({ detail }) => detail).join()).not.toMatch(/\$2[aby]\$|password/i);
});

test("the monthly review finds disabled, never changed and long unused accounts", async () => {
  await userIn("532324", "review.unused", { at: new Date("2020-01-01T00:00:00Z") });
  await userIn("532324", "review.first", { mustChangePassword: true, at: NOW });
  const list = async (state: "disabled" | "firstPassword" | "unused" | "active") => {
    const filter = { text: "REVIEW", organisationId: null, state, page: 1, size: 50 };
    const { rows } = await listUsers(countyAdmin, filter, NOW, TODAY);
    return rows.map((row) => row.account);
  };
  expect(await list("unused")).toEqual(["review.unused"]);
  expect(await list("firstPassword")).toEqual(["review.first"]);
  expect(await list("disabled")).toEqual([]);
  expect(await list("active")).toEqual(["review.first", "review.unused"]);
});
