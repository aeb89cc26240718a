import { expect, test } from "vitest";
import { signedDocument, signerName } from "~/domain/evidence/signed-document";
import { closedTo, inkAskedFor } from "~/domain/evidence/signed-roster";
import {
  monthName,
  RECEIPT_NOTICE,
  receiptStatement,
  shownWage,
  wageSheetName,
  type WageFacts,
} from "~/domain/posts/wage-receipt";
import { fen } from "~/domain/shared/fen";

const WAGE: WageFacts = {
  ...{ kind: "WAGES", name: "杨木犀", idMasked: "532324********0079", countyName: "南华县" },
  ...{ month: "2020-05-01", post: "护林员", workedDays: 26, restDays: 5 },
  ...{ dueFen: fen(93_333), adjustFen: fen(0), payFen: fen(93_333) },
  ...{ bankName: "农村信用社", accountMasked: "6217 **** 0001", paidOn: "2020-06-05" },
};
const shown = (facts: WageFacts) => new Map(shownWage(facts));

test("a sheet is named by month and number", () => {
  expect(monthName("2020-12-01")).toBe("2020年12月");
  expect(wageSheetName({ month: "2020-05-01", number: 2 })).toBe(
    "2020年5月公共服务岗位工资表（2）",
  );
});

test("[R05] a payee reads month, post, days, what is due and paid, and where it went", () => {
  const facts = shown(WAGE);
  expect(facts.get("工资月份")).toBe("2020年5月");
  expect(facts.get("实发")).toBe("933.33 元");
  expect(facts.get("收款账户")).toBe("农村信用社 6217 **** 0001");
  expect(facts.has("以前月份更正")).toBe(false);
});

test("a correction of an earlier month is told, also one that is kept back; a month without pay says so", () => {
  const less = { ...WAGE, adjustFen: fen(-5_000), payFen: fen(88_333) };
  expect(shown(less).get("以前月份更正")).toBe("-50 元");
  const none = { ...WAGE, dueFen: fen(0), payFen: fen(0), paidOn: null };
  expect(shown(none).get("收款账户")).toBe("本月没有发放");
  expect(shown(none).has("发放日期")).toBe(false);
  expect(receiptStatement(none)).toContain("没有工资发放");
  expect(receiptStatement({ payFen: fen(1) })).toContain("已经收到");
});

test("the signed text holds the notice, the facts and the statement of a receipt, and changes with the amount", () => {
  const text = signedDocument(WAGE, [RECEIPT_NOTICE]);
  for (const part of [receiptStatement(WAGE), "wage-receipt-1", "保存多久", "933.33 元"]) {
    expect(text).toContain(part);
  }
  expect(signedDocument({ ...WAGE, payFen: fen(1) }, [RECEIPT_NOTICE])).not.toBe(text);
  expect(signerName(WAGE)).toBe("杨木犀（领款人）");
});

test("[R05] wages ask for the signature alone, and only while they are approved and not locked", () => {
  expect(inkAskedFor("WAGES")).toEqual(["SIGNATURE"]);
  expect(inkAskedFor("TRAINING")).toEqual(["SIGNATURE", "FINGERPRINT"]);
  const states = ["draft", "submitted", "returned", "accepted", "sealed"] as const;
  expect(states.map((state) => closedTo({ kind: "WAGES", state }))).toEqual([
    ...["notApproved", "notApproved", "notApproved", null, "locked"],
  ]);
  expect(states.map((state) => closedTo({ kind: "TRAINING", state }))).toEqual([
    ...[null, null, null, null, "sealed"],
  ]);
});
