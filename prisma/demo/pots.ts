import type { AdjustmentFacts } from "~/data/funds/fund-step-store.server";
import type { PotFacts } from "~/data/funds/pot-store.server";
import type { Actor } from "~/domain/access/actor";
import type { AdjustmentState } from "~/domain/funds/adjustment";
import type { ExpenditureCategory } from "~/domain/funds/pot";
import { addDays, day, type CalendarDate } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { addPot } from "~/usecases/funds/add-pot.server";
import { carryOver } from "~/usecases/funds/carry-over.server";
import { recordClosureStep } from "~/usecases/funds/close-project.server";
import { decideAdjustment } from "~/usecases/funds/decide-adjustment.server";
import { receiveFunds } from "~/usecases/funds/receive-funds.server";
import { reviewSpending } from "~/usecases/funds/review-spending.server";
import { spendFunds } from "~/usecases/funds/spend-funds.server";
import { stateProgress } from "~/usecases/funds/state-progress.server";
import { submitAdjustment } from "~/usecases/funds/submit-adjustment.server";
import { aPhotograph } from "#test/builders/photograph";
import { CHUXIONG, kept, morning, NANHUA, type MoneyHands } from "./hands";

/** The pot of 2020 that claims of the demonstration are drawn for. */
export const LABOUR_2020 = "南华县2020年贫困劳动力转移就业";
/** The same of the year in which the posts are paid. */
export const labourOf = (year: number) => `南华县${year}年公共服务岗位和外出就业补贴`;

const yuan = (amount: number) => fen(amount * 100);

async function setUp(
  by: Actor,
  facts: Partial<PotFacts> & Pick<PotFacts, "name" | "amountFen" | "year">,
  projectKey: string,
): Promise<string> {
  const regionCode = facts.regionCode ?? NANHUA;
  const whole: PotFacts = {
    ...{ regionCode, unitName: "南华县人力资源和社会保障局", purpose: "LABOUR_TRANSFER" },
    ...{ isLabour: true, plannedFen: fen(0), implementer: "", implementerReason: "" },
    ...{ implementerRegion: regionCode, letterReceivedOn: null, ...facts },
  };
  const cell = await inTransaction(by, (tx) =>
    tx.allocationCell.findFirstOrThrow({
      where: {
        projectKey,
        row: { areaCode: regionCode, table: { year: facts.year, regionCode: CHUXIONG } },
      },
      select: { id: true },
    }),
  );
  const days = [`${facts.year}-01-08`, "2020-05-06", whole.letterReceivedOn ?? ""].sort();
  const at = morning(day(days.at(-1) ?? ""));
  return kept(await addPot(by, { cellId: cell.id, facts: whole }, at));
}

async function receive(
  by: Actor,
  potId: string,
  [letter, on, amount]: readonly [CalendarDate, CalendarDate, number],
): Promise<void> {
  const facts = {
    ...{ fromUnit: "楚雄州财政局", letterReceivedOn: letter, receivedOn: on, note: "" },
    ...{ amountFen: yuan(amount), voucherNo: `收-${on.replaceAll("-", "")}` },
  };
  const file = { ...(await aPhotograph()), fileName: "拨款凭证.jpg" };
  kept(await receiveFunds(by, { potId, facts, file }, morning(addDays(on, 1))));
}

interface Spending {
  readonly on: CalendarDate;
  readonly amount: number;
  readonly purpose: string;
  readonly payee: string;
  readonly category?: ExpenditureCategory;
  /** Not yet looked at by another. */
  readonly isPending?: boolean;
}

async function spend(
  { by, reviewer }: { readonly by: Actor; readonly reviewer: Actor },
  potId: string,
  { on, amount, purpose, payee, category = "OTHER", isPending = false }: Spending,
): Promise<void> {
  const voucherNo = `支-${on.replaceAll("-", "")}`;
  const reason = "服务类支出，不发给个人，不走补贴申领";
  const facts = {
    spentOn: on,
    amountFen: yuan(amount),
    category,
    purpose,
    payee,
    voucherNo,
    reason,
  };
  const file = { ...(await aPhotograph()), fileName: "记账凭证.jpg" };
  const entryId = kept(await spendFunds(by, { potId, facts, file }, morning(addDays(on, 1))));
  if (isPending) return;
  kept(await reviewSpending(reviewer, { potId, entryId }, morning(addDays(on, 3))));
}

