import { readdirSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/domain/access/actor";
import { platform } from "~/platform/platform.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { answerSignature } from "~/routes/evidence/sign-answer.server";
import * as signPage from "~/routes/evidence/sign-line";
import * as signingPage from "~/routes/rosters/signing";
import * as slipsPage from "~/routes/rosters/signing-slips";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildRoster } from "#test/builders/roster";
import { linkFor, SOME_INK } from "#test/builders/signing";
import { aVisitor, visit, type Visitor } from "#test/routes/support/visit";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

// The page that anybody may ask for: what it shows, and what it gives away.

const COUNTY = "532323";
const NUMBER = idNumberOf(COUNTY, "1990-01-01", 7);
const PHONE = "13987654321";
const OTHER = { name: "杨山茶", idCardNumber: idNumberOf(COUNTY, "1991-02-03", 8) };
const PATH = "/s/:token";

let at: TestPlatform;
let officer: Actor;
let visitor: Visitor;
let rosterId = "";
let lineId = "";
let token = "";

beforeAll(async () => {
  at = await openTestPlatform();
  visitor = await aVisitor("caseOfficer", COUNTY, "李秀兰");
  officer = { ...anActor("caseOfficer", COUNTY, "李秀兰"), userId: visitor.userId };
});
afterAll(() => at.close());

beforeEach(async () => {
  const trainees = [{ name: "杨木犀", idCardNumber: NUMBER, phone: PHONE }, OTHER];
  const built = await inTransaction(officer, (tx) =>
    buildRoster(tx, { countyCode: COUNTY, createdBy: officer.userId, trainees, name: "电工初级" }),
  );
  rosterId = built.id;
  lineId = built.lineIds[0] ?? "";
  token = await linkFor(officer, { rosterId, lineId }, new Date());
});

const look = (of = token) => visit(signPage, PATH, `/s/${of}`, null);
const send = (form: Record<string, string>, of = token) =>
  visit(signPage, PATH, `/s/${of}`, null, form);
const sign = (html: string) => ({
  ...{ intent: "sign", informed: "on", ink: JSON.stringify(SOME_INK) },
  shown: /name="shown" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? "",
});

test("[R02] first a name and four characters; after [是我本人] the notice, his own line and the pad; nobody else's, no number in full", async () => {
  const first = await look();
  expect(first.html).toContain("杨木犀");
  expect(first.html).toContain(NUMBER.slice(-4));
  expect(first.html).not.toContain("532323");
  expect(first.html).not.toContain("电工初级");
  expect(await send({ intent: "confirm" })).toMatchObject({ status: 302, location: `/s/${token}` });
  const second = await look();
  for (const text of ["电工初级", "139****4321", "保存多久", "可以不勾", "本人签名"]) {
    expect(second.html).toContain(text);
  }
  expect(second.html).not.toMatch(/type="checkbox"[^>]*checked/);
  for (const html of [first.html, second.html]) {
    for (const canary of [NUMBER, PHONE, OTHER.name, OTHER.idCardNumber]) {
      expect(html).not.toContain(canary);
    }
    expect(html).not.toContain("可靠的电子签名");
  }
});

test("[R02] who has just signed is thanked; whoever comes after sees what everybody sees", async () => {
  await send({ intent: "confirm" });
  const form = sign((await look()).html);
  const thanked = await send(form);
  expect(thanked.status).toBe(200);
  expect(thanked.html).toContain("签字完成，谢谢您");
  const unknown = await look("A".repeat(43));
  expect(unknown.html).toContain("这个链接现在不能使用");
  for (const after of [await look(), await send(form)]) {
    expect([after.status, after.html]).toEqual([unknown.status, unknown.html]);
  }
});

test("expired, revoked, disowned and guessed links answer with the very same page and status", async () => {
  const unknown = await look("B".repeat(43));
  expect(unknown.status).toBe(404);
  const expire = "UPDATE signing_link SET expires_at = now() WHERE line_id = $1";
  const revoke = "UPDATE signing_link SET revoked_at = now() WHERE line_id = $1";
  for (const sql of [expire, revoke]) {
    token = await linkFor(officer, { rosterId, lineId }, new Date());
    await at.owner.query(sql, [lineId]);
    const ended = await look();
    expect([ended.status, ended.html]).toEqual([unknown.status, unknown.html]);
  }
  token = await linkFor(officer, { rosterId, lineId }, new Date());
  expect((await send({ intent: "disown" })).html).toContain("已结束");
  expect((await look()).html).toBe(unknown.html);
  for (const odd of ["x", "..%2F..", "%00", "A".repeat(500)]) {
    expect((await look(odd)).html).toBe(unknown.html);
  }
});

