import { createHash } from "node:crypto";
import { manifestPages, manifestProofs } from "~/data/evidence/seal-manifest-people.server";
import { openAccount } from "~/data/people/payee-account-store.server";
import { openNumbers } from "~/data/rosters/masked-line.server";
import { WAGE_SEAL_ALGORITHM, type WageManifest } from "~/domain/posts/wage-seal";
import { saltedText } from "~/domain/rosters/seal-text";
import type { Tx } from "~/platform/prisma/client.server";

/**
 * The manifest of a month's wages as its rows stand in this transaction, under the salt of its seal.
 *
 * @throws when the sheet is gone, or a number does not open
 */
export async function buildWageManifest(
  tx: Tx,
  rosterId: string,
  salt: string,
): Promise<WageManifest> {
  const { countyCode, ...sheet } = await sheetOf(tx, rosterId);
  return {
    ...{ algorithm: WAGE_SEAL_ALGORITHM, salt, roster: { id: rosterId, countyCode }, sheet },
    lines: await linesOf(tx, rosterId, salt),
    attendance: await attendanceOf(tx, sheet.id),
    adjustments: await adjustmentsOf(tx, sheet.id),
    payments: await paymentsOf(tx, sheet.id),
    attempts: await attemptsOf(tx, sheet.id, salt),
    proofs: await manifestProofs(tx, rosterId),
    pages: await manifestPages(tx, rosterId),
  };
}

type StoredSheet = WageManifest["sheet"] & { readonly countyCode: string };

async function sheetOf(tx: Tx, rosterId: string): Promise<StoredSheet> {
  const rows = await tx.$queryRaw<StoredSheet[]>`
    SELECT id, county_code AS "countyCode", to_char(month, 'YYYY-MM-DD') AS month, number, title,
      township, fund_source AS "fundSource", submitted_by AS "submittedBy",
      to_char(submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "submittedAt",
      reviewed_by AS "reviewedBy",
      to_char(reviewed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "reviewedAt",
      locked_by AS "lockedBy",
      to_char(locked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "lockedAt"
    FROM wage_sheet WHERE roster_id = ${rosterId}::uuid`;
  const [sheet] = rows;
  if (sheet === undefined) throw new Error("the sheet is gone");
  return sheet;
}

type Line = WageManifest["lines"][number];

interface StoredLine extends Omit<Line, "idNumber" | "account"> {
  readonly idIndex: Uint8Array;
  readonly idSealed: Uint8Array;
  readonly accountId: string | null;
  readonly accountSealed: Uint8Array | null;
}

/** Name, post and version as they were signed; the rest as it was paid. */
async function linesOf(tx: Tx, rosterId: string, salt: string): Promise<WageManifest["lines"]> {
  const rows = await tx.$queryRaw<StoredLine[]>`
    SELECT w.id, r.line_no AS "lineNo", r.content_version AS version, r.name,
      w.appointment_id AS "appointmentId", r.trade AS post, w.rate_fen AS "rateFen",
      w.month_days AS "monthDays", w.term_days AS "termDays", w.worked_days AS "workedDays",
      w.leave_days AS "leaveDays", w.absent_days AS "absentDays", w.due_fen AS "dueFen",
      w.adjust_fen AS "adjustFen", w.pay_fen AS "payFen", a.holder_name AS "holderName",
      a.bank_name AS "bankName", w.payment_id AS "paymentId",
      to_char(w.paid_on, 'YYYY-MM-DD') AS "paidOn", r.id_index AS "idIndex",
      r.id_sealed AS "idSealed", a.id AS "accountId", a.account_sealed AS "accountSealed"
    FROM roster_line r JOIN wage_line w ON w.id = r.id AND w.removed_at IS NULL
      LEFT JOIN payee_account a ON a.id = w.account_id
    WHERE r.roster_id = ${rosterId}::uuid AND r.removed_at IS NULL ORDER BY r.line_no, r.id`;
  return rows.map(({ idIndex, idSealed, accountId, accountSealed, ...line }) => ({
    ...line,
    idNumber: salted(
      salt,
      "idNumber",
      openNumbers({ idIndex, idSealed, phoneSealed: null }).idCardNumber,
    ),
    account:
      accountId === null || accountSealed === null
        ? null
        : salted(salt, "account", openAccount({ id: accountId, accountSealed })),
  }));
}

const salted = (salt: string, kind: "idNumber" | "account", value: string) =>
  createHash("sha256")
    .update(saltedText(salt, kind, value))
    .digest("hex");

type Attempt = WageManifest["attempts"][number];

async function attemptsOf(
  tx: Tx,
  sheetId: string,
  salt: string,
): Promise<WageManifest["attempts"]> {
  const rows = await tx.$queryRaw<
    (Omit<Attempt, "account"> & { accountId: string; accountSealed: Uint8Array })[]
  >`
    SELECT t.id, t.payment_id AS "paymentId", t.line_id AS "lineId", t.amount_fen AS "amountFen",
      t.state, t.reason, to_char(t.paid_on, 'YYYY-MM-DD') AS "paidOn",
      t.release_reason AS "releaseReason", a.id AS "accountId", a.account_sealed AS "accountSealed"
    FROM wage_attempt t JOIN wage_payment y ON y.id = t.payment_id
      JOIN payee_account a ON a.id = t.account_id
    WHERE y.sheet_id = ${sheetId}::uuid ORDER BY y.number, t.line_id`;
  return rows.map(({ accountId, accountSealed, ...attempt }) => ({
    ...attempt,
    account: salted(salt, "account", openAccount({ id: accountId, accountSealed })),
  }));
}

function attendanceOf(tx: Tx, sheetId: string): Promise<WageManifest["attendance"]> {
  return tx.$queryRaw`
    SELECT p.appointment_id AS "appointmentId", p.marks, p.note
    FROM wage_line w
      JOIN post_attendance p ON p.appointment_id = w.appointment_id AND p.month = w.month
    WHERE w.sheet_id = ${sheetId}::uuid AND w.removed_at IS NULL ORDER BY p.appointment_id`;
}

function adjustmentsOf(tx: Tx, sheetId: string): Promise<WageManifest["adjustments"]> {
  return tx.$queryRaw`
    SELECT j.id, j.line_id AS "lineId", j.of_line_id AS "ofLineId",
      to_char(j.of_month, 'YYYY-MM-DD') AS "ofMonth", j.amount_fen AS "amountFen", j.reason
    FROM wage_adjustment j JOIN wage_line w ON w.id = j.line_id
    WHERE w.sheet_id = ${sheetId}::uuid AND w.removed_at IS NULL AND j.voided_at IS NULL
    ORDER BY j.id`;
}

function paymentsOf(tx: Tx, sheetId: string): Promise<WageManifest["payments"]> {
  return tx.$queryRaw`
    SELECT y.id, y.number, y.line_count AS "lineCount", y.total_fen AS "totalFen",
      encode(f.sha256, 'hex') AS sha256, encode(g.sha256, 'hex') AS "resultSha256",
      y.paid_count AS "paidCount", y.failed_count AS "failedCount",
      y.withdraw_reason AS "withdrawReason"
    FROM wage_payment y LEFT JOIN stored_file f ON f.id = y.file_id
      LEFT JOIN stored_file g ON g.id = y.result_file_id
    WHERE y.sheet_id = ${sheetId}::uuid ORDER BY y.number`;
}
