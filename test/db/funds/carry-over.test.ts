import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { foundingDocumentId, foundingTableId } from "~/data/funds/founding-reference.server";
import { commitToPot, findPot, type PotFacts } from "~/data/funds/pot-store.server";
import { wan } from "~/domain/funds/founding/founding-document";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { addPot } from "~/usecases/funds/add-pot.server";
import { carryOver } from "~/usecases/funds/carry-over.server";
import { receiveFunds } from "~/usecases/funds/receive-funds.server";
import { releaseCarryOver } from "~/usecases/funds/release-carry-over.server";
import { reviewSpending } from "~/usecases/funds/review-spending.server";
import { spendFunds } from "~/usecases/funds/spend-funds.server";
import { voidPot } from "~/usecases/funds/void-pot.server";
import { figuresOf } from "~/data/funds/pot-figures.server";
import { potTodos } from "~/data/funds/pot-todos.server";
import { viewPots } from "~/data/funds/pot-list-view.server";
import { anActor } from "#test/builders/actor";
import { value } from "#test/db/rosters/support";
import { openTestPlatform } from "#test/support/test-platform";

const at = await openTestPlatform();
afterAll(() => at.close());

const NOW = new Date("2020-12-10T02:00:00Z");
const TODAY = day("2020-12-10");
const finance = anActor("finance", "530381", "宣财务");
const reviewer = anActor("reviewer", "530381", "宣审核");
const office = anActor("cooperationOffice", "530300", "曲协作");
const foreign = anActor("finance", "532300", "楚财务");

const kindOf = (outcome: { readonly ok: boolean; readonly refusal?: { readonly kind: string } }) =>
  outcome.ok ? "done" : outcome.refusal?.kind;

/** The labour cell of 宣威 in the founding table: 1,150. */
async function labourCell(): Promise<string> {
  const { rows } = await at.owner.query<{ id: string }>(
    `SELECT c.id FROM allocation_cell c JOIN allocation_row r ON r.id = c.row_id
     WHERE r.table_id = $1 AND r.area_code = '530381' AND c.amount = $2`,
    [foundingTableId("曲财农〔2020〕31号"), wan(1150)],
  );
  if (rows[0] === undefined) throw new Error("no cell");
  return rows[0].id;
}
const cellId = await labourCell();

const facts = (change: Partial<PotFacts> = {}): PotFacts => ({
  ...{ regionCode: "530381", year: 2020, name: "转移就业补助", unitName: "宣威市人社局" },
  ...{ purpose: "LABOUR_TRANSFER", isLabour: false, amountFen: fen(1000), plannedFen: fen(0) },
  ...{ implementer: "", implementerRegion: "530381", implementerReason: "" },
  ...{ letterReceivedOn: null, ...change },
});
const pot = async (change: Partial<PotFacts> = {}) =>
  value(await addPot(finance, { cellId, facts: facts(change) }, NOW));
const read = async (id: string) => {
  const found = await inTransaction(finance, (tx) => findPot(tx, id));
  if (found === null) throw new Error("no pot");
  return found;
};
/** Money of the pot, come on the day; each under a voucher of its own. */
const receipt = (amount: number, receivedOn = "2020-07-10", change = {}) => ({
  ...{ fromUnit: "市财政局", letterReceivedOn: null, voucherNo: `收-${(serial += 1)}`, note: "" },
  ...{ receivedOn: day(receivedOn), amountFen: fen(amount), ...change },
});
const come = async (potId: string, amount: number, receivedOn?: string) =>
  value(
    await receiveFunds(finance, { potId, facts: receipt(amount, receivedOn), file: null }, NOW),
  );
let serial = 0;
const spending = (potId: string, amount: number, change = {}) => ({
  ...{ potId, file: null },
  facts: {
    ...{ spentOn: TODAY, amountFen: fen(amount), category: "OTHER" as const, purpose: "办公" },
    ...{ payee: "某公司", reason: "服务类支出", voucherNo: `记-${(serial += 1)}`, ...change },
  },
});

