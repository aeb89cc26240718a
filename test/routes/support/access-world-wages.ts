import { day } from "~/domain/shared/calendar-date";
import { openWageSheet } from "~/usecases/posts/open-wage-sheet.server";
import { approveWageSheet } from "~/usecases/posts/review-wage-sheet.server";
import { sendWages } from "~/usecases/posts/send-wages.server";
import { submitWageSheet } from "~/usecases/posts/submit-wage-sheet.server";
import { anActor } from "#test/builders/actor";
import { buildAccount, buildAppointment, buildAttendance, buildQuota } from "#test/builders/post";
import type { TestPlatform } from "#test/support/test-platform";
import { AT, value } from "./two-editions";

export interface WageObjects {
  /** A post of May 2018, whose wages are on their way to the bank. */
  readonly paidPostId: string;
  readonly wageSheetId: string;
  readonly wageLineId: string;
  readonly wagePaymentId: string;
}

/** The county's person in a post of 2018: other fixtures have him in 2020. */
export async function wagesOf(
  countyCode: string,
  personId: string,
  { owner }: TestPlatform,
): Promise<WageObjects> {
  const quotaId = await buildQuota(owner, { countyCode, fromOn: "2018-01-01" });
  const days = { startsOn: "2018-03-01", endsOn: "2018-08-31" };
  const paidPostId = await buildAppointment(owner, { personId, quotaId, ...days });
  await buildAttendance(owner, paidPostId, "2018-05-01", "P".repeat(31));
  const { rows } = await owner.query<{ name: string }>("SELECT name FROM person WHERE id = $1", [
    personId,
  ]);
  const name = rows[0]?.name ?? "";
  await buildAccount({ personId, countyCode, name }, `6217003331${countyCode}`);
  const officer = anActor("caseOfficer", countyCode);
  const asked = { countyCode, month: day("2018-05-01"), township: "", fundSource: "" };
  const sheetId = value(await openWageSheet(officer, asked, AT));
  value(await submitWageSheet(officer, { sheetId, version: 1 }, AT));
  value(await approveWageSheet(anActor("reviewer", countyCode), { sheetId, version: 2 }, AT));
  value(await sendWages(anActor("finance", countyCode), { sheetId }, AT));
  const lines = await owner.query<{ id: string; paymentId: string }>(
    `SELECT id, payment_id AS "paymentId" FROM wage_line WHERE sheet_id = $1`,
    [sheetId],
  );
  const { id: wageLineId = "", paymentId: wagePaymentId = "" } = lines.rows[0] ?? {};
  return { paidPostId, wageSheetId: sheetId, wageLineId, wagePaymentId };
}
