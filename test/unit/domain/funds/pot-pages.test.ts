import { expect, test } from "vitest";
import { labourUseOf, recruitingShare } from "~/domain/funds/labour-use";
import { potAdvice, type PotState } from "~/domain/funds/pot-advice";
import { potForm, receiptForm, spendingForm } from "~/domain/funds/pot-form";
import { adjustmentForm, closureForm } from "~/domain/funds/project-form";
import { fen, yuanGrouped } from "~/domain/shared/fen";
import type { z } from "zod";

const first = (read: { success: boolean; error?: z.ZodError | undefined }) =>
  read.error?.issues[0]?.path[0] ?? "ok";

test("[F06] what is to be done next with a pot: what bars everything else comes first", () => {
  const quiet: PotState = {
    ...{ isVoided: false, isClosed: false, isLocked: false, leftFen: fen(1) },
    ...{ receivedFen: fen(1), idleFen: fen(0), idleDays: 90, pendingSpending: 0 },
    lyingFen: fen(0),
    ...{ isYearOver: false, hasFinalAccounts: false, overdueFen: fen(0) },
    ...{ pendingAdjustments: 0, closureBegun: false, nextStep: "FINAL_ACCOUNTS" },
  };
  const says = (change: Partial<PotState>) => potAdvice({ ...quiet, ...change }).text;
  expect(says({})).toContain("补贴申领");
  expect(says({ leftFen: fen(0) })).toContain("全部安排");
  expect(says({ overdueFen: fen(100) })).toContain("超过拨付期限没有到账");
  expect(says({ isYearOver: true })).toContain("自动锁定");
  expect(says({ isYearOver: true, leftFen: fen(0) })).toContain("全部安排");
  const final = { isYearOver: true, hasFinalAccounts: true, nextStep: "AUDIT" } as const;
  const afterAccounts = says({ ...final, idleFen: fen(1), overdueFen: fen(1) });
  expect(afterAccounts).toContain(
    "不再变动；确需更正的，先从收尾的最后一步起作废。收尾下一步登记同级审计",
  );
  expect(says({ ...final, lyingFen: fen(100) })).toContain("还有 1 元到账没有支出");
  expect(says({ closureBegun: true, nextStep: "AUDIT" })).toContain("同级审计");
  expect(says({ idleFen: fen(12_345) })).toContain("123.45 元到账满 90 天没有支出");
  expect(says({ idleFen: fen(1), receivedFen: fen(0) })).toContain("还没有登记到账");
  expect(says({ receivedFen: fen(0), pendingAdjustments: 2 })).toContain("2 项项目调整");
  expect(says({ pendingAdjustments: 2, pendingSpending: 3 })).toContain("3 笔支出待审核");
  expect(says({ pendingSpending: 3, isLocked: true })).toContain("不得自行安排");
  expect(says({ isLocked: true, isClosed: true })).toContain("已通过验收");
  expect(says({ isClosed: true, isVoided: true })).toContain("已作废");
});

test("[F08] recruitment and training in what labour money was paid out for, with the minimum where one was entered", () => {
  const paid = (amount: number, claimKind: string | null, category: "SUBSIDY" | "MATCHING") => ({
    ...{ amountFen: fen(amount), claimKind, category },
  });
  const spending = [
    paid(30, "TRAINING", "SUBSIDY"),
    paid(10, null, "MATCHING"),
    paid(20, "AGENCY", "SUBSIDY"),
    paid(40, "OUTWORK", "SUBSIDY"),
  ];
  const share = recruitingShare(spending, 60);
  expect(share.byUse).toEqual({ training: 30, recruitment: 30, other: 40 });
  expect([share.rate.basisPoints, share.reachesMinimum]).toEqual([6000, true]);
  expect(recruitingShare(spending, 61).reachesMinimum).toBe(false);
  expect(recruitingShare(spending, null).reachesMinimum).toBeNull();
  expect(recruitingShare([], 60).reachesMinimum).toBeNull();
  expect(labourUseOf({ category: "CADRE_TRAINING", claimKind: null })).toBe("training");
  expect(labourUseOf({ category: "TRAINING", claimKind: null })).toBe("training");
  expect(labourUseOf({ category: "RECRUITMENT", claimKind: null })).toBe("recruitment");
  expect(labourUseOf({ category: "SEND_OFF", claimKind: null })).toBe("other");
});

test("forms of a pot name the field that is wrong and take amounts in yuan", () => {
  const pot = {
    ...{ cellId: "019a0000-0000-7000-8000-000000000001", name: "项目", unitName: "人社局" },
    ...{ purpose: "OTHER", amountFen: "1,200.5", plannedFen: "" },
  };
  expect(potForm.parse(pot)).toMatchObject({ amountFen: 120_050, plannedFen: 0, isLabour: "no" });
  expect(first(potForm.safeParse({ ...pot, amountFen: "0" }))).toBe("amountFen");
  expect(first(potForm.safeParse({ ...pot, implementerRegion: "53" }))).toBe("implementerRegion");
  expect(first(potForm.safeParse({ ...pot, purpose: "" }))).toBe("purpose");
  const receipt = {
    fromUnit: "财政局",
    receivedOn: "2020年7月1日",
    amountFen: "1",
    voucherNo: "1",
  };
  expect(receiptForm.parse(receipt)).toMatchObject({ receivedOn: "2020-07-01" });
  expect(receiptForm.parse(receipt).letterReceivedOn).toBeNull();
  expect(first(receiptForm.safeParse({ ...receipt, voucherNo: " " }))).toBe("voucherNo");
  expect(first(spendingForm.safeParse({ category: "OTHER", purpose: "" }))).toBe("purpose");
  const change = { what: "改", amountFen: "1", changedElements: ["PLACE"], reason: "因" };
  expect(adjustmentForm.parse(change)).toMatchObject({ asksApproval: "" });
  const step = { step: "PERFORMANCE", doneOn: "2020-12-01", doneByUnit: "人社局" };
  expect(closureForm.parse({ ...step, score: "92.5" }).score).toBe(92.5);
  expect(closureForm.parse(step).score).toBeNull();
  expect(first(closureForm.safeParse({ ...step, score: "100.01" }))).toBe("score");
  expect(closureForm.parse({ ...step, score: "100" }).score).toBe(100);
});

test("amounts in a column are grouped and keep both decimals", () => {
  const texts = [0, 5, 123_456, 1_234_567_890].map((one) => yuanGrouped(fen(one)));
  expect(texts).toEqual(["0.00", "0.05", "1,234.56", "12,345,678.90"]);
});