const YEAR_END = new Date("2020-12-31T02:00:00Z");
const IN_2021 = new Date("2021-05-10T02:00:00Z");

/** A decision of the area, registered by hand. */
async function decision(regionCode: string, issuedOn: string): Promise<string> {
  const id = randomUUID();
  await at.owner.query(
    `INSERT INTO policy_document (id, issuer, number, issued_on, title, region_code, created_at)
     VALUES ($1::uuid, '市协作办', $1::text, $2::date, '结转资金安排', $3, now())`,
    [id, issuedOn, regionCode],
  );
  return id;
}

test("[F04] what a year left over is locked until a decision from above frees it, and spent only once", async () => {
  const id = await pot({ amountFen: fen(1000) });
  await come(id, 900, "2020-07-10");
  const entryId = value(await spendFunds(finance, spending(id, 400), NOW));
  value(await reviewSpending(reviewer, { potId: id, entryId }, NOW));
  const carry = (amount: number, year = 2021, now = YEAR_END) =>
    carryOver(finance, { potId: id, year, name: "结转", amountFen: fen(amount) }, now);
  expect(kindOf(await carry(600, 2021, NOW))).toBe("yearNotOver");
  expect(kindOf(await carry(600, 2020))).toBe("year");
  expect(kindOf(await carry(600, 2022))).toBe("year");
  expect(kindOf(await carry(601))).toBe("beyondPot");
  const wrong = value(await carry(600));
  const back = { potId: wrong, version: 1, reason: "金额录错" };
  // The county cannot take what was carried over back into its own hands.
  expect(kindOf(await voidPot(finance, back, YEAR_END))).toBe("forbidden");
  value(await voidPot(office, back, YEAR_END));
  const carried = value(await carry(600));
  expect(await read(carried)).toMatchObject({ isLocked: true, carriedFromId: id, isLabour: true });
  expect(kindOf(await spendFunds(finance, spending(carried, 1), YEAR_END))).toBe("locked");
  expect(await inTransaction(finance, (tx) => commitToPot(tx, carried, fen(1)))).toBe(false);
  const documentId = await decision("530300", "2021-03-01");
  const release = (change = {}, actor = office) => {
    const facts = {
      ...{ documentId, clause: "四", use: "巩固成果", reportedOn: day("2021-03-02") },
      ...{ releasedOn: day("2021-03-02"), ...change },
    };
    return releaseCarryOver(actor, { potId: carried, facts }, IN_2021);
  };
  const founding = foundingDocumentId("曲财农〔2020〕31号");
  expect(kindOf(await release({}, finance))).toBe("forbidden");
  expect(kindOf(await release({ documentId: randomUUID() }))).toBe("documentUnknown");
  expect(kindOf(await release({ documentId: founding }))).toBe("noDecision");
  const foreign = await decision("532300", "2021-03-01");
  expect(kindOf(await release({ documentId: foreign }))).toBe("notDecidedAbove");
  const older = await decision("530300", "2020-12-30");
  // The year that left it ended on 31 December, whenever somebody entered what it left.
  expect(kindOf(await release({ documentId: older }))).toBe("beforeCarryOver");
  expect(kindOf(await release({ releasedOn: day("2021-02-28") }))).toBe("beforeDecision");
  expect(kindOf(await release({ reportedOn: null }))).toBe("notReported");
  value(await release());
  expect(kindOf(await release())).toBe("notLocked");
  const spent = (amount: number, potId = carried) => {
    return spendFunds(finance, spending(potId, amount, { spentOn: day("2021-05-01") }), IN_2021);
  };
  expect(kindOf(await spent(1, id))).toBe("yearOver");
  // Of 900 that came 400 were spent where they came: 500 were carried over.
  expect(kindOf(await spent(501))).toBe("beyondReceived");
  value(await spent(500));
});

