import type { Page } from "@playwright/test";
import { DEMO_PASSWORD } from "../../prisma/demo/people";
import { signIn } from "./sign-in";
import { enter, firstRow, MESSY, registerClass, untilChecked, upload } from "./support/rosters";
import { expect, test } from "./support/visitors";

test("[R07] another county's officer meets a page that is not there, and nothing of the content", async ({
  openAs,
}) => {
  const owner = await openAs("nanhua");
  const classId = await registerClass(owner, "他县看不到的班");
  const importPath = await upload(owner, classId, MESSY);
  await untilChecked(owner);
  const roster = await enter(owner);
  await owner.goto(roster);
  const line = owner.getByRole("rowheader").getByRole("link").first();
  const person = (await line.getAttribute("href")) ?? "";
  const name = (await line.textContent()) ?? "";
  const addresses = [
    ...[roster, `${roster}/export`, `${roster}/print`, person, `${person}/reveal`],
    ...[importPath, `${importPath}/columns`, `${importPath}/changes`],
    ...[`${importPath}/error-workbook`, `/classes/${classId}`],
  ];
  const stranger = await openAs("mouding");
  for (const address of addresses) {
    const answer = await stranger.request.get(address);
    expect(answer.status(), address).toBe(404);
    const body = await answer.text();
    expect(body).toContain("没有找到");
    for (const secret of [name, "他县看不到的班", "532324"]) expect(body).not.toContain(secret);
  }
  const sent = await stranger.request.post(`${roster}/export/file`, {
    form: { numbers: "masked" },
  });
  expect([403, 404]).toContain(sent.status());
  expect((await sent.body()).subarray(0, 2).toString()).not.toBe("PK");
  await stranger.goto(`/rosters?q=${encodeURIComponent(name)}`);
  await expect(stranger.getByText("他县看不到的班")).toHaveCount(0);
});

test("[R07] who may see a roster but not judge it finds no button and is refused by the server", async ({
  openAs,
}) => {
  const officer = await openAs("mouding");
  const roster = await firstRow(officer, "/rosters");
  for (const account of ["mouding", "xiezuo"]) {
    const page = await openAs(account);
    await page.goto(roster);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("中式烹调师");
    await expect(page.getByRole("button", { name: /核定|退回|报送/ })).toHaveCount(0);
    const answer = await post(page, roster, { intent: "accept", version: "1" });
    expect(answer).toBeGreaterThanOrEqual(400);
  }
  const helper = await openAs("xiezuo");
  expect((await helper.goto(`${roster}/export`))?.status()).toBe(403);
  await expect(helper.getByText("您没有权限查看这个页面")).toBeVisible();
});

test("a visitor is sent to sign in and comes back to where he wanted to go", async ({ openAs }) => {
  const page = await openAs(null);
  await page.goto("/rosters?state=accepted");
  await expect(page.getByText("请先登录，登录后将回到刚才的页面。")).toBeVisible();
  const wanted = page.url();
  expect(new URL(wanted).pathname).toBe("/sign-in");
  await page.getByLabel(/^账号/).fill("shenji");
  await page.getByRole("textbox", { name: "密码" }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "登录" }).click();
  await page.waitForURL(/\/rosters\?state=accepted$/);
  await page.goto("/sign-in?to=https%3A%2F%2Fexample.com%2F");
  expect(new URL(page.url()).origin).toBe(new URL(wanted).origin);
});

test("a form sent after the session has ended comes back filled in", async ({
  openAs,
  browser,
}) => {
  const page = await openAs(null);
  await signIn(page, "nanhua");
  await page.goto("/classes/new");
  await page.getByLabel(/^培训工种/).fill("养蜂员");
  await page.getByLabel(/^培训班名称/).fill("养蜂员（初级）");
  await page.getByLabel(/^期次/).fill("第7期");
  await page.getByLabel(/^开班日期/).fill("2020-06-01");
  await page.getByLabel(/^结业日期/).fill("2020-06-15");
  const storageState = await page.context().storageState();
  const elsewhere = await browser.newContext({ storageState });
  const ended = await elsewhere.request.post(new URL("/sign-out", page.url()).href);
  expect(ended.ok()).toBe(true);
  await elsewhere.close();

  await page.getByRole("button", { name: "登记培训班" }).click();
  await expect(page.getByText("登录已超时，刚才填写的内容已保存")).toBeVisible();
  await page.getByLabel(/^账号/).fill("nanhua");
  await page.getByRole("textbox", { name: "密码" }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByLabel(/^培训班名称/)).toHaveValue("养蜂员（初级）");
  await expect(page.getByLabel(/^期次/)).toHaveValue("第7期");
  await page.getByRole("button", { name: "登记培训班" }).click();
  await page.waitForURL(/created=1/);
});

/** Sends a form from the page itself, as its own button would. */
function post(page: Page, address: string, fields: Record<string, string>): Promise<number> {
  return page.evaluate(
    async ([to, body]) => {
      const answer = await fetch(to, { method: "POST", body: new URLSearchParams(body) });
      return answer.status;
    },
    [address, fields] as const,
  );
}
