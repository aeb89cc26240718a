import type { Locator, Page } from "@playwright/test";
import { makePhoto } from "#test/builders/phone-photo";
import { signIn } from "./sign-in";
import { drawName, drawNameByFinger } from "./support/ink";
import { claimWay } from "./support/claim-way";
import { cellsBut, confirmClear, printSheets, scanOf, uploadScans } from "./support/paper";
import { readQr } from "./support/qr";
import { firstRow } from "./support/rosters";
import { checkSeal, missingItems, printedSeal, sealRoster } from "./support/seal";
import { press } from "./support/steps";
import { inkByLine } from "./support/tampering";
import { expect, test } from "./support/visitors";

/** The two lines of the demonstration's class that nobody has signed. */
const BY_PHONE = 17;
const BY_TABLET = 32;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 2 };
const GUESS = `/s/${"aB3_".repeat(10)}xyz`;
/** 电子签名法 has a name for signatures that ours on a screen are not. */
const CLAIM = "可靠的电子签名";

/** Number, name and masked number as a row begins. */
const FIRST_CELLS = /^(\d+)\s*(\D+?)\s*(\d{6}\*{8}[\dX]{4})/;

interface Person {
  readonly no: number;
  readonly name: string;
  readonly idMasked: string;
}

interface Roster {
  readonly id: string;
  readonly people: readonly Person[];
}

// The second begins with what the first has sealed.
test.describe.configure({ mode: "serial" });

test("[R02] [R06] the phone way: the last two sign on phone and tablet, the prints come on paper, and the roster is sealed", async ({
  openAs,
  app,
}) => {
  test.setTimeout(180_000);
  const officer = await openAs("mouding");
  const reviewer = await openAs("mouding-shenhe");
  const trainee = await openAs(null, PHONE);
  const id = (await firstRow(officer, "/rosters")).split("/").at(-1) ?? "";
  const roster = { id, people: await peopleOf(officer, id) };
  await test.step("what is missing: every print and two signatures", () =>
    expectGaps(reviewer, roster));
  await test.step("a trainee scans his own code, reads, agrees or not, and signs with his finger", () =>
    signOnOwnPhone(officer, trainee, roster));
  await test.step("a close-up of a print is offered once the county has switched it on", () =>
    switchOnCloseUps(officer, reviewer, roster));
  await test.step("the other signs on the tablet handed over, and agrees to the close-up", async () => {
    await signOnTablet(officer, roster);
    await takeCloseUps(officer, roster);
  });
  await test.step("prints come in on paper, beside signatures on a screen", async () => {
    await uploadScans(officer, id, await printedByHand(officer, id));
    await expect(officer.getByText("没有缺页")).toBeVisible();
    await confirmClear(officer);
    const complete = Object.fromEntries(roster.people.map(({ no }) => [no, "SF"]));
    expect(await inkByLine(app.dataDir, id)).toEqual(complete);
    await expectProofs(officer, roster);
  });
  await test.step("nothing is missing: sealed by the reviewer, checked by anybody", async () => {
    expect(await missingItems(officer, id)).toEqual([]);
    await expect(officer.getByRole("button", { name: "封存本册" })).toHaveCount(0);
    await sealRoster(reviewer, id);
    const printed = await printedSeal(reviewer, id);
    await neverClaims(reviewer);
    await expect(await checkSeal(trainee, printed)).toHaveText(/与封存时一致/);
    await neverClaims(trainee);
    await openSigning(officer, id);
    await expect(officer.getByRole("button", { name: /签字|二维码|收回/ })).toHaveCount(0);
  });
});

test("[R08] [R14] [F07] the sealed class is claimed, approved by two offices, paid, and partly clawed back", async ({
  openAs,
}) => {
  test.setTimeout(240_000);
  await claimWay(openAs, "中式烹调师（第1期）");
});

async function expectGaps(page: Page, { id, people }: Roster): Promise<void> {
  expect(people).toHaveLength(45);
  const place = (no: number) => `第 ${no} 号 ${people[no - 1]?.name ?? ""}`;
  const signatures = [BY_PHONE, BY_TABLET].map((no) => [place(no), "没有签字"]);
  const prints = people.map(({ no }) => [place(no), "没有手印"]);
  const missing = await missingItems(page, id);
  const found = missing.map((item) => [item.place, item.message]);
  expect(found).toEqual([...signatures, ...prints]);
}

