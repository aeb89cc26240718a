import type { Page } from "@playwright/test";
import {
  completeClass,
  markAttendance,
  supervise,
  uploadPhotos,
  verifyClass,
} from "./support/course";
import {
  bothOf,
  cellsBut,
  confirmClear,
  printSheets,
  replaceFormer,
  scanOf,
  uploadScans,
} from "./support/paper";
import {
  begin,
  CLASS,
  correct,
  CORRECTED,
  MONDAY,
  nameOf,
  otherClass,
  PHOTO,
  TRAINEES,
  TUESDAY,
  type Course,
} from "./support/paper-class";
import { checkSeal, expectMissing, missingItems, printedSeal, sealRoster } from "./support/seal";
import { press } from "./support/steps";
import { brokenBytes, changedRow, inkByLine, verifyCommand } from "./support/tampering";
import { expect, test, type OpenAs } from "./support/visitors";

const ON_LEAVE = 5;

interface Papers {
  /** Printed before the roster was corrected. */
  readonly older: readonly Buffer[];
  readonly sheets: readonly Buffer[];
  readonly foreign: { readonly name: string; readonly sheets: readonly Buffer[] };
}

test("[R01] [R02] [R03] [R04] [R15] [R16] a class goes from plan to seal by the paper way", async ({
  openAs,
  app,
}) => {
  test.setTimeout(300_000);
  const officer = await openAs("nanhua");
  const reviewer = await openAs("nanhua-shenhe");
  const course = await test.step("plan, filing, roster and sessions", () => begin(openAs));
  const { classId, rosterId } = course;
  const older = await test.step("printed while it was a draft", () =>
    printSheets(officer, rosterId));
  await test.step("corrected, handed in and accepted", async () => {
    await correct(officer, classId);
    await press(officer, "报送", "已报送，等待审核人核定。");
    await reviewer.goto(`/rosters/${rosterId}`);
    await press(reviewer, "核定", "已核定");
  });
  const foreign = await test.step("another class, with a photograph that is used again", () =>
    otherClass(officer));
  await test.step("attendance, photographs, the bureau's supervision, results", () =>
    hold(officer, reviewer, course));
  await test.step("the photograph is flagged on both classes", () =>
    expectFlagged(officer, [classId, foreign.classId]));
  const sheets = await test.step("printed for ink", () => printSheets(officer, rosterId));
  await test.step("scans are sorted out: a blank, a missing, a foreign and an outdated page", async () => {
    await sortOut(officer, rosterId, { older, sheets, foreign });
    const ink = await inkByLine(app.dataDir, rosterId);
    expect(ink).toEqual(inkBut({ 3: "F", 7: "S", 9: "", 12: "", 22: "F" }));
  });
  await test.step("what was blank is signed, but for two", async () => {
    await bringMissing(officer, rosterId, sheets);
    expect(await inkByLine(app.dataDir, rosterId)).toEqual(inkBut({ 7: "S", 22: "F" }));
  });
  await test.step("each missing proof blocks the seal with its own words, until none is missing", () =>
    makeGood(openAs, course, sheets));
  await test.step("sealed, printed and checked by anybody", () => sealAndCheck(openAs, rosterId));
  await test.step("a changed byte and a changed row are found", () => tamper(app.dataDir, course));
});

/** What happens in the class: somebody is on leave at the first session, and only one has a photograph. */
async function hold(officer: Page, reviewer: Page, course: Course): Promise<void> {
  const { classId, sessions } = course;
  const [first = "", second = ""] = sessions;
  await markAttendance(officer, [classId, first], { [nameOf(ON_LEAVE)]: "请假" });
  await markAttendance(officer, [classId, second]);
  await uploadPhotos(officer, [classId, first], [PHOTO]);
  const seen = { heldOn: MONDAY, headcount: TRAINEES.length - 1 };
  await supervise(reviewer, [classId, first], seen);
  await verifyClass(officer, classId, "opening", TRAINEES.length);
  await completeClass(officer, classId);
}

