import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as accountPage from "~/routes/posts/account";
import * as appointmentPage from "~/routes/posts/appointment";
import * as leavePage from "~/routes/posts/leave-post";
import * as newPage from "~/routes/posts/new-appointment";
import * as newNoticePage from "~/routes/posts/new-notice";
import * as newQuotaPage from "~/routes/posts/new-quota";
import * as proofPage from "~/routes/posts/notice-proof";
import * as noticePage from "~/routes/posts/notice";
import * as quotaPage from "~/routes/posts/quota";
import * as quotasPage from "~/routes/posts/quotas";
import {
  aVillager,
  COUNTY,
  loadVillagers,
  type Somebody,
} from "#test/db/posts/appointment-support";
import { aVisitor, visit, type RouteModule, type Visitor } from "#test/routes/support/visit";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

let at: TestPlatform;
let officer: Visitor;
let reviewer: Visitor;
beforeAll(async () => {
  at = await openTestPlatform();
  await loadVillagers();
  officer = await aVisitor("caseOfficer", COUNTY, "普经办");
  reviewer = await aVisitor("reviewer", COUNTY, "李审核");
});
afterAll(() => at.close());

type Form = Readonly<Record<string, string>>;
const open =
  (page: RouteModule, pattern: string) =>
  (address: string, form?: Form, who = officer) =>
    visit(page, pattern, address, who, form);
const quotas = open(quotasPage, "/posts/quotas");
const newQuota = open(newQuotaPage, "/posts/quotas/new");
const quota = open(quotaPage, "/posts/quotas/:quotaId");
const newAppointment = open(newPage, "/posts/appointments/new");
const appointment = open(appointmentPage, "/posts/appointments/:appointmentId");
const leave = open(leavePage, "/posts/appointments/:appointmentId/leave");
const account = open(accountPage, "/posts/appointments/:appointmentId/account");
const newNotice = open(newNoticePage, "/posts/notices/new");
const proof = open(proofPage, "/posts/notices/:noticeId/proof");
const notice = open(noticePage, "/posts/notices/:noticeId");

const QUOTA = {
  ...{ countyCode: COUNTY, kind: "FOREST_GUARD", title: "护林员", employer: "镇政府", posts: "1" },
  ...{
    fundSource: "沪滇劳务协作资金",
    monthlyRateFen: "1000",
    documentNumber: "曲财农〔2020〕31号",
  },
  ...{ fromOn: "2020-01-01", toOn: "2020-12-31", township: "龙川镇" },
};
const TERM = { startsOn: "2020年4月1日", endsOn: "2020-09-30" };
const idIn = (address: string | null) => /[0-9a-f-]{36}/.exec(address ?? "")?.[0] ?? "";

async function aQuota(change: Form = {}): Promise<string> {
  return idIn((await newQuota("/posts/quotas/new", { ...QUOTA, ...change })).location);
}

async function proposed(quotaId: string, person: Somebody): Promise<string> {
  const form = { ...TERM, quotaId, personId: person.personId };
  return idIn((await newAppointment("/posts/appointments/new", form)).location);
}

