import { enterBankResult } from "~/usecases/posts/enter-bank-result.server";
import { openWageSheet } from "~/usecases/posts/open-wage-sheet.server";
import { approveWageSheet } from "~/usecases/posts/review-wage-sheet.server";
import { sendWages } from "~/usecases/posts/send-wages.server";
import { submitWageSheet } from "~/usecases/posts/submit-wage-sheet.server";
import { lockWageSheet } from "~/usecases/posts/lock-wage-sheet.server";
import { day } from "~/domain/shared/calendar-date";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildPerson } from "#test/builders/person";
import {
  buildAccount,
  buildAppointment,
  buildAttendance,
  buildQuota,
  type AppointmentToBuild,
  type QuotaToBuild,
} from "#test/builders/post";
import { signOnPhone } from "#test/builders/signing";
import { received, value } from "#test/db/rosters/support";
import type { TestPlatform } from "#test/support/test-platform";

export const COUNTY = "532324";
export const MAY = day("2020-05-01");
export const JUNE = day("2020-06-01");
/** After May was over. */
export const NOW = new Date("2020-06-02T02:00:00Z");
export const LATER = new Date("2020-07-02T02:00:00Z");
export const officer = anActor("caseOfficer", COUNTY, "李秀兰");
export const reviewer = anActor("reviewer", COUNTY, "审核甲");
export const finance = anActor("finance", COUNTY, "财务甲");
export const foreigner = anActor("caseOfficer", "530381", "外县人");

/** May 2020: worked every day but five of rest. */
export const WHOLE = `${"P".repeat(26)}RRRRR`;

let serial = 0;

export interface BuiltPost {
  readonly id: string;
  readonly personId: string;
  readonly quotaId: string;
  readonly name: string;
}

type PostToBuild = Partial<AppointmentToBuild> &
  Partial<Pick<QuotaToBuild, "township" | "monthlyRateFen">> & {
    readonly name?: string;
    /** Null: none. */
    readonly marks?: string | null;
    readonly account?: string | null;
  };

/** A confirmed post at 1,000 yuan from April to September 2020, May worked, with the person's own account. */
export async function aPost(at: TestPlatform, told: PostToBuild = {}): Promise<BuiltPost> {
  serial += 1;
  const {
    name = `杨${"木山水火土金石玉"[serial % 8] ?? "木"}${"一二三四五六七"[serial % 7] ?? "一"}`,
    marks = WHOLE,
  } = told;
  const { township = "", monthlyRateFen = 100_000, account = `621700${1e9 + serial}` } = told;
  const idNumber = idNumberOf(COUNTY, "1979-02-03", serial);
  const phone = `139${String(serial).padStart(8, "0")}`;
  const personId =
    told.personId ?? (await buildPerson(at.owner, { idNumber, name, countyCode: COUNTY, phone }));
  const quotaId = await buildQuota(at.owner, { township, monthlyRateFen });
  const id = await buildAppointment(at.owner, { ...told, personId, quotaId });
  if (marks !== null) await buildAttendance(at.owner, id, MAY, marks);
  if (account !== null) await buildAccount({ personId, countyCode: COUNTY, name }, account);
  return { id, personId, quotaId, name };
}

/** The month's sheet of one township: tests of one file do not draw each other's people. */
export const aSheet = async (township: string, month = MAY, now = NOW) =>
  value(await openWageSheet(officer, { countyCode: COUNTY, month, township, fundSource: "" }, now));

export async function submitted(sheetId: string, now = NOW): Promise<string> {
  value(await submitWageSheet(officer, { sheetId, version: 1 }, now));
  return sheetId;
}

export async function approved(township: string, month = MAY, now = NOW): Promise<string> {
  const sheetId = await submitted(await aSheet(township, month, now), now);
  value(await approveWageSheet(reviewer, { sheetId, version: 2 }, now));
  return sheetId;
}

export interface StoredLine {
  readonly id: string;
  readonly name: string;
  readonly lineNo: number;
  readonly dueFen: number;
  readonly adjustFen: number;
  readonly payFen: number;
  readonly paymentState: string | null;
  readonly paymentId: string | null;
  readonly failReason: string | null;
  readonly personId: string;
}

export async function linesOf(at: TestPlatform, sheetId: string): Promise<StoredLine[]> {
  const { rows } = await at.owner.query<StoredLine>(
    `SELECT id, name, line_no AS "lineNo", due_fen AS "dueFen", adjust_fen AS "adjustFen",
       pay_fen AS "payFen", payment_state AS "paymentState", payment_id AS "paymentId",
       fail_reason AS "failReason", person_id AS "personId"
     FROM wage_line WHERE sheet_id = $1 AND removed_at IS NULL ORDER BY line_no`,
    [sheetId],
  );
  return rows;
}

export interface Answered {
  readonly lineNo: number;
  readonly account: string;
  readonly amount: string;
  readonly result: string;
  readonly reason?: string;
  readonly date?: string;
}

/** The bank's answer as a text table. */
export function answerFile(rows: readonly Answered[]) {
  const lines = rows.map((row) =>
    [row.lineNo, row.account, row.amount, row.result, row.reason ?? "", row.date ?? ""].join(","),
  );
  const text = ["某某农村商业银行代发结果", "序号,账号,金额,结果,失败原因,日期", ...lines].join(
    "\n",
  );
  return received(Buffer.from(text), "回盘.csv");
}

/** Sends the sheet and has the bank pay everybody; the accounts in the order of the lines. */
export async function paid(
  at: TestPlatform,
  sheetId: string,
  accounts: readonly string[],
  now = NOW,
): Promise<void> {
  value(await sendWages(finance, { sheetId }, now));
  const lines = await linesOf(at, sheetId);
  const rows = lines.map(({ lineNo, payFen }, place) => ({
    ...{ lineNo, account: accounts[place] ?? "", amount: (payFen / 100).toFixed(2) },
    ...{ result: "成功", date: now.toISOString().slice(0, 10) },
  }));
  const asked = { sheetId, paymentId: lines[0]?.paymentId ?? "" };
  value(await enterBankResult(finance, asked, await answerFile(rows), now));
}

/** Everybody signs on his phone, then the month is closed. */
export async function locked(at: TestPlatform, sheetId: string, now = NOW): Promise<void> {
  const { rows } = await at.owner.query<{ rosterId: string; version: number }>(
    `SELECT roster_id AS "rosterId", version FROM wage_sheet WHERE id = $1`,
    [sheetId],
  );
  const { rosterId = "", version = 0 } = rows[0] ?? {};
  for (const { id: lineId } of await linesOf(at, sheetId)) {
    await signOnPhone(officer, { rosterId, lineId }, now);
  }
  value(await lockWageSheet(reviewer, { sheetId, version }, now));
}