async function expectFlagged(page: Page, classIds: readonly string[]): Promise<void> {
  for (const id of classIds) {
    await expect(async () => {
      await page.goto(`/classes/${id}/media`);
      await expect(page.getByText("与 1 处影像相同或相近，待说明")).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 45_000 });
  }
}

/** Sends the pages as they come from a phone, reads what is said of each, and takes what is sure. */
async function sortOut(page: Page, rosterId: string, papers: Papers): Promise<void> {
  await uploadScans(page, rosterId, await firstScans(papers));
  await expectNamed(page, papers.foreign.name);
  await confirmClear(page);
}

/** Row 7 signs on a second copy of the first sheet, and number 12 on the new second one. */
async function bringMissing(
  page: Page,
  rosterId: string,
  sheets: readonly Buffer[],
): Promise<void> {
  const photo = { scale: 0.7, noise: 5 };
  await uploadScans(page, rosterId, {
    "补页1.jpg": await scanOf(sheets[0], cellsBut({ 7: ["FINGERPRINT"] }), {
      ...{ seed: 5, turn: 4 },
      ...photo,
    }),
    "第2页.jpg": await scanOf(sheets[1], bothOf(CORRECTED - 10), {
      ...{ seed: 6, turn: -91 },
      ...photo,
    }),
  });
  await expect(page.getByText("没有缺页")).toBeVisible();
  await replaceFormer(page, rosterId, "补页1.jpg");
  await confirmClear(page);
}

/** Sheet 2 of the new printing is left out; in its stead comes one of the printing before. */
async function firstScans({
  sheets,
  older,
  foreign,
}: Papers): Promise<Readonly<Record<string, Buffer>>> {
  const photo = { scale: 0.7, noise: 6, perspective: 0.03, shadow: 0.15 };
  const blank1 = { 3: ["SIGNATURE"], 7: ["FINGERPRINT"], 9: ["SIGNATURE", "FINGERPRINT"] } as const;
  return {
    "旧页2.jpg": await scanOf(older[1], cellsBut({}), { seed: 1, turn: 183, ...photo }),
    "别班.jpg": await scanOf(foreign.sheets[0], cellsBut({}, 3), { seed: 2, turn: -8, ...photo }),
    "页3.jpg": await scanOf(sheets[2], cellsBut({ 2: ["SIGNATURE"] }, 3), {
      seed: 3,
      turn: 92,
      ...photo,
    }),
    "页1.jpg": await scanOf(sheets[0], cellsBut(blank1), { seed: 4, turn: 171, ...photo }),
  };
}

/** What is wrong with the upload stands on the page by name. */
async function expectNamed(page: Page, foreignClass: string): Promise<void> {
  const row = (name: string) => page.getByRole("row").filter({ hasText: name });
  await expect(row("别班.jpg")).toContainText("别的班的页");
  await expect(row("别班.jpg")).toContainText(`这是 ${foreignClass} 的页`);
  await expect(row("旧页2.jpg")).toContainText("打印后名册有变动");
  await expect(row("旧页2.jpg")).toContainText(`${nameOf(CORRECTED)} 的内容有变动`);
  await expect(row("页1.jpg")).toContainText("第 1 页（1–10 号）");
  await expect(row("页3.jpg")).toContainText("第 3 页（21–23 号）");
  const missing = page.getByRole("list", { name: "没有收到的页" }).getByRole("listitem");
  await expect(missing).toHaveCount(1);
  await expect(missing).toContainText("第 2 页（11–20 号）");
  await expect(missing).toContainText(`未收到：${nameOf(CORRECTED)}`);
  await row("页1.jpg").getByRole("link").first().click();
  const blank = page.getByRole("group", { name: /^\d+ 号 / }).filter({ hasText: "建议 缺" });
  await expect(blank).toHaveCount(4);
  for (const [number, what] of [
    [3, "签字"],
    [7, "手印"],
    [9, "签字"],
    [9, "手印"],
  ] as const) {
    const cell = page.getByRole("group", { name: `${number} 号 ${nameOf(number)} ${what}` });
    await expect(cell).toContainText("建议 缺");
    await expect(cell.getByRole("radio", { name: "缺" })).toBeChecked();
  }
  await page.getByRole("link", { name: "返回扫描件" }).click();
}