/** Labour transfer of 2020: one transfer in time and one late, spending, changes of each kind, and what was carried over. */
async function labourOf2020({ officer, reviewer, finance }: MoneyHands): Promise<void> {
  const letterReceivedOn = day("2020-05-11");
  const of = { name: LABOUR_2020, year: 2020, amountFen: yuan(1_000_000), letterReceivedOn };
  const potId = await setUp(finance, of, "labour");
  await receive(finance, potId, [day("2020-05-11"), day("2020-05-27"), 500_000]);
  // Fifteen working days after 15 June end on 7 July.
  await receive(finance, potId, [day("2020-06-15"), day("2020-07-22"), 450_000]);
  const hands = { by: finance, reviewer };
  for (const one of SPENT_2020) await spend(hands, potId, one);
  for (const { amount, changedElements, what, state, on } of CHANGES) {
    const facts = { what, amountFen: yuan(amount), changedElements, reason: "按实际需要安排" };
    const asked = { potId, facts, asksApproval: false };
    const adjustmentId = kept(await submitAdjustment(officer, asked, morning(day(on))));
    if (state === null) continue;
    const decided = { potId, adjustmentId, state, decision: "同意" };
    kept(await decideAdjustment(reviewer, decided, morning(addDays(day(on), 6))));
  }
  const left = { potId, year: 2021, name: "2020年转移就业结转", amountFen: yuan(200_000) };
  kept(await carryOver(finance, left, morning(day("2021-01-08"))));
}

const SPENT_2020: readonly Spending[] = [
  {
    ...{ on: day("2020-06-12"), amount: 268_400 },
    ...{ purpose: "送工包车和途中保障", payee: "楚雄某客运公司" },
  },
  {
    ...{ on: day("2020-08-20"), amount: 312_000 },
    ...{ purpose: "外出务工人员服务和回访", payee: "南华县驻沪劳务工作站" },
  },
  {
    ...{ on: day("2020-11-18"), amount: 18_600, isPending: true, category: "RECRUITMENT" },
    ...{ purpose: "专场招聘会场地和宣传", payee: "南华县某会展服务部" },
  },
];

interface Change extends Pick<AdjustmentFacts, "what" | "changedElements"> {
  readonly on: string;
  /** Yuan. */
  readonly amount: number;
  /** Null: nobody has decided. */
  readonly state: AdjustmentState | null;
}

const CHANGES: readonly Change[] = [
  {
    ...{ on: "2020-08-03", amount: 80_000, changedElements: [], state: "filed" },
    what: "送工费用结余 8 万元转用于跟踪回访",
  },
  {
    ...{ on: "2020-09-01", amount: 60_000, changedElements: ["BENEFICIARIES"], state: "approved" },
    what: "受益对象增加易地搬迁安置点的建档立卡劳动力",
  },
  {
    ...{ on: "2020-11-20", amount: 120_000, changedElements: [], state: null },
    what: "结余 12 万元转用于岗位补贴",
  },
];