test("a form that lacks something comes back with what was ticked and drawn", async () => {
  await send({ intent: "confirm" });
  const form = { ...sign((await look()).html), "agree.service": "on" };
  const dots = JSON.stringify({ ...SOME_INK, strokes: [[[9, 9]], [[40, 9]]] });
  const refused = await send({ ...form, ink: dots });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain("看不出姓名");
  expect(refused.html).toMatch(/name="agree.service"[^>]*checked/);
  expect((await send({ ...form, informed: "" })).html).toContain("请先看（或听）告知书");
  expect((await send(form)).html).toContain("谢谢您");
});

test("the address of the page leaves it with no request", () => {
  expect(signPage.headers({} as never)).toMatchObject({ "Referrer-Policy": "strict-origin" });
});

test("[R02] the officer's page gives out a link once, and a sheet of slips for the unsigned; a tablet scans its own", async () => {
  const address = `/rosters/${rosterId}/signing`;
  const path = "/rosters/:rosterId/signing";
  const ask = (form?: Record<string, string>) => visit(signingPage, path, address, visitor, form);
  const phone = await ask({ intent: "phone", lineId });
  expect(phone.html).toContain("杨木犀的签字二维码");
  expect((await ask()).html).not.toContain("杨木犀的签字二维码");
  const tablet = await ask({ intent: "tablet", lineId });
  expect(tablet.html).toContain("杨木犀（尾号");
  const token = /name="token" value="([A-Za-z0-9_-]{43})"/.exec(tablet.html)?.[1];
  const slips = await visit(slipsPage, `${path}/slips`, `${address}/slips`, visitor, {});
  expect(slips.html.match(/的签字二维码"/g)).toHaveLength(2);
  expect(slips.html).toContain(`身份证尾号 ${NUMBER.slice(-4)}`);
  expect((await look(token)).status).toBe(404);
  for (const { html } of [phone, slips, await ask()]) {
    expect(html).not.toContain(NUMBER);
    expect(html).not.toContain(PHONE);
  }
});

test("the tablet handed over forgets the officer: who presses “back” finds nobody signed in", async () => {
  const now = new Date();
  const token = await linkFor(officer, { rosterId, lineId }, now, "screen");
  const request = new Request(`http://127.0.0.1:3000/rosters/${rosterId}/signing`, {
    method: "POST",
    headers: { Cookie: visitor.cookie },
    body: new URLSearchParams({ intent: "handOver", token }),
  });
  const answer = await signingPage.action({
    request,
    params: { rosterId },
    context: { cspNonce: "", ip: "" },
  });
  if (!(answer instanceof Response)) throw new Error("no way to the tablet's page");
  expect(answer.headers.get("Set-Cookie")).toMatch(/^session=; .*Max-Age=0/);
  expect(answer.headers.get("X-Remix-Reload-Document")).toBe("true");
  expect(answer.headers.get("Location")).toBe(`/s/${token}`);
  const { html } = await send({ intent: "disown" }, token);
  expect(html).toContain(`/sign-in?to=%2Frosters%2F${rosterId}%2Fsigning`);
  const phone = await send({ intent: "disown" }, await linkFor(officer, { rosterId, lineId }, now));
  expect(phone.html).not.toContain(rosterId);
});

test("thirty guesses from one address, and it is asked to wait", async () => {
  // Every guess before this counted for the same address: the tests have no other.
  let answer = await look("C".repeat(43));
  for (let guess = 0; guess < 31 && answer.status !== 429; guess += 1) {
    answer = await look("D".repeat(43));
  }
  expect(answer.status).toBe(429);
  expect(answer.html).toContain("打开得太频繁");
  expect((await look()).status).toBe(429);
});

test("a file sent with a form that has none is not kept", async () => {
  const stored = () =>
    readdirSync(platform().filesDir, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    ).length;
  const before = stored();
  for (const intent of ["confirm", "disown"]) {
    const body = new FormData();
    body.append("intent", intent);
    body.append("photo", new File([new Uint8Array(1000)], "x.jpg"));
    const request = new Request(`http://127.0.0.1:3000/s/${token}`, { method: "POST", body });
    expect(await answerSignature(request, token)).toEqual({ kind: intent });
  }
  expect(stored()).toBe(before);
});