/** Brings what is still missing, one after the other; each has a line of its own until it is there. */
async function makeGood(openAs: OpenAs, course: Course, sheets: readonly Buffer[]): Promise<void> {
  const { classId, rosterId, sessions } = course;
  const officer = await openAs("nanhua");
  const signature = { place: `第 22 号 ${nameOf(22)}`, message: "没有签字" };
  const print = { place: `第 7 号 ${nameOf(7)}`, message: "没有手印" };
  const media = { place: `${TUESDAY} 08:30`, message: "影像不足：有 0 张（段），需 1 张（段）" };
  const party = { place: "全班", message: "没有援滇干部的监督记录" };
  await expectMissing(officer, classId, ["结业查验：还没有查验"]);
  await verifyClass(officer, classId, "completion", TRAINEES.length);
  expect(await missingItems(officer, rosterId)).toEqual([media, party, signature, print]);
  await uploadPhotos(
    officer,
    [classId, sessions[1] ?? ""],
    [{ seed: 902, takenAt: "2020:06:02 10:20:00" }],
  );
  const seen = { heldOn: TUESDAY, headcount: TRAINEES.length };
  await supervise(await openAs("yuandian"), [classId, sessions[1] ?? ""], seen);
  await expect
    .poll(() => missingItems(officer, rosterId), { timeout: 45_000 })
    .toEqual([signature, print]);
  const whole = { seed: 7, turn: 2, scale: 0.7, noise: 4 };
  await uploadScans(officer, rosterId, {
    "页3全.jpg": await scanOf(sheets[2], cellsBut({}, 3), whole),
  });
  await replaceFormer(officer, rosterId, "页3全.jpg");
  await confirmClear(officer);
  expect(await missingItems(officer, rosterId)).toEqual([print]);
  const sealer = await openAs("chuxiong");
  await sealer.goto(`/rosters/${rosterId}/seal`);
  await expect(sealer.getByText("还缺 1 项，补齐后才能封存")).toBeVisible();
  await expect(sealer.getByRole("button", { name: "封存本册" })).toHaveCount(0);
  await uploadScans(officer, rosterId, {
    "页1全.jpg": await scanOf(sheets[0], cellsBut({}), whole),
  });
  await replaceFormer(officer, rosterId, "页1全.jpg");
  await confirmClear(officer);
  expect(await missingItems(officer, rosterId)).toEqual([]);
}

/** Who has which ink: `SF` for both but for these numbers. */
function inkBut(others: Readonly<Record<number, string>>): Readonly<Record<number, string>> {
  const all = TRAINEES.map((_, at) => [at + 1, others[at + 1] ?? "SF"] as const);
  return Object.fromEntries(all.filter(([, ink]) => ink !== ""));
}

async function sealAndCheck(openAs: OpenAs, rosterId: string): Promise<void> {
  const sealer = await openAs("chuxiong");
  await sealRoster(sealer, rosterId);
  const printed = await printedSeal(sealer, rosterId);
  const visitor = await openAs(null);
  await expect(await checkSeal(visitor, printed)).toHaveText(/与封存时一致/);
  const other = printed.digest.replace(/^./, (first) => (first === "0" ? "1" : "0"));
  await expect(await checkSeal(visitor, { ...printed, digest: other })).toHaveText(/摘要不符/);
}

/** Changes stored things behind the product's back; the check names both, and nothing before. */
async function tamper(dataDir: string, { rosterId, sessions }: Course): Promise<void> {
  expect(await verifyCommand(dataDir)).toMatchObject({ code: 0 });
  const restoreBytes = await brokenBytes(dataDir, rosterId);
  const restoreRow = await changedRow(dataDir, sessions[0] ?? "");
  const { code, output } = await verifyCommand(dataDir);
  await restoreBytes();
  await restoreRow();
  expect(code).toBe(1);
  expect(output).toMatch(/南华县.*第 1 号.*文件打不开[\s\S]*stored_file/);
  const line = `南华县 ${CLASS}.*第 ${ON_LEAVE} 号：与封存时不一致[\\s\\S]*attendance`;
  expect(output).toMatch(new RegExp(line));
}
