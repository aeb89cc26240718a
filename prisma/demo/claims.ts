import { findSentClaimLines } from "~/data/claims/claim-payment-store.server";
import type { Actor } from "~/domain/access/actor";
import { evidenceForm } from "~/domain/placements/evidence";
import { accountForm } from "~/domain/posts/appointment";
import { addDays, day, type CalendarDate } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { monthsEnd } from "~/domain/shared/months";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { approveClaim } from "~/usecases/claims/approve-claim.server";
import { checkClaim } from "~/usecases/claims/check-claim.server";
import { drawClaim, type AskedClaim } from "~/usecases/claims/draw-claim.server";
import { decideClawback } from "~/usecases/claims/decide-clawback.server";
import { enterClaimResult } from "~/usecases/claims/enter-claim-result.server";
import { proposeClawback } from "~/usecases/claims/propose-clawback.server";
import { recordPayeeAccount } from "~/usecases/claims/record-payee-account.server";
import { repayClawback } from "~/usecases/claims/repay-clawback.server";
import { reviewClaim } from "~/usecases/claims/review-claim.server";
import { sendClaim } from "~/usecases/claims/send-claim.server";
import { submitClaim } from "~/usecases/claims/submit-claim.server";
import { addEvidence } from "~/usecases/placements/add-evidence.server";
import { aPhotograph } from "#test/builders/photograph";
import { received } from "#test/db/rosters/support";
import { kept, morning, NANHUA, type MoneyHands } from "./hands";
import { LABOUR_2020, labourOf } from "./pots";

interface Drawing extends Pick<AskedClaim, "source"> {
  readonly pot: string;
  readonly on: CalendarDate;
}

async function drawn(officer: Actor, { source, pot, on }: Drawing): Promise<string> {
  const { id: potId, year } = await inTransaction(officer, (tx) =>
    tx.fundPot.findFirstOrThrow({ where: { name: pot } }),
  );
  const asked = { countyCode: NANHUA, year, potId, title: "", source };
  return kept(await drawClaim(officer, asked, morning(on)));
}

/** The claim as it stands, for a step. */
async function standing(officer: Actor, batchId: string) {
  const { version } = await inTransaction(officer, (tx) =>
    tx.claimBatch.findUniqueOrThrow({ where: { id: batchId }, select: { version: true } }),
  );
  return { batchId, version };
}

/** Accounts of their own for the people of a claim, but for every `without`-th. */
async function recordAccounts(
  officer: Actor,
  batchId: string,
  { on, without }: { readonly on: CalendarDate; readonly without: number },
): Promise<void> {
  const lines = await inTransaction(officer, (tx) =>
    tx.claimLine.findMany({ where: { batchId }, orderBy: { lineNo: "asc" } }),
  );
  for (const { id: lineId, lineNo, name } of lines) {
    if (lineNo % without === 0) continue;
    // The third's wife has one; his is where the money has to go.
    const holderName = lineNo === 3 ? "普秀英" : name;
    const account = `62284800${on.slice(2, 4)}${on.slice(5, 7)}${on.slice(8)}${String(10_007 + lineNo * 13)}`;
    const form = accountForm.parse({
      ...{ holderName, bankName: "南华县农村信用合作联社", account, again: account },
    });
    kept(await recordPayeeAccount(officer, { batchId, lineId }, form, morning(on)));
  }
}

/** The outwork of spring 2020: proved too short, not registered, without an account or with another's. */
async function claimThatFails({ officer }: MoneyHands): Promise<void> {
  const source = { kind: "OUTWORK", from: day("2020-04-01"), to: day("2020-07-14") } as const;
  const on = day("2020-10-12");
  const batchId = await drawn(officer, { source, pot: LABOUR_2020, on });
  kept(await checkClaim(officer, batchId, morning(on)));
  await recordAccounts(officer, batchId, { on: addDays(on, 1), without: 4 });
  await proveMonths(officer, batchId, addDays(on, 1));
  // The second check tells what the accounts have changed.
  kept(await checkClaim(officer, batchId, morning(addDays(on, 2))));
}

/** Every third has brought a certificate for the months that lacked one. */
async function proveMonths(officer: Actor, batchId: string, on: CalendarDate): Promise<void> {
  const lines = await inTransaction(officer, (tx) =>
    tx.claimLine.findMany({ where: { batchId }, orderBy: { lineNo: "asc" } }),
  );
  const form = evidenceForm.parse({
    ...{ kind: "WORK_CERTIFICATE", fromMonth: "2020-04", toMonth: "2020-07" },
  });
  const placementIds = lines.filter(({ lineNo }) => lineNo % 3 === 1).map((one) => one.sourceId);
  const file = { ...(await aPhotograph()), fileName: "务工证明（补）.jpg" };
  kept(await addEvidence(officer, { placementIds, form }, file, morning(on)));
}

