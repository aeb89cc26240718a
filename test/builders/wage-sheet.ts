import { Readable } from "node:stream";
import type pg from "pg";
import { saveStoredFile } from "~/data/files/file-store.server";
import { makeWageRoster } from "~/data/posts/wage-roster.server";
import type { Actor } from "~/domain/access/actor";
import { storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { idNumberOf } from "./id-card-number";
import { buildPerson } from "./person";
import { buildAccount, buildAppointment, buildAttendance, buildQuota } from "./post";

export interface BuiltWageLine {
  readonly id: string;
  readonly personId: string;
  readonly appointmentId: string;
  readonly accountId: string;
  readonly lineNo: number;
  readonly name: string;
}

export interface BuiltWageSheet {
  readonly id: string;
  readonly countyCode: string;
  readonly lines: readonly BuiltWageLine[];
}

let serial = 0;

/** The wages of May 2020 of these people, each a whole month at 1,000 yuan, handed in by the officer. */
export async function buildWageSheet(
  owner: pg.Client,
  officer: Actor,
  names: readonly string[],
): Promise<BuiltWageSheet> {
  const countyCode = officer.counties[0] ?? "";
  const quotaId = await buildQuota(owner, { countyCode, posts: names.length });
  const id = newId();
  await owner.query(
    `INSERT INTO wage_sheet (id, county_code, month, number, title, state, created_by, created_by_name,
       created_at, updated_at)
     SELECT $1, $2, '2020-05-01', 1 + count(*), '5月工资', 'draft', $3, $4, now(), now()
     FROM wage_sheet WHERE county_code = $2`,
    [id, countyCode, officer.userId, officer.name],
  );
  const lines: BuiltWageLine[] = [];
  for (const name of names) {
    lines.push(
      await buildLine(owner, { sheetId: id, quotaId, countyCode, name }, lines.length + 1),
    );
  }
  await owner.query(
    `UPDATE wage_sheet SET state = 'submitted', submitted_by = $2, submitted_by_name = $3,
       submitted_at = '2020-06-01T02:00:00Z' WHERE id = $1`,
    [id, officer.userId, officer.name],
  );
  return { id, countyCode, lines };
}

async function buildLine(
  owner: pg.Client,
  of: { sheetId: string; quotaId: string; countyCode: string; name: string },
  lineNo: number,
): Promise<BuiltWageLine> {
  const { sheetId, quotaId, countyCode, name } = of;
  serial += 1;
  const idNumber = idNumberOf(countyCode, "1982-03-04", serial);
  const phone = `137${String(serial).padStart(8, "0")}`;
  const personId = await buildPerson(owner, { idNumber, name, countyCode, phone });
  const appointmentId = await buildAppointment(owner, { personId, quotaId });
  await buildAttendance(owner, appointmentId, "2020-05-01", `${"P".repeat(26)}RRRRR`);
  const digits = `621700${String(serial).padStart(10, "0")}`;
  const accountId = await buildAccount({ personId, countyCode, name }, digits);
  const id = newId();
  await owner.query(
    `INSERT INTO wage_line (id, sheet_id, county_code, appointment_id, person_id, month, line_no, name,
       rate_fen, month_days, term_days, worked_days, leave_days, absent_days, due_fen, pay_fen, account_id)
     VALUES ($1, $2, $3, $4, $5, '2020-05-01', $6, $7, 100000, 31, 31, 26, 0, 0, 100000, 100000, $8)`,
    [id, sheetId, countyCode, appointmentId, personId, lineNo, name, accountId],
  );
  return { id, personId, appointmentId, accountId, lineNo, name };
}

/** Approved by the reviewer, as the review does it; answers the roster that is signed. */
export function approveWageSheet(
  reviewer: Actor,
  sheet: BuiltWageSheet,
  now: Date,
): Promise<string> {
  return inTransaction(reviewer, async (tx) => {
    const rosterId = await makeWageRoster(tx, sheet, sheet.lines, {
      userId: reviewer.userId,
      now,
    });
    await tx.wageSheet.update({
      where: { id: sheet.id },
      data: {
        ...{ state: "approved", rosterId, reviewedBy: reviewer.userId, reviewedAt: now },
        ...{ reviewedByName: reviewer.name, updatedAt: now },
      },
    });
    return rosterId;
  });
}

/** The bank has paid these lines, all or some; one file out and one back, both kept. */
export function payWages(
  finance: Actor,
  sheet: BuiltWageSheet,
  now: Date,
  lines = sheet.lines,
): Promise<void> {
  const { countyCode, id: sheetId } = sheet;
  return inTransaction(finance, async (tx) => {
    const files = [];
    for (const fileName of ["代发.xlsx", "回盘.xlsx"]) {
      const id = newId();
      const stored = await storeFile(id, Readable.from([Buffer.from(fileName)]), 1e6);
      const facts = { countyCode, purpose: "wagePayment", actor: finance, now };
      await saveStoredFile(tx, { id, fileName, ...stored }, facts);
      files.push(id);
    }
    const [fileId = "", resultFileId = ""] = files;
    const paymentId = newId();
    const number = 1 + (await tx.wagePayment.count({ where: { sheetId } }));
    await tx.wagePayment.create({
      data: {
        ...{ id: paymentId, sheetId, countyCode, number, lineCount: lines.length },
        ...{ totalFen: lines.length * 100_000, fileId, fileName: "代发.xlsx" },
        ...{ madeBy: finance.userId, madeByName: finance.name, madeAt: now },
        ...{ resultFileId, resultFileName: "回盘.xlsx", resultBy: finance.userId },
        ...{ resultByName: finance.name, resultAt: now, paidCount: lines.length },
      },
    });
    await tx.wageLine.updateMany({
      where: { id: { in: lines.map(({ id }) => id) } },
      data: { paymentState: "PAID", paymentId, paidOn: new Date("2020-06-05") },
    });
  });
}