test("[F04] [F06] carried-over money counts once, where it went, with the day on which it came", async () => {
  const id = await pot({ amountFen: fen(1000) });
  await come(id, 300, "2020-07-01");
  await come(id, 500, "2020-08-01");
  const entryId = value(await spendFunds(finance, spending(id, 200), NOW));
  value(await reviewSpending(reviewer, { potId: id, entryId }, NOW));
  const rest = { potId: id, year: 2021, name: "结转在途", amountFen: fen(400) };
  const carried = value(await carryOver(finance, rest, YEAR_END));
  const moved = await inTransaction(finance, (tx) => figuresOf(tx, [carried, id]));
  expect(moved.get(id)).toMatchObject({ receivedFen: 400, carriedOutFen: 400, spentFen: 200 });
  expect(moved.get(carried)).toMatchObject({ receivedFen: 400, spentFen: 0, receipts: [] });
  const today = day("2021-01-10");
  const lines = async (year: number) =>
    (await viewPots(office, { year, regionCode: "530381" }, today)).pots;
  const [old, young] = [await lines(2020), await lines(2021)];
  // Of 1 July 100 are left, of 1 August 500: the older go first.
  expect(young.find((one) => one.id === carried)).toMatchObject({
    ...{ receivedFen: 400, idleFen: 400, oldestDays: 193, isLocked: true, lockedFen: 400 },
  });
  expect(old.find((one) => one.id === id)).toMatchObject({
    ...{ receivedFen: 400, idleFen: 200, oldestDays: 162, leftFen: 400 },
    ...{ availableFen: 0, lockedFen: 400 },
  });
  const todos = await inTransaction(office, (tx) => potTodos(tx, office, today));
  expect(todos.map(({ to }) => to)).toContain(`/funds/${carried}`);
});

test("[F01] what has not come by the day it was due is late, named on the list and a task of finance", async () => {
  const id = await pot({ amountFen: fen(1000), letterReceivedOn: day("2020-11-16") });
  await come(id, 400, "2020-12-01");
  const line = async (today: string) => {
    const list = await viewPots(office, { year: 2020, regionCode: "530381" }, day(today));
    return list.pots.find((one) => one.id === id);
  };
  // Fifteen working days after 16 November end on 7 December.
  expect(await line("2020-12-07")).toMatchObject({ overdueFen: 0, unjudgedReceipts: 0 });
  expect(await line("2020-12-08")).toMatchObject({ overdueFen: 600 });
  const tasks = (today: string) => inTransaction(finance, (tx) => potTodos(tx, finance, today));
  const late = (one: { readonly to: string; readonly what: string }) =>
    one.to.startsWith(`/funds/${id}`) && one.what.includes("逾期");
  expect((await tasks("2020-12-07")).filter(late)).toHaveLength(0);
  expect((await tasks("2020-12-08")).filter(late)).toHaveLength(1);
});

test("[F06] the pots of a year stand with what is left, what lies idle and both rates over all of them", async () => {
  const id = await pot({ year: 2020, amountFen: fen(1000), plannedFen: fen(2000) });
  await come(id, 300, "2020-09-11");
  await come(id, 500, "2020-09-12");
  const entryId = value(await spendFunds(finance, spending(id, 100), NOW));
  value(await reviewSpending(reviewer, { potId: id, entryId }, NOW));
  const asked = { year: 2020, regionCode: "530381" };
  const list = await viewPots(office, asked, TODAY);
  // Received on 11 September it lies for ninety days on 10 December, on 12 September for eighty-nine.
  expect(list.pots.find((one) => one.id === id)).toMatchObject({
    ...{ leftFen: 900, receivedFen: 800, spentFen: 100, idleFen: 200, oldestDays: 90 },
    ...{ areaName: "宣威市", isLocked: false, isClosed: false },
  });
  const sum = (key: "receivedFen" | "spentFen") =>
    list.pots.reduce((total, one) => total + one[key], 0);
  expect(list.use).toMatchObject({ numerator: sum("spentFen"), denominator: sum("receivedFen") });
  const planned = list.pots.reduce((total, one) => total + one.plannedFen, 0);
  expect(list.completion).toMatchObject({ denominator: planned });
  expect(list.pots.find((one) => one.id === id)).toMatchObject({ unjudgedReceipts: 2 });
  expect((await viewPots(foreign, asked, TODAY)).pots).toEqual([]);
  expect((await viewPots(office, { year: 2021, regionCode: null }, TODAY)).pots).toHaveLength(2);
});

