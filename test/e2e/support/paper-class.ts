import { expect, type Page } from "@playwright/test";
import { planSessions, uploadPhotos } from "./course";
import { approveFiling, fileClass, registerProvider, submitPlan } from "./filing";
import { printSheets } from "./paper";
import { enter, file, registerClass, untilChecked, upload } from "./rosters";
import { expectMissing } from "./seal";
import { idOf, press } from "./steps";
import { registryPeople, traineeWorkbook, type Trainee } from "./trainees";
import type { OpenAs } from "./visitors";

const TRADE = "家政服务员";
const PEOPLE = registryPeople("南华县", 26, 60);
/** Two full sheets of paper and three on a third. */
export const TRAINEES = PEOPLE.slice(0, 23);
/** What is corrected between the first printing and the second: the telephone of number 12. */
export const CORRECTED = 12;
export const CLASS = "纸质班";
/** A photograph that two classes have. */
export const PHOTO = { seed: 901, takenAt: "2020:06:01 09:12:00" };
export const MONDAY = "2020-06-01";
export const TUESDAY = "2020-06-02";

export interface Course {
  readonly classId: string;
  readonly rosterId: string;
  readonly sessions: readonly string[];
}

/** The trainee of this number on the roster. */
export function nameOf(number: number): string {
  return TRAINEES[number - 1]?.name ?? "";
}

/** Plan, provider, class, roster and two sessions, each made by the one and approved by the other. */
export async function begin(openAs: OpenAs): Promise<Course> {
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
export async function correct(page: Page, classId: string): Promise<void> {
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
export async function otherClass(page: Page) {
  const classId = await registerClass(page, "别的班");
  const rosterId = await enterPeople(page, classId, PEOPLE.slice(TRAINEES.length));
  const [session = ""] = await planSessions(page, classId, [MONDAY, MONDAY]);
  await uploadPhotos(page, [classId, session], [PHOTO]);
  return { classId, name: "别的班（第1期）", sheets: await printSheets(page, rosterId) };
}
