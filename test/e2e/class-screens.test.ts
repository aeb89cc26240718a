import type { Page } from "@playwright/test";
import { prepareClass, type ClassPlaces } from "./support/class-screens";
import { lookAt, NOTHING, press, refused, type Screen } from "./support/looks";
import { test } from "./support/visitors";

const toHand = press("平板签字", "就在本机签字");

/** Opens the signing page of the first trainee who has not signed, as on a tablet handed over. */
async function hand(page: Page): Promise<void> {
  await toHand(page);
  await press("就在本机签字", "请确认是您本人")(page);
}

async function toSign(page: Page): Promise<void> {
  await hand(page);
  await press("是我本人", "请看完再签字")(page);
}

/** Follows the first line signed without paper to its own page. */
async function toKept(page: Page): Promise<void> {
  await page.getByRole("link", { name: "查看签字" }).first().click();
  await page.getByRole("heading", { name: "作废签字手印" }).waitFor();
}

const SCREENS: readonly Screen<ClassPlaces>[] = [
  ["plans", "mouding", "/plans"],
  ["plans, none found", "mouding", "/plans?year=2018"],
  ["plan", "mouding", (at) => at.plan],
  ["plan before its reviewer", "mouding-shenhe", (at) => at.plan],
  ["plan to make", "nanhua", "/plans/new"],
  ["plan refused", "nanhua", "/plans/new", refused("保存计划", { 年度: "明年" })],
  ["plan, not allowed to make", "shenji", "/plans/new"],
  ["plan that is not there", "mouding", `/plans/${NOTHING}`],
  ["providers", "mouding", "/providers"],
  ["provider", "mouding", (at) => at.provider],
  ["provider to register", "nanhua", "/providers/new"],
  ["provider refused", "nanhua", "/providers/new", refused("登记培训机构")],
  ["parameters", "chuxiong", "/parameters"],
  ["parameters refused", "chuxiong", "/parameters", refused("录入", { 数值: "很多" })],
  ["class with findings", "nanhua", (at) => at.open],
  ["class completed", "mouding", (at) => at.done],
  ["filing", "nanhua", (at) => `${at.open}/filing`],
  [
    "filing refused",
    "nanhua",
    (at) => `${at.open}/filing`,
    refused("保存备案", { 计划人数: "很多" }),
  ],
  ["filing approved", "mouding", (at) => `${at.done}/filing`],
  ["documents of a class", "nanhua", (at) => `${at.open}/documents`],
  ["sessions, none", "nanhua", (at) => `${at.bare}/sessions`],
  ["sessions", "mouding", (at) => `${at.done}/sessions`],
  ["session to add", "nanhua", (at) => `${at.open}/sessions/new`],
  ["series refused", "nanhua", (at) => `${at.open}/sessions/series`, refused("预览课次")],
  [
    "series before it is added",
    "nanhua",
    (at) => `${at.open}/sessions/series`,
    async (page) => {
      await page.getByLabel(/^地点/).fill("龙川镇");
      await page.getByLabel(/^教师/).fill("普建华");
      await press("预览课次", "将新增")(page);
    },
  ],
  ["attendance", "nanhua", (at) => `${at.openSession}`],
  [
    "attendance corrected without a reason",
    "nanhua",
    (at) => at.openSession,
    async (page) => {
      await page.getByRole("radio", { name: "出勤" }).first().check();
      await press("保存考勤", "考勤已保存")(page);
      await page.getByRole("radio", { name: "请假" }).first().check();
      await refused("保存考勤")(page);
    },
  ],
  ["attendance of a completed class", "mouding", (at) => at.session],
  ["attendance of all sessions", "mouding", (at) => `${at.done}/attendance`],
  ["media with gaps", "nanhua", (at) => `${at.open}/media`],
  ["media", "mouding", (at) => `${at.done}/media`],
  ["media of a session", "nanhua", (at) => mediaOf(at.openSession)],
  [
    "media refused",
    "nanhua",
    (at) => mediaOf(at.openSession),
    async (page) => {
      const file = { name: "说明.txt", mimeType: "text/plain", buffer: Buffer.from("1") };
      await page.getByLabel(/^照片或视频/).setInputFiles(file);
      await press("上传", "没有上传")(page);
    },
  ],
  ["media item", "mouding", (at) => at.media],
  ["media that is not there", "mouding", `/media/${NOTHING}`],
  ["supervision, none", "nanhua", (at) => `${at.bare}/supervision`],
  ["supervision", "chuxiong", (at) => `${at.done}/supervision`],
  ["supervision to record", "yuandian", (at) => `${at.open}/supervision/new?sampled=3`],
  [
    "supervision refused",
    "yuandian",
    (at) => `${at.open}/supervision/new?sampled=3`,
    refused("签名并登记"),
  ],
  ["supervision, not by whom runs the class", "nanhua", (at) => `${at.open}/supervision/new`],
  ["supervision record", "chuxiong", (at) => at.supervision],
  ["verification, no roster", "nanhua", (at) => `${at.bare}/verification`],
  ["verification", "mouding", (at) => `${at.done}/verification`],
  ["verification batch", "mouding", (at) => at.batch],
  ["completion", "nanhua", (at) => `${at.open}/completion`],
  ["completion done", "mouding", (at) => `${at.done}/completion`],
  ["forms", "mouding", (at) => `${at.done}/forms`],
  ["form", "mouding", (at) => `${at.done}/forms/completion-roster`],
  ["evidence", "mouding", (at) => `${at.done}/evidence`],
  ["evidence of a class without a roster", "nanhua", (at) => `${at.bare}/evidence`],
  ["signing", "mouding", (at) => `${at.roster}/signing`],
  [
    "signing, one link",
    "mouding",
    (at) => `${at.roster}/signing?show=unsigned`,
    press("手机二维码", "签字二维码"),
  ],
  ["signature of a line", "mouding", (at) => `${at.roster}/signing?show=signed`, toKept],
  [
    "signature not voided without a reason",
    "mouding",
    (at) => `${at.roster}/signing?show=signed`,
    async (page) => {
      await toKept(page);
      await refused("作废")(page);
    },
  ],
  ["slips to make", "mouding", (at) => `${at.roster}/signing/slips`],
  ["slips", "mouding", (at) => `${at.roster}/signing/slips`, press("生成打印页", "沿虚线裁开")],
  ["scans", "mouding", (at) => `${at.roster}/scans`],
  ["scan", "mouding", (at) => at.scan],
  ["scan of something else", "mouding", (at) => at.oddScan],
  ["seal with gaps", "mouding-shenhe", (at) => `${at.roster}/seal`],
  ["amendments, none", "mouding", (at) => `${at.roster}/amendments`],
  ["check of a seal", null, "/verify"],
  ["check of a seal, filled in", null, "/verify?code=ABCD-EFGH-JKLM-NPQR-STUV&digest=00ff"],
  ["check of a seal, unknown", null, "/verify", refused("核验", { 编号: "不是编号" })],
  ["notices", "chuxiong", "/notices"],
  ["notice", "chuxiong", (at) => at.notice],
  ["notice to issue", "chuxiong", "/notices/new"],
  ["notice refused", "chuxiong", "/notices/new", refused("发布")],
  ["notice, not allowed to issue", "caiwu", "/notices/new"],
  ["consents", "mouding", (at) => `${at.person}/consents`],
  ["consents refused", "mouding", (at) => `${at.person}/consents`, refused("登记同意")],
  ["person in time", "mouding", (at) => at.person],
  ["home of an officer", "mouding", "/"],
  ["signing, for a tablet", "mouding", (at) => `${at.roster}/signing?show=unsigned`, toHand],
  ["sign, is it you", "mouding", (at) => `${at.roster}/signing?show=unsigned`, hand],
  ["sign", "mouding", (at) => `${at.roster}/signing?show=unsigned`, toSign],
  [
    "sign refused",
    "mouding",
    (at) => `${at.roster}/signing?show=unsigned`,
    async (page) => {
      await toSign(page);
      await refused("确认提交")(page);
    },
  ],
  ["sign, not he", "mouding", (at) => `${at.roster}/signing?show=unsigned`, notHe],
  ["sign, nothing behind it", null, "/s/abcdefghijklmnopqrstuvwxyz"],
];

function mediaOf(sheet: string): string {
  return sheet.replace(/attendance$/, "media");
}

async function notHe(page: Page): Promise<void> {
  await hand(page);
  await press("不是我", "已结束")(page);
}

test("every screen of a class in its states is accessible, and none is wider than a phone", async ({
  openAs,
  viewport,
}) => {
  test.setTimeout(400_000);
  await lookAt(openAs, viewport, await prepareClass(openAs), SCREENS);
});