/** A workshop that is built and on its way to its acceptance. */
async function workshopOf2020({ officer, reviewer, finance }: MoneyHands): Promise<void> {
  const potId = await setUp(
    finance,
    {
      ...{ name: "沙桥镇就业扶贫车间", year: 2020, amountFen: yuan(600_000) },
      ...{ purpose: "OTHER", isLabour: false, plannedFen: yuan(650_000) },
      ...{ unitName: "南华县沙桥镇人民政府", implementer: "楚雄某建筑公司" },
    },
    "workshop",
  );
  await receive(finance, potId, [day("2020-05-11"), day("2020-05-28"), 600_000]);
  const built = { purpose: "车间工程款", payee: "楚雄某建筑公司" };
  const hands = { by: finance, reviewer };
  await spend(hands, potId, { ...built, on: day("2020-07-15"), amount: 360_000 });
  await spend(hands, potId, { ...built, on: day("2020-10-12"), amount: 225_000 });
  for (const [asOf, amount] of [
    ["2020-07-31", 410_000],
    ["2020-10-20", 650_000],
  ] as const) {
    const facts = { asOf: day(asOf), completedFen: yuan(amount), basis: "监理月报" };
    kept(await stateProgress(officer, { potId, facts }, morning(addDays(day(asOf), 2))));
  }
  for (const [step, on, score] of [
    ["FINAL_ACCOUNTS", "2020-11-10", null],
    ["PERFORMANCE", "2020-11-25", 92.5],
  ] as const) {
    const doneByUnit = "南华县沙桥镇人民政府";
    const facts = { step, doneOn: day(on), doneByUnit, score, note: "" };
    const file = { ...(await aPhotograph()), fileName: "报告首页.jpg" };
    kept(await recordClosureStep(officer, { potId, facts, file }, morning(addDays(day(on), 1))));
  }
}

/** What the prefecture's bureau keeps for its six uses. */
async function reimbursementOf2020({ bureau, treasury }: MoneyHands): Promise<void> {
  const potId = await setUp(
    treasury,
    {
      ...{ name: "州级报账资金", year: 2020, amountFen: yuan(100_000), regionCode: CHUXIONG },
      ...{ purpose: "REIMBURSEMENT", unitName: "楚雄州人力资源和社会保障局" },
    },
    "labour",
  );
  await receive(treasury, potId, [day("2020-05-11"), day("2020-05-29"), 100_000]);
  const hands = { by: treasury, reviewer: bureau };
  await spend(hands, potId, {
    ...{ on: day("2020-07-08"), amount: 36_000, category: "LABOUR_STATION" },
    ...{ purpose: "驻沪劳务工作站房租和办公", payee: "上海某物业公司" },
  });
  await spend(hands, potId, {
    ...{ on: day("2020-08-06"), amount: 8_600, category: "SEND_OFF" },
    ...{ purpose: "外出务工人员欢送会", payee: "楚雄某会务公司" },
  });
}

/** This year's: one pot for the posts, and one whose money lies idle. */
async function potsOf(year: number, paidFrom: CalendarDate, { finance }: MoneyHands) {
  // No letter comes before the year's paper, also when the first month paid is January.
  const letter = day([addDays(paidFrom, -20), `${year}-01-08`].sort().at(-1) ?? "");
  const of = { year, letterReceivedOn: letter };
  const posts = { ...of, name: labourOf(year), amountFen: yuan(120_000) };
  const potId = await setUp(finance, posts, "labour");
  await receive(finance, potId, [letter, addDays(letter, 9), 100_000]);
  const idle = { name: `南华县${year}年外出就业服务`, year, amountFen: yuan(80_000) };
  const idleId = await setUp(finance, idle, "labour");
  const early = addDays(paidFrom, -90);
  await receive(finance, idleId, [early, addDays(early, 12), 80_000]);
}

/** Money from its receipt to its closure, of 2020 and of the year whose month of posts is paid. Nothing is done twice. */
export async function runPots(hands: MoneyHands, paidFrom: CalendarDate): Promise<void> {
  const named = (name: string) =>
    inTransaction(hands.office, (tx) => tx.fundPot.count({ where: { name } }));
  if ((await named(LABOUR_2020)) === 0) await labourOf2020(hands);
  if ((await named("沙桥镇就业扶贫车间")) === 0) await workshopOf2020(hands);
  if ((await named("州级报账资金")) === 0) await reimbursementOf2020(hands);
  const year = Number(paidFrom.slice(0, 4));
  if ((await named(labourOf(year))) === 0) await potsOf(year, paidFrom, hands);
}