test("[R12] from the quota to the confirmed post, through native forms", async () => {
  const quotaId = await aQuota();
  const person = await aVillager(at);
  const chosen = await newAppointment(
    `/posts/appointments/new?quota=${quotaId}&person=${person.personId}`,
  );
  expect(chosen.html).toContain(person.name);
  expect(chosen.html).not.toContain(person.idCardNumber);
  const id = await proposed(quotaId, person);
  expect((await appointment(`/posts/appointments/${id}?done=appoint`)).html).toContain("6 个整月");
  const waiting = await newNotice("/posts/notices/new");
  expect(waiting.html).toContain("彝***");
  const text = { title: "拟聘公示", fromOn: "2020-03-20", place: "公开栏", contact: "县局" };
  const short = await newNotice("/posts/notices/new", { ...text, toOn: "2020-03-23", id });
  expect([short.status, short.html.includes("公示 4 天，至少要 5 天")]).toEqual([422, true]);
  const posted = await newNotice("/posts/notices/new", { ...text, toOn: "2020-03-24", id });
  const at1 = `/posts/notices/${idIn(posted.location)}`;
  expect((await notice(at1, undefined, reviewer)).html).not.toContain("确认聘用所选人员");
  const objection = { receivedOn: "2020-03-21", way: "VISIT", content: "在外务工", version: "1" };
  await notice(at1, { ...objection, intent: "objection", appointmentId: id });
  const unproved = await notice(at1, { intent: "close", version: "2" });
  expect(unproved.html).toContain("这是补录的公示，请先上传公示照片或扫描件");
  expect((await proof(`${at1}/proof`)).html).toContain("公示现场照片或公示表扫描件");
  await at.owner.query("UPDATE post_notice SET proof_file_id = id, proof_name = '公示.png'");
  const open1 = await notice(at1, { intent: "close", version: "2" });
  expect(open1.html).toContain("还有异议没有处理");
  const objectionId = (
    await at.owner.query<{ id: string }>("SELECT id FROM post_objection WHERE content = '在外务工'")
  ).rows[0]?.id;
  const decision = { outcome: "DISMISSED", decision: "已返乡", objectionId: objectionId ?? "" };
  expect((await notice(at1, { ...decision, intent: "decide", version: "2" })).status).toBe(403);
  await notice(at1, { ...decision, intent: "decide", version: "2" }, reviewer);
  const closed = await notice(at1, { intent: "close", version: "3" });
  expect(closed.location).toBe(`${at1}?done=close`);
  const confirm = { intent: "confirm", version: "4", id };
  expect((await notice(at1, confirm)).status).toBe(403);
  expect((await notice(at1, undefined, reviewer)).html).toContain("补录的公示");
  expect((await notice(at1, confirm, reviewer)).location).toBe(`${at1}?done=confirm`);
  const page = await quota(`/posts/quotas/${quotaId}?group=confirmed`);
  expect(page.html).toContain(person.name);
  expect((await quotas("/posts/quotas?state=all")).html).toContain(`${quotaId}?group=confirmed`);
});

describe("[R12] what stands against somebody is told at its field, with the way there", () => {
  test("a full quota, and his other post", async () => {
    const full = await aQuota();
    const person = await aVillager(at);
    const first = await proposed(full, person);
    const form = { ...TERM, quotaId: full, personId: (await aVillager(at)).personId };
    const refused = await newAppointment("/posts/appointments/new", form);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("岗位指标已满：共 1 个岗位，2020-04-01 已有 1 人");
    const again = { ...TERM, quotaId: await aQuota(), personId: person.personId };
    const second = await newAppointment("/posts/appointments/new", again);
    expect(second.html).toContain("此人 2020-04-01 至 2020-09-30 已有公共服务岗位（护林员）");
    expect(second.html).toContain(`/posts/appointments/${first}`);
    expect(second.html).toContain('value="2020年4月1日"');
  });

  test("somebody entered by his number, whose number does not come back in an address", async () => {
    const quotaId = await aQuota({ posts: "3" });
    const form = { ...TERM, quotaId, countyCode: COUNTY, name: "某人", idCardNumber: "123" };
    const refused = await newAppointment("/posts/appointments/new", form);
    expect(refused.html).toContain("身份证号不对");
    const found = await newAppointment(`/posts/appointments/new?quota=${quotaId}`, {
      ...{ intent: "find", text: "彝山" },
    });
    expect(new URL(found.location ?? "", "http://x").searchParams.get("quota")).toBe(quotaId);
  });
});

test("[R17] an account's digits come back neither with a refused form nor on a page that did not ask", async () => {
  const id = await proposed(await aQuota(), await aVillager(at));
  const to = `/posts/appointments/${id}/account`;
  const typed = { holderName: "别人", bankName: "农信社", account: "6217003860012344321" };
  const version = "1";
  const differing = await account(to, { ...typed, again: "6217003860012344322", version });
  expect(differing.html).toContain("两次填写的账号不一致");
  expect(differing.html).not.toContain(typed.account);
  const saved = await account(to, { ...typed, again: "6217 0038 6001 2344 321", version });
  expect(saved.location).toBe(`/posts/appointments/${id}?done=account`);
  const page = await appointment(`/posts/appointments/${id}`);
  expect(page.html).toContain("6217 **** 4321");
  expect(page.html).toContain("户名“别人”与本人姓名");
  expect(page.html).not.toContain(typed.account);
  expect((await account(to, undefined, reviewer)).html).not.toContain(typed.account);
  const shown = await account(to, { intent: "reveal", reason: "核对退票" }, reviewer);
  expect(shown.html).toContain(typed.account);
});

test("[R12] who is not confirmed does not leave; the page says what to do instead", async () => {
  const id = await proposed(await aQuota(), await aVillager(at));
  const form = { intent: "leave", leftOn: "2020-05-01", reason: "ILLNESS", version: "1" };
  const refused = await leave(`/posts/appointments/${id}/leave`, form);
  expect([refused.status, refused.html.includes("不聘的请撤销登记")]).toEqual([409, true]);
});
