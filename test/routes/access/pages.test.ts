import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildOrganisation, buildUser } from "#test/builders/access";
import { aVisitor, visit, type Visitor } from "#test/routes/support/visit";
import { createTestDatabase, type TestDatabase } from "#test/support/test-database";
import { createKeyRing } from "~/platform/crypto/key-ring.server";
import { closePlatform, openPlatform } from "~/platform/platform.server";
import { asIdentity } from "~/platform/prisma/transaction.server";
import * as account from "~/routes/access/account";
import * as changePassword from "~/routes/access/change-password";
import * as newOrganisation from "~/routes/access/new-organisation";
import * as newUser from "~/routes/access/new-user";
import * as organisation from "~/routes/access/organisation";
import * as organisations from "~/routes/access/organisations";
import * as signIn from "~/routes/access/sign-in";
import * as signOut from "~/routes/access/sign-out";
import * as textSize from "~/routes/access/text-size";
import * as user from "~/routes/access/user";
import * as users from "~/routes/access/users";
import { loadFrame } from "~/routes/frame/load-frame.server";

const PASSWORD = "correct horse battery staple";
let database: TestDatabase;
let admin: Visitor;
let officer: Visitor;
let organisationId: string;
let clerk: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const filesDir = mkdtempSync(path.join(tmpdir(), "labour-files-"));
  openPlatform({ appUrl: database.appUrl, keyRing: createKeyRing("intl"), filesDir });
  admin = await aVisitor("systemAdministrator", "532329", "管理员甲");
  officer = await aVisitor("caseOfficer", "532324", "经办乙");
  await asIdentity(async (tx) => {
    organisationId = await buildOrganisation(tx);
    const plain = { organisationId, password: PASSWORD, cost: 4, roles: [] };
    clerk = await buildUser(tx, { ...plain, account: "clerk", name: "张三" });
  });
});

afterAll(async () => {
  await closePlatform();
  await database.close();
});

function signInAs(typed: Record<string, string>, address = "/sign-in") {
  return visit(signIn, "/sign-in", address, null, typed);
}

test("the sign-in page asks for account and password and promises nothing else", async () => {
  const { status, html } = await visit(signIn, "/sign-in", "/sign-in?to=%2Frosters&draft=x", null);
  expect(status).toBe(200);
  expect(html).toContain("刚才填写的内容已保存");
  expect(html).toMatch(
    /name="account"[^>]*autoComplete="username"|autoComplete="username"[^>]*name="account"/i,
  );
});

test("signing in leads back to the page one came from, with a hidden cookie", async () => {
  const answer = await signInAs(
    { account: "clerk", password: PASSWORD },
    "/sign-in?to=%2Frosters%3Fpage%3D2",
  );
  expect(answer.location).toBe("/rosters?page=2");
  expect(answer.response?.headers.get("Set-Cookie")).toMatch(
    /^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
  );
});

test("signing in leads to no other site", async () => {
  const typed = { account: "clerk", password: PASSWORD };
  expect((await signInAs(typed, "/sign-in?to=https://evil.example")).location).toBe("/");
  expect((await signInAs(typed, "/sign-in?to=//evil.example")).location).toBe("/");
});

test("a wrong password and an unknown account give the same page, without the password", async () => {
  const wrong = await signInAs({ account: "clerk", password: "wrong-one" });
  const unknown = await signInAs({ account: "clerk2", password: "wrong-one" });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain("账号或密码不正确");
  expect(wrong.html).not.toContain("wrong-one");
  expect(unknown.html.replaceAll("clerk2", "clerk")).toBe(wrong.html);
});

test("signing out kills the cookie and what the browser keeps; following a link does not", async () => {
  const visitor = await aVisitor("caseOfficer", "532324");
  await visit(signOut, "/sign-out", "/sign-out", visitor);
  expect((await visit(account, "/account", "/account", visitor)).status).toBe(200);
  const answer = await visit(signOut, "/sign-out", "/sign-out", visitor, {});
  expect(answer.location).toBe("/sign-in");
  expect(answer.response?.headers.get("Set-Cookie")).toContain("Max-Age=0");
  expect(answer.response?.headers.get("Clear-Site-Data")).toContain("cache");
  expect((await visit(account, "/account", "/account", visitor)).location).toMatch(/^\/sign-in/);
});

test("one's own account shows roles and sessions and ends them all", async () => {
  const visitor = await aVisitor("caseOfficer", "532324", "经办丙");
  const { html } = await visit(account, "/account", "/account", visitor);
  for (const text of ["县经办人", "正在登录的设备", "本机", "切换到大字模式"]) {
    expect(html).toContain(text);
  }
  const answer = await visit(account, "/account", "/account", visitor, { intent: "endAll" });
  expect(answer.location).toBe("/sign-in");
  expect((await visit(account, "/account", "/account", visitor)).location).toMatch(/^\/sign-in/);
});

test("the text size is switched and leads back, to own pages only", async () => {
  const form = { textSize: "large", returnTo: "/account" };
  const there = await visit(textSize, "/account/text-size", "/account/text-size", officer, form);
  expect(there.location).toBe("/account");
  const frame = await loadFrame(
    new Request("http://127.0.0.1/account", { headers: { Cookie: officer.cookie } }),
    { cspNonce: "" },
  );
  expect(frame).toMatchObject({ textSize: "large", user: { regionName: "南华县" } });
  const evil = { textSize: "normal", returnTo: "https://evil.example/" };
  const away = await visit(textSize, "/account/text-size", "/account/text-size", officer, evil);
  expect(away.location).toBe("/account");
});