/** With a link that is used, taken back or guessed nobody learns anything, not even which it was. */
async function signOnOwnPhone(officer: Page, trainee: Page, roster: Roster): Promise<void> {
  const used = await phoneLink(officer, roster.id, BY_PHONE);
  await openOwnLine(trainee, used, roster.people, BY_PHONE);
  await agreeAndSign(trainee, ["打电话回访"], drawNameByFinger);
  await expect(trainee.getByText("二维码已经用过，不能再用。")).toBeVisible();
  const revoked = await revokedSlip(officer, roster);
  const guessed = await answerTo(trainee, GUESS);
  expect(guessed.status).toBe(404);
  expect(guessed.text).toContain("这个链接现在不能使用");
  expect(await answerTo(trainee, used)).toEqual(guessed);
  expect(await answerTo(trainee, revoked)).toEqual(guessed);
}

async function signOnTablet(officer: Page, { id, people }: Roster): Promise<void> {
  await openSigning(officer, id);
  await lineOf(officer, BY_TABLET).getByRole("button", { name: "平板签字" }).click();
  await officer.getByRole("button", { name: "就在本机签字" }).click();
  await officer.waitForURL(/\/s\//);
  await openOwnLine(officer, officer.url(), people, BY_TABLET);
  await agreeAndSign(officer, ["采集手印近照"], drawName);
  await expect(officer.getByText("请把平板交还工作人员。")).toBeVisible();
  await officer.goto(`/rosters/${id}/signing`);
  await expect(officer).toHaveURL(/\/sign-in\?/); // the tablet knows no officer any more
  await signIn(officer, "mouding");
}

async function expectProofs(page: Page, { id }: Roster): Promise<void> {
  await openSigning(page, id);
  for (const [no, signature, print] of [
    [BY_PHONE, "本人手机签字", "纸质名册"],
    [BY_TABLET, "现场平板签字", "手印近照"],
  ] as const) {
    const proofs = lineOf(page, no).getByRole("cell").filter({ hasText: "查看" });
    const shown = (label: string, kept: string) =>
      label === "纸质名册" ? `${label}查看` : `${label}${kept}`;
    const texts = [shown(signature, "查看签字"), shown(print, "查看手印")];
    await expect(proofs).toHaveText(texts);
  }
}

async function openSigning(page: Page, rosterId: string): Promise<void> {
  await page.goto(`/rosters/${rosterId}/signing`);
  await page.getByRole("table", { name: "学员签字手印情况" }).waitFor();
  await neverClaims(page);
}

/** Everybody on the roster, as its page of signatures shows them. */
async function peopleOf(page: Page, rosterId: string): Promise<readonly Person[]> {
  await openSigning(page, rosterId);
  const rows = page.getByRole("table", { name: "学员签字手印情况" }).locator("tbody tr");
  const texts = await rows.evaluateAll((all) => all.map((row) => row.textContent ?? ""));
  return texts.map((text) => {
    const [, no = "", name = "", idMasked = ""] = FIRST_CELLS.exec(text) ?? [];
    return { no: Number(no), name, idMasked };
  });
}

function lineOf(page: Page, no: number): Locator {
  const person = page.getByRole("rowheader", { name: new RegExp(`^${no} `) });
  return page.getByRole("row").filter({ has: person });
}

/** The address in the code that is shown once. */
async function phoneLink(page: Page, rosterId: string, no: number): Promise<string> {
  await openSigning(page, rosterId);
  await lineOf(page, no).getByRole("button", { name: "手机二维码" }).click();
  const link = await readQr(page.getByRole("img", { name: /的签字二维码$/ }));
  expect(new URL(link).pathname).toMatch(/^\/s\/[\w-]{43}$/);
  return link;
}

/** A slip is printed for the only one left; then it is taken back. */
async function revokedSlip(page: Page, { id, people }: Roster): Promise<string> {
  await page.goto(`/rosters/${id}/signing/slips`);
  await press(page, "生成打印页", "共 1 张");
  const name = people[BY_TABLET - 1]?.name ?? "";
  const link = await readQr(page.getByRole("img", { name: `${name}的签字二维码` }));
  await openSigning(page, id);
  await lineOf(page, BY_TABLET).getByRole("button", { name: "收回" }).click();
  await expect(page.getByText("已收回 1 个签字链接。")).toBeVisible();
  return link;
}

/** First his name and four characters, then, when he says it is he, his own line; of others nothing. */
async function openOwnLine(
  page: Page,
  link: string,
  people: readonly Person[],
  no: number,
): Promise<void> {
  const own = people[no - 1] ?? { no: 0, name: "", idMasked: "" };
  await page.goto(link);
  await page.getByText("您好，请确认是您本人").waitFor();
  await expect(page.getByRole("main")).toContainText(own.idMasked.slice(-4));
  await expect(page.getByRole("main")).not.toContainText(own.idMasked);
  await ownLineOnly(page, people, own);
  await press(page, "是我本人", `${own.name}，请看完再签字`);
  await expect(page.getByRole("main")).toContainText(own.idMasked);
  await expect(page.getByRole("heading", { name: "花名册上您的信息" })).toBeVisible();
  await expect(page.getByText("保存多久").first()).toBeVisible();
  await ownLineOnly(page, people, own);
}

/** Not in what is shown, nor in the data the page carries. */
async function ownLineOnly(page: Page, people: readonly Person[], own: Person): Promise<void> {
  const source = await page.content();
  const others = people.filter(({ no }) => no !== own.no);
  const told = others.filter(
    ({ name, idMasked }) => source.includes(name) || source.includes(idMasked),
  );
  expect(told).toEqual([]);
  expect(source).toContain(own.name);
  expect(source).not.toMatch(/(?<![\da-f])\d{17}[\dX](?![\da-f])/);
  await neverClaims(page);
}

/** Nothing is ticked for him; what he does not tick he does not agree to. */
async function agreeAndSign(
  page: Page,
  agreed: readonly string[],
  draw: (page: Page) => Promise<void>,
): Promise<void> {
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await page.getByRole("checkbox", { name: "我已看过（或听人念过）上面的告知书" }).check();
  for (const to of agreed) {
    await page.getByRole("checkbox", { name: new RegExp(`我同意：.*${to}`) }).check();
  }
  await draw(page);
  await press(page, "确认提交", "签字完成，谢谢您");
  await neverClaims(page);
}

async function answerTo(page: Page, address: string) {
  const answer = await page.goto(address);
  return { status: answer?.status(), text: await page.locator("body").innerText() };
}

async function switchOnCloseUps(
  officer: Page,
  reviewer: Page,
  { id, people }: Roster,
): Promise<void> {
  const offers = officer.getByRole("link", { name: "手印近照" });
  await openSigning(officer, id);
  await expect(offers).toHaveCount(0);
  await reviewer.goto("/parameters");
  await reviewer.getByLabel(/^参数/).selectOption("fingerprint.closeUp");
  await reviewer.getByLabel(/^适用地区/).selectOption("532323");
  await reviewer.getByLabel(/^数值/).fill("1");
  await reviewer.getByLabel(/^起始日/).fill("2020-06-01");
  await reviewer.getByLabel(/^依据/).fill("县人社局通知第 3 条");
  await press(reviewer, "录入", "已录入，自起始日起适用。");
  await openSigning(officer, id);
  await expect(offers).toHaveCount(people.length);
}

/** Of who agreed to it one is taken; who agreed to other things only is left alone. */
async function takeCloseUps(page: Page, { id }: Roster): Promise<void> {
  await openSigning(page, id);
  await lineOf(page, BY_PHONE).getByRole("link", { name: "手印近照" }).click();
  await expect(page.getByText("学员没有单独同意采集手印近照")).toBeVisible();
  await page.getByRole("link", { name: "查看本人的知情同意" }).click();
  const consents = page.getByRole("table", { name: "同意和撤回的记录" }).locator("tbody tr");
  await expect(consents).toHaveCount(1);
  await expect(consents).toContainText(/培训和补贴联系服务.*已同意.*本人手机.*本人独自办理/);
  await openSigning(page, id);
  await lineOf(page, BY_TABLET).getByRole("link", { name: "手印近照" }).click();
  const photo = await makePhoto({ seed: 905, takenAt: "2020:06:22 11:00:00" });
  const file = { name: "手印.jpg", mimeType: "image/jpeg", buffer: photo };
  await page.getByLabel(/^手印照片/).setInputFiles(file);
  await page.getByRole("button", { name: "保存手印近照" }).click();
  await page.waitForURL(/\/signing$/);
}

/** Five sheets with prints alone, shuffled and askew; one cell is left to the close-up. */
async function printedByHand(page: Page, rosterId: string): Promise<Record<string, Buffer>> {
  const sheets = await printSheets(page, rosterId);
  expect(sheets).toHaveLength(5);
  const turns = [88, -3, 181, 5, -92];
  const scans: Record<string, Buffer> = {};
  for (const sheet of [3, 0, 4, 2, 1]) {
    const cells = cellsBut({}, sheet === 4 ? 5 : 10).filter(
      ({ row, element }) => element === "FINGERPRINT" && sheet * 10 + row !== BY_TABLET,
    );
    const askew = { turn: turns[sheet], scale: 0.7, noise: 5, perspective: 0.02, shadow: 0.1 };
    scans[`手印页${sheet + 1}.jpg`] = await scanOf(sheets[sheet], cells, {
      seed: sheet + 21,
      ...askew,
    });
  }
  return scans;
}

async function neverClaims(page: Page): Promise<void> {
  expect(await page.content()).not.toContain(CLAIM);
}
