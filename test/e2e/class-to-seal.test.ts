import type { Page } from "@playwright/test";
import { approveFiling, fileClass, registerProvider, submitPlan } from "./support/filing";
import {
  completeClass,
  markAttendance,
  planSessions,
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
import { enter, file, registerClass, untilChecked, upload } from "./support/rosters";
import { checkSeal, expectMissing, missingItems, printedSeal, sealRoster } from "./support/seal";
import { idOf, press } from "./support/steps";
import { brokenBytes, changedRow, inkByLine, verifyCommand } from "./support/tampering";
import { registryPeople, traineeWorkbook, type Trainee } from "./support/trainees";
import { expect, test, type OpenAs } from "./support/visitors";

const TRADE = "家政服务员";
const PEOPLE = registryPeople("南华县", 26, 60);
const TRAINEES = PEOPLE.slice(0, 23);
/** What is corrected between the first printing and the second: the telephone of number 12. */
const CORRECTED = 12;
const ON_LEAVE = 5;
const CLASS = "纸质班";
const PHOTO = { seed: 901, takenAt: "2020:06:01 09:12:00" };
const MONDAY = "2020-06-01";
const TUESDAY = "2020-06-02";

interface Course {
  readonly classId: string;
  readonly rosterId: string;
  readonly sessions: readonly string[];
}

test("[R01] [R02] [R03] [R04] [R15] [R16] a class goes from plan to seal by the paper way", async ({
  openAs,
  app,
}) => {
  test.setTimeout(300_000);
  const officer = await openAs("nanhua");
  const reviewer = await openAs("nanhua-shenhe");
  const course = await test.step("plan, filing, roster and sessions", () => begin(openAs));
  const { classId, rosterId, sessions } = course;
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
  await test.step("attendance, photographs, the bureau's supervision, results", async () => {
    await markAttendance(officer, [classId, sessions[0] ?? ""], { [nameOf(ON_LEAVE)]: "请假" });
    await markAttendance(officer, [classId, sessions[1] ?? ""]);
    await uploadPhotos(officer, [classId, sessions[0] ?? ""], [PHOTO]);
    const seen = { heldOn: MONDAY, headcount: TRAINEES.length - 1 };
    await supervise(reviewer, [classId, sessions[0] ?? ""], seen);
    await verifyClass(officer, classId, "opening", TRAINEES.length);
    await completeClass(officer, classId);
  });
  await test.step("the photograph is flagged on both classes", async () => {
    for (const id of [classId, foreign.classId]) {
      await expect(async () => {
        await officer.goto(`/classes/${id}/media`);
        await expect(officer.getByText("与 1 处影像相同或相近，待说明")).toBeVisible({
          timeout: 2_000,
        });
      }).toPass({ timeout: 45_000 });
    }
  });
  const sheets = await test.step("printed for ink", () => printSheets(officer, rosterId));
  await test.step("scans are sorted out: a blank, a missing, a foreign and an outdated page", async () => {
    await uploadScans(officer, rosterId, await firstScans(sheets, older, foreign.sheets));
    await expectNamed(officer, foreign.name);
    await confirmClear(officer);
    expect(await inkByLine(app.dataDir, rosterId)).toEqual(
      inkBut({ 3: "F", 7: "S", 9: "", 12: "", 22: "F" }),
    );
  });
  await test.step("what was blank is signed, but for two", async () => {
    const scans = {
      "补页1.jpg": await scanOf(sheets[0], cellsBut({ 7: ["FINGERPRINT"] }), {
        seed: 5,
        turn: 4,
        scale: 0.7,
        noise: 4,
      }),
      "第2页.jpg": await scanOf(sheets[1], bothOf(CORRECTED - 10), {
        seed: 6,
        turn: -91,
        scale: 0.7,
        noise: 5,
      }),
    };
    await uploadScans(officer, rosterId, scans);
    await expect(officer.getByText("没有缺页")).toBeVisible();
    await replaceFormer(officer, rosterId, "补页1.jpg");
    await confirmClear(officer);
    expect(await inkByLine(app.dataDir, rosterId)).toEqual(inkBut({ 7: "S", 22: "F" }));
  });
  await test.step("each missing proof blocks the seal with its own words, until none is missing", () =>
    makeGood(openAs, course, sheets));
  const seal = await test.step("sealed, printed and checked by anybody", async () => {
    const sealer = await openAs("chuxiong");
    await sealRoster(sealer, rosterId);
    const printed = await printedSeal(sealer, rosterId);
    const visitor = await openAs(null);
    await expect(await checkSeal(visitor, printed)).toHaveText(/与封存时一致/);
    const other = printed.digest.replace(/^./, (first) => (first === "0" ? "1" : "0"));
    await expect(await checkSeal(visitor, { ...printed, digest: other })).toHaveText(/摘要不符/);
    return printed;
  });
  await test.step("a changed byte and a changed row are found", async () => {
    expect(await verifyCommand(app.dataDir)).toMatchObject({ code: 0 });
    const restoreBytes = await brokenBytes(app.dataDir, rosterId);
    const restoreRow = await changedRow(app.dataDir, sessions[0] ?? "");
    const { code, output } = await verifyCommand(app.dataDir);
    await restoreBytes();
    await restoreRow();
    expect(code).toBe(1);
    expect(output).toMatch(/南华县.*第 1 号.*文件打不开[\s\S]*stored_file/);
    expect(output).toMatch(
      new RegExp(`南华县 ${CLASS}.*第 ${ON_LEAVE} 号：与封存时不一致[\\s\\S]*attendance`),
    );
    expect(seal.code).not.toBe("");
  });
});

/** Plan, provider, class, roster and two sessions, each made by the one and approved by the other. */
async function begin(openAs: OpenAs): Promise<Course> {
  const officer = await openAs("nanhua");
  const reviewer = await openAs("nanhua-shenhe");
  const plan = await submitPlan(officer, "2020年纸质签字培训计划", TRADE);
  await reviewer.goto(plan);
  await press(reviewer, "批准", "已批准，计划不再改动。");
  const providerId = await registerProvider(officer, "南华县民族职业培训学校", TRADE);
  const classId = await registerClass(officer, CLASS);
  const planId = plan.split("/").at(-1) ?? "";
  await fileClass(officer, classId, { planId, providerId });
  const rosterId = await enterPeople(officer, classId, TRAINEES);
  await expectMissing(officer, classId, [
    "开班备案没有批准",
    "没有登记课次",
    "没有市人社局的监督记录",
    "没有援滇干部的监督记录",
    "培训班没有办理结业",
    "没有登记结业结果",
    "没有签字",
    "没有手印",
    "结业查验：还没有查验",
    /须报送并核定后才能封存/,
  ]);
  await approveFiling(reviewer, classId);
  const sessions = await planSessions(officer, classId, [MONDAY, TUESDAY]);
  expect(sessions).toHaveLength(2);
  return { classId, rosterId, sessions };
}

/** Imports the people as the class's roster; answers its id. */
async function enterPeople(
  page: Page,
  classId: string,
  people: readonly Trainee[],
): Promise<string> {
  await upload(page, classId, file("花名册.xlsx", traineeWorkbook(people)));
  await untilChecked(page);
  await page.goto(await enter(page));
  await expect(page.getByText(`${people.length} 人`).first()).toBeVisible();
  return idOf(page);
}

/** Takes over another telephone number of one trainee from a new edition of the list. */
async function correct(page: Page, classId: string): Promise<void> {
  const people = TRAINEES.map((one, at) =>
    at === CORRECTED - 1 ? { ...one, phone: "13800005678" } : one,
  );
  await upload(page, classId, file("更正.xlsx", traineeWorkbook(people)));
  await untilChecked(page);
  await page
    .getByRole("link", { name: /与记录不一致/ })
    .first()
    .click();
  await page.getByRole("button", { name: "其余全部采用本次文件" }).click();
  await page.goto(await enter(page));
}

/** A class of three with one session, its sheet printed, and a photograph that another class has too. */
async function otherClass(page: Page) {
  const classId = await registerClass(page, "别的班");
  const rosterId = await enterPeople(page, classId, PEOPLE.slice(TRAINEES.length));
  const [session = ""] = await planSessions(page, classId, [MONDAY, MONDAY]);
  await uploadPhotos(page, [classId, session], [PHOTO]);
  return { classId, name: "别的班（第1期）", sheets: await printSheets(page, rosterId) };
}

/** Sheet 2 of the new printing is left out; in its stead comes one of the printing before. */
async function firstScans(
  sheets: readonly Buffer[],
  older: readonly Buffer[],
  foreign: readonly Buffer[],
): Promise<Readonly<Record<string, Buffer>>> {
  const photo = { scale: 0.7, noise: 6, perspective: 0.03, shadow: 0.15 };
  const blank1 = { 3: ["SIGNATURE"], 7: ["FINGERPRINT"], 9: ["SIGNATURE", "FINGERPRINT"] } as const;
  return {
    "旧页2.jpg": await scanOf(older[1], cellsBut({}), { seed: 1, turn: 183, ...photo }),
    "别班.jpg": await scanOf(foreign[0], cellsBut({}, 3), { seed: 2, turn: -8, ...photo }),
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
  const blank = page.getByRole("group").filter({ hasText: "建议 缺" });
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

function nameOf(number: number): string {
  return TRAINEES[number - 1]?.name ?? "";
}