test("the menu shows what the role may open", async () => {
  const menuOf = async ({ cookie }: Visitor) => {
    const request = new Request("http://127.0.0.1/", { headers: { Cookie: cookie } });
    const { menu } = await loadFrame(request, { cspNonce: "" });
    return menu.flatMap(({ entries }) => entries.map(({ to }) => to));
  };
  expect(await menuOf(admin)).toEqual(["/", "/regions", "/users", "/organisations"]);
  expect(await menuOf(officer)).toContain("/rosters/import");
  expect(await menuOf(officer)).not.toContain("/users");
  const nobody = await loadFrame(new Request("http://127.0.0.1/"), { cspNonce: "" });
  expect(nobody).toMatchObject({ user: null, menu: [] });
});

test("a new password must be typed twice alike and be good enough", async () => {
  const at = "/account/password";
  const unlike = { currentPassword: "x", newPassword: "a", newPasswordAgain: "b" };
  expect((await visit(changePassword, at, at, officer, unlike)).html).toContain(
    "两次输入的新密码不一致",
  );
  const weak = {
    currentPassword: "unused-password",
    newPassword: "12345678",
    newPasswordAgain: "12345678",
  };
  const answer = await visit(changePassword, at, at, officer, weak);
  expect(answer.status).toBe(422);
  expect(answer.html).toContain("至少 12 个字符");
  expect(answer.html).not.toContain("12345678");
});

const ADMIN_PAGES = [
  ["/users", users, "/users"],
  ["/users/new", newUser, "/users/new"],
  ["/organisations", organisations, "/organisations"],
  ["/organisations/new", newOrganisation, "/organisations/new"],
] as const;

test.each(ADMIN_PAGES)("%s opens for the administrator alone", async (pattern, module, address) => {
  expect((await visit(module, pattern, address, admin)).status).toBe(200);
  expect((await visit(module, pattern, address, officer)).status).toBe(403);
  expect((await visit(module, pattern, address, null)).location).toMatch(/^\/sign-in\?to=/);
});

test("another region's user and organisation are not found, nor is what is no id", async () => {
  const stranger = await aVisitor("systemAdministrator", "532324");
  for (const id of [clerk, "x", "../users"]) {
    const page = await visit(user, "/users/:userId", `/users/${encodeURIComponent(id)}`, stranger);
    expect(page.status).toBe(404);
  }
  const place = `/organisations/${organisationId}`;
  expect(
    (await visit(organisation, "/organisations/:organisationId", place, stranger)).status,
  ).toBe(404);
  const act = { intent: "disable", version: "1" };
  expect((await visit(user, "/users/:userId", `/users/${clerk}`, stranger, act)).status).toBe(404);
});

test("a first password is on the answer to the form and on no later page", async () => {
  const form = { name: "新人", account: "New.Person", organisationId };
  const answer = await visit(newUser, "/users/new", "/users/new", admin, form);
  const password = /([2-9a-z]{4}-){3}[2-9a-z]{4}/.exec(answer.html)?.[0] ?? "";
  expect(password).not.toBe("");
  const list = await visit(users, "/users", "/users?text=new.person", admin);
  expect(list.html).toContain("未修改初始密码");
  expect(list.html).not.toContain(password);
  const again = await visit(newUser, "/users/new", "/users/new", admin, form);
  expect(again.html).toContain("这个账号已有人使用");
});

test("a role is granted with a date written in Chinese, and a clashing one is refused with its reason", async () => {
  const address = `/users/${clerk}`;
  const send = (form: Record<string, string>) =>
    visit(user, "/users/:userId", address, admin, {
      intent: "grant",
      regionCode: "532329",
      ...form,
    });
  const granted = await send({ version: "1", role: "caseOfficer", from: "2020年6月1日", to: "" });
  expect(granted.location).toBe(`${address}?done=grant`);
  const clash = await send({ version: "2", role: "reviewer", from: "2020-06-01", to: "" });
  expect(clash.status).toBe(422);
  expect(clash.html).toContain("经办和审核须由不同的人担任");
  const wrongDays = await send({
    version: "2",
    role: "finance",
    from: "2020-06-02",
    to: "2020-06-01",
  });
  expect(wrongDays.html).toContain("截止日不能早于起始日");
  const stale = await send({
    version: "1",
    role: "labourStationOfficer",
    from: "2020-06-01",
    to: "",
  });
  expect(stale.html).toContain("别人刚刚修改过这个用户");
});

test("an organisation is added, and one of the same name is refused", async () => {
  const form = { name: "武定县劳务工作站", kind: "labourStation", regionCode: "532329" };
  const at = "/organisations/new";
  expect((await visit(newOrganisation, at, at, admin, form)).location).toBe("/organisations");
  expect((await visit(newOrganisation, at, at, admin, form)).html).toContain(
    "这个地区已有同名单位",
  );
  const bare = await visit(newOrganisation, at, at, admin, { name: "", kind: "x", regionCode: "" });
  for (const text of ["请填写单位名称", "请选择单位类别", "请选择地区"])
    expect(bare.html).toContain(text);
});