test("[F04] what was entered late is freed by its decision of that time, and locks again when its year is over", async () => {
  const id = await pot({ amountFen: fen(1000) });
  await come(id, 1000);
  const rest = (potId: string, amount: number, year: number, now: Date) =>
    carryOver(finance, { potId, year, name: "补录结转", amountFen: fen(amount) }, now);
  const late = new Date("2023-05-10T02:00:00Z");
  const carried = value(await rest(id, 1000, 2021, late));
  const release = (potId: string, documentId: string, on: string, now = late) => {
    const days = { reportedOn: day(on), releasedOn: day(on) };
    const facts = { documentId, clause: "四", use: "巩固成果", ...days };
    return releaseCarryOver(office, { potId, facts }, now);
  };
  const [before, exactly] = [
    await decision("530300", "2020-12-30"),
    await decision("530300", "2020-12-31"),
  ];
  expect(kindOf(await release(carried, before, "2021-03-01"))).toBe("beforeCarryOver");
  expect(kindOf(await release(carried, exactly, "2020-12-30"))).toBe("beforeDecision");
  expect(kindOf(await release(carried, exactly, "2023-05-11"))).toBe("future");
  value(await release(carried, exactly, "2021-03-01"));
  expect(await read(carried)).toMatchObject({ isLocked: false, releasedOn: "2021-03-01" });
  const spent = (on: string, amount: number) =>
    spendFunds(
      finance,
      spending(carried, amount, { spentOn: day(on) }),
      new Date(`${on}T02:00:00Z`),
    );
  value(await spent("2021-12-31", 100));
  expect(kindOf(await spent("2022-01-01", 1))).toBe("yearOver");
  const line = async (today: string) =>
    (await viewPots(office, { year: 2021, regionCode: "530381" }, day(today))).pots.find(
      (one) => one.id === carried,
    );
  expect(await line("2021-12-31")).toMatchObject({ availableFen: 900, lockedFen: 0 });
  expect(await line("2022-01-01")).toMatchObject({ availableFen: 0, lockedFen: 900 });
  // Freed again, by a decision on what 2021 left, it is spent in the year of that release and no longer.
  const [early, again] = [
    await decision("530300", "2021-12-31"),
    await decision("530300", "2022-01-01"),
  ];
  expect(kindOf(await release(carried, early, "2023-05-01"))).toBe("beforeCarryOver");
  value(await release(carried, again, "2023-05-01"));
  expect(kindOf(await release(carried, again, "2023-05-02"))).toBe("notLocked");
  value(await spent("2023-05-10", 100));
  expect(kindOf(await spent("2024-01-01", 1))).toBe("yearOver");
});

test("[F01] money that comes after its year was carried over is missing nowhere any more", async () => {
  const id = await pot({ amountFen: fen(1000), letterReceivedOn: day("2020-11-16") });
  await come(id, 400, "2020-12-01");
  const rest = { potId: id, year: 2021, name: "结转待到", amountFen: fen(1000) };
  const carried = value(await carryOver(finance, rest, YEAR_END));
  const overdue = async () => {
    const asked = { year: 2020, regionCode: "530381" };
    return (await viewPots(office, asked, day("2021-05-10"))).pots.find((one) => one.id === id)
      ?.overdueFen;
  };
  const laterOn = (potId: string, amount: number) =>
    receiveFunds(finance, { potId, facts: receipt(amount, "2021-05-01"), file: null }, IN_2021);
  expect(await overdue()).toBe(600);
  value(await laterOn(carried, 599));
  expect(await overdue()).toBe(1);
  value(await laterOn(carried, 1));
  expect(await overdue()).toBe(0);
  expect(kindOf(await laterOn(carried, 1))).toBe("beyondAllocated");
});