/** Those who went in mid-July hold; the bureau has approved, the cooperation office has not yet looked. */
async function claimThatWaits({ officer, reviewer, bureau }: MoneyHands): Promise<void> {
  const source = { kind: "OUTWORK", from: day("2020-07-15"), to: day("2020-08-31") } as const;
  const on = day("2020-10-19");
  const batchId = await drawn(officer, { source, pot: LABOUR_2020, on });
  await recordAccounts(officer, batchId, { on, without: Infinity });
  const claim = () => standing(officer, batchId);
  const note = "资金已足额到账，人员均已回访。";
  kept(await submitClaim(officer, { ...(await claim()), note }, morning(addDays(on, 1))));
  kept(await reviewClaim(reviewer, await claim(), morning(addDays(on, 2))));
  const asked = { ...(await claim()), office: "HRSS" } as const;
  kept(await approveClaim(bureau, asked, morning(addDays(on, 3))));
}

/** The first month of the posts, through every hand to the bank and back; answers the claim's id. */
async function claimThatIsPaid(hands: MoneyHands, month: CalendarDate): Promise<string> {
  const { officer, reviewer, finance, bureau, office } = hands;
  const source = { kind: "POST", from: month, to: month } as const;
  const on = addDays(monthsEnd(month, 1), 8);
  const pot = labourOf(Number(month.slice(0, 4)));
  const batchId = await drawn(officer, { source, pot, on });
  const claim = () => standing(officer, batchId);
  const at = (days: number) => morning(addDays(on, days));
  // The demonstration's exports are six years older than the posts: the check asks why it is used.
  const note =
    "建档立卡数据为 2020 年导出，村委会已逐人核对仍在册；有两名护林员没有手机，由村委会代为联系。";
  kept(await submitClaim(officer, { ...(await claim()), note }, at(1)));
  kept(await reviewClaim(reviewer, await claim(), at(2)));
  kept(await approveClaim(bureau, { ...(await claim()), office: "HRSS" }, at(3)));
  kept(await approveClaim(office, { ...(await claim()), office: "POVERTY" }, at(4)));
  kept(await sendClaim(finance, { batchId }, at(5)));
  const { paymentId, sent } = await inTransaction(finance, async (tx) => {
    const { id } = await tx.claimPayment.findFirstOrThrow({ where: { batchId } });
    return { paymentId: id, sent: await findSentClaimLines(tx, id) };
  });
  const answers = sent.map(
    ({ lineNo, account, payFen }) =>
      `${lineNo},${account},${(payFen / 100).toFixed(2)},成功,,${addDays(on, 6)}`,
  );
  const text = ["序号,账号,金额,结果,失败原因,日期", ...answers].join("\n");
  const file = await received(Buffer.from(text), "银行回盘.csv");
  const voucherNo = `支-${addDays(on, 6).replaceAll("-", "")}`;
  kept(await enterClaimResult(finance, { batchId, paymentId, voucherNo }, file, at(6)));
  return batchId;
}

/** Of what was paid one sum is back, for a day somebody else signed; another is asked for and waits for the reviewer. */
async function clawBack(hands: MoneyHands, batchId: string, month: CalendarDate): Promise<void> {
  const { officer, reviewer, finance } = hands;
  const on = addDays(monthsEnd(month, 1), 18);
  const at = (days: number) => morning(addDays(on, days));
  const [, second, third] = await inTransaction(officer, (tx) =>
    tx.claimLine.findMany({ where: { batchId, removedAt: null }, orderBy: { lineNo: "asc" } }),
  );
  if (second === undefined || third === undefined) throw new Error("the claim has too few lines");
  const propose = async (lineId: string, yuan: number, reason: string) => {
    const asked = { batchId, lineId, amountFen: fen(yuan * 100), reason };
    return kept(await proposeClawback(officer, asked, at(0)));
  };
  const clawbackId = await propose(second.id, 150, "抽查发现当月有 7 天未到岗，由他人代签");
  const now = (version: number) => ({ clawbackId, version });
  const decision = "情况属实，按天数追回";
  kept(await decideClawback(reviewer, { ...now(1), confirms: true, decision }, at(2)));
  const repaidOn = addDays(on, 5);
  const file = { ...(await aPhotograph()), fileName: "退款凭证.jpg" };
  const voucherNo = `退-${repaidOn.replaceAll("-", "")}`;
  const repaid = { ...now(2), repaidOn, voucherNo, file };
  kept(await repayClawback(finance, repaid, at(5)));
  await propose(third.id, 600, "接到反映，当月在县外务工，正在核实");
}

/** One claim that cannot be handed in, one that waits for the second office, one paid. Nothing is done twice. */
export async function runClaims(hands: MoneyHands, paidFrom: CalendarDate): Promise<void> {
  const count = (kind: string, state: string) =>
    inTransaction(hands.officer, (tx) => tx.claimBatch.count({ where: { kind, state } }));
  if ((await count("OUTWORK", "draft")) === 0) await claimThatFails(hands);
  if ((await count("OUTWORK", "reviewed")) === 0) await claimThatWaits(hands);
  if ((await count("POST", "paid")) > 0) return;
  await clawBack(hands, await claimThatIsPaid(hands, paidFrom), paidFrom);
}
