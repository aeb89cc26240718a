import { hidden, listed, post, shown, type Row } from "./access-row";
import type { CountyObjects } from "./access-world";

const sheet = ({ wageSheetId }: CountyObjects) => `/wage-sheets/${wageSheetId}`;
const NOBODY = "00000000-0000-7000-8000-000000000000";
const reason = { reason: "天数有误" };
/** The sheet of this world is approved and sent: whoever may take a step is told that it is too late. */
const step = (intent: string) => ({ ...reason, intent, version: "4" });
const stale = (intent: string) => ({ ...reason, intent, version: "0" });
const CORRECTION = { ...reason, intent: "correct", way: "more", amount: "10" };

/** Attendance of posts, and what is paid for them month by month. */
export const WAGE_ROWS: readonly Row[] = [
  {
    file: "posts/attendance.tsx",
    at: () => "/posts/attendance?month=2018-05",
    guard: listed("post.read"),
    posts: [post(listed("attendance.write"), {}, {})],
  },
  {
    file: "posts/attendance-row.tsx",
    at: ({ paidPostId }) => `/posts/attendance/${paidPostId}?month=2018-05`,
    guard: hidden("post.read"),
    posts: [post(shown("attendance.write"), { version: "1", d1: "A" }, { version: "0", d1: "A" })],
  },
  { file: "posts/wage-sheets.tsx", at: () => "/wage-sheets", guard: listed("post.read") },
  {
    file: "posts/wage-sheet.tsx",
    at: sheet,
    guard: hidden("post.read"),
    posts: [
      post(shown("wage.write"), step("redraw"), stale("redraw")),
      post(shown("wage.write"), step("submit"), stale("submit")),
      post(shown("wage.write"), step("remove"), stale("remove")),
      post(shown("wage.review"), step("approve"), stale("approve")),
      post(shown("wage.review"), step("return"), stale("return")),
      post(shown("wage.lock"), step("lock"), stale("lock")),
    ],
  },
  {
    file: "posts/wage-line.tsx",
    at: (one) => `${sheet(one)}/lines/${one.wageLineId}`,
    guard: hidden("post.read"),
    posts: [
      post(shown("wage.write"), CORRECTION, CORRECTION),
      post(shown("wage.write"), step("takeOff"), stale("takeOff")),
      post(shown("wage.review"), step("drop"), stale("drop")),
      post(shown("wage.write"), { ...reason, intent: "void", adjustmentId: "" }, null),
    ],
  },
  {
    file: "posts/wage-payment.tsx",
    at: (one) => `${sheet(one)}/payment`,
    // Accounts and sums are no business of a district.
    guard: { ...shown("post.read"), whole: true },
    posts: [post(shown("wage.pay"), { intent: "send" }, { intent: "send" })],
  },
  {
    file: "posts/payment-file.ts",
    at: (one) => `${sheet(one)}/payments/${one.wagePaymentId}/sent`,
    guard: "public",
    posts: [post(shown("wage.pay"), {}, {})],
  },
  {
    file: "posts/unsettled.tsx",
    at: () => "/wage-sheets/unsettled",
    guard: { ...listed("post.read"), whole: true },
    posts: [post(listed("wage.pay"), { adjustmentId: NOBODY }, null)],
  },
  {
    file: "posts/new-wage-sheet.tsx",
    at: () => "/wage-sheets/new?month=2018-05",
    guard: listed("wage.write"),
    posts: [post(listed("wage.write"), { month: "2018-05" }, { month: "2031-01" })],
  },
];
