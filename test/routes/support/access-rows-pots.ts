import type { Action } from "~/domain/access/action";
import { listed, post, shown, type Guard, type Row } from "./access-row";
import type { CountyObjects } from "./access-world";

const at = ({ potId }: CountyObjects, rest = "") => `/funds/${potId}${rest}`;
/** Whoever has the right nowhere is told so before any pot is looked for. */
const of = (needs: Action): Guard => ({ needs, denied: 403, first: true });
const READ = of("fund.read");
const WRITE = of("fund.write");
const MANAGE = of("fund.manage");
const REVIEW = of("fund.review");
const RELEASE = of("fund.release");

const RECEIPT = {
  fromUnit: "县财政局",
  receivedOn: "2020-01-02",
  amountFen: "1",
  voucherNo: "收-2",
};
const PROGRESS = { asOf: "2020-01-02", completedFen: "1", basis: "监理月报" };
const CHANGE = { what: "更换设备", amountFen: "1", reason: "停产" };
const REST = { year: "2021", name: "结转资金", amountFen: "1" };
const POT = {
  name: "某项目",
  unitName: "县人社局",
  purpose: "OTHER",
  amountFen: "1",
  year: "2020",
};

/** A county's pots are seen in the county, above it, and by the district that assists it. */
export const POT_ROWS: readonly Row[] = [
  { file: "funds/pots/pots.tsx", at: () => "/funds", guard: listed("fund.read") },
  { file: "funds/pots/pot.tsx", at: (one) => at(one), guard: READ },
  {
    file: "funds/pots/adjustment.tsx",
    at: (one) => at(one, `/adjustments/${one.adjustmentId}`),
    guard: READ,
    posts: [post(REVIEW, { state: "filed", decision: "同意" }, { state: "filed", decision: "" })],
  },
  {
    file: "funds/pots/new-adjustment.tsx",
    at: (one) => at(one, "/adjustments/new"),
    guard: MANAGE,
    posts: [post(MANAGE, CHANGE, { ...CHANGE, what: "" })],
  },
  {
    file: "funds/pots/carry-over.tsx",
    at: (one) => at(one, "/carry-over"),
    guard: WRITE,
    posts: [post(WRITE, REST, { ...REST, year: "2020" })],
  },
  { file: "funds/pots/pot-check.tsx", at: (one) => at(one, "/check"), guard: READ },
  {
    file: "funds/pots/closure.tsx",
    at: (one) => at(one, "/closure"),
    guard: READ,
    posts: [post(MANAGE, { intent: "step", step: "FINAL_ACCOUNTS" }, { intent: "void" })],
  },
  {
    file: "funds/pots/edit-pot.tsx",
    at: (one) => at(one, "/edit"),
    guard: WRITE,
    posts: [post(WRITE, { plannedFen: "1", version: "1" }, { plannedFen: "x", version: "1" })],
  },
  {
    file: "funds/pots/entry.tsx",
    at: (one) => at(one, `/entries/expenditure/${one.spendingId}`),
    guard: READ,
    posts: [
      post(REVIEW, { intent: "review" }, null),
      post(WRITE, { intent: "void", reason: "录错" }, { intent: "void", reason: "" }),
    ],
  },
  {
    file: "funds/pots/fund-file.ts",
    at: (one) => at(one, `/files/${one.voucherId}`),
    guard: { ...shown("fund.read"), whole: true },
  },
  {
    file: "funds/pots/new-progress.tsx",
    at: (one) => at(one, "/progress/new"),
    guard: MANAGE,
    posts: [post(MANAGE, PROGRESS, { ...PROGRESS, basis: "" })],
  },
  { file: "funds/pots/project.tsx", at: (one) => at(one, "/project"), guard: READ },
  {
    file: "funds/pots/new-receipt.tsx",
    at: (one) => at(one, "/receipts/new"),
    guard: WRITE,
    posts: [post(WRITE, RECEIPT, { ...RECEIPT, amountFen: "0" })],
  },
  {
    file: "funds/pots/release.tsx",
    at: (one) => `/funds/${one.carriedPotId}/release`,
    guard: RELEASE,
    posts: [post(RELEASE, { use: "巩固成果" }, { use: "" })],
  },
  { file: "funds/pots/spending.tsx", at: (one) => at(one, "/spending"), guard: READ },
  {
    file: "funds/pots/new-spending.tsx",
    at: (one) => at(one, "/spending/new"),
    guard: WRITE,
    posts: [post(WRITE, { category: "OTHER", amountFen: "1" }, { category: "OTHER" })],
  },
  {
    file: "funds/pots/void-pot.tsx",
    at: (one) => at(one, "/void"),
    guard: WRITE,
    posts: [post(WRITE, { reason: "录错", version: "1" }, { reason: "", version: "1" })],
  },
  {
    file: "funds/pots/new-pot.tsx",
    at: () => "/funds/new",
    guard: listed("fund.write"),
    posts: [post(listed("fund.write"), POT, { ...POT, name: "" })],
  },
  { file: "funds/pots/labour-shares.tsx", at: () => "/funds/shares", guard: listed("fund.read") },
];
