import { figuresOf } from "~/data/funds/pot-figures.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { approveClaim } from "~/usecases/claims/approve-claim.server";
import { drawClaim } from "~/usecases/claims/draw-claim.server";
import { reviewClaim } from "~/usecases/claims/review-claim.server";
import { submitClaim } from "~/usecases/claims/submit-claim.server";
import { toBankAccount, type BankAccount } from "~/domain/people/bank-account";
import { day } from "~/domain/shared/calendar-date";
import { newId } from "~/platform/id.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildPerson } from "#test/builders/person";
import { buildPlacement } from "#test/builders/placement";
import { buildAccount } from "#test/builders/post";
import { value } from "#test/db/rosters/support";
import type { TestPlatform } from "#test/support/test-platform";
import { aNumber, AT, COUNTY, officer, TODAY } from "./claim-support";

export const reviewer = anActor("reviewer", COUNTY, "审核甲");
export const finance = anActor("finance", COUNTY, "财务甲");
export const hrss = anActor("prefectureSupervisor", "532300", "州人社");
export const poverty = anActor("cooperationOffice", "532300", "州扶贫");
export const foreigner = anActor("caseOfficer", "530381", "外县人");

/** The registry of a day, and the numbers that outwork wants: 1,000 yuan a person in Shanghai, after a month. */
export async function openYear(at: TestPlatform): Promise<string> {
  const snapshot = newId();
  await at.owner.query(
    `INSERT INTO registry_snapshot (id, region_code, exported_on, file_id, file_name, file_sha256, operator_id,
       operator_name, state, imported_at)
     VALUES ($1, '532300', '2020-04-30', $1, '导出.xlsx', '\\x00', $1, '某', 'ready', now())`,
    [snapshot],
  );
  for (const [parameter, number] of [
    ...[["claim.outworkShanghai", 1000] as const, ["claim.outworkMinMonths", 1] as const],
    ...[["claim.outworkPerYear", 1] as const, ["claim.personYearCeiling", 5000] as const],
    ...[["claim.windowDays", 900] as const, ["claim.minAge", 16] as const],
    ["claim.maxAge", 60] as const,
  ]) {
    await aNumber(at, parameter, number);
  }
  return snapshot;
}

/** Money that has reached the pot. */
export async function received(at: TestPlatform, potId: string, fen: number): Promise<void> {
  await at.owner.query(
    `INSERT INTO fund_receipt (id, region_code, pot_id, from_unit, received_on, amount_fen, voucher_no,
       recorded_by, recorded_by_name, recorded_at)
     VALUES ($1, $2, $3, '州财政', '2020-05-01', $4, $5, $1, '某', now())`,
    [newId(), COUNTY, potId, fen, String(fen)],
  );
}

export interface Worker {
  readonly name: string;
  readonly personId: string;
  readonly placementId: string;
  readonly account: string;
}

let serial = 0;

/** Someone of the registry who works in Shanghai from the day, with evidence and an account. */
export async function aWorker(
  at: TestPlatform,
  of: { readonly snapshot: string; readonly employerId: string },
  startedOn: string,
): Promise<Worker> {
  serial += 1;
  const name = `普${"光明正大和平友善"[serial % 8] ?? "光"}${"一二三四五六七八九十"[serial % 10] ?? "一"}`;
  const idNumber = idNumberOf(COUNTY, "1985-06-07", serial);
  const phone = `136${String(serial).padStart(8, "0")}`;
  const personId = await buildPerson(at.owner, { idNumber, name, countyCode: COUNTY, phone });
  await at.owner.query(
    `INSERT INTO registry_entry (snapshot_id, id_index, county_code, id_sealed, name, pinyin_initials, household_no,
       household_head, relation_to_head, ethnicity, household_kind, category, township, village, sheet_row)
     SELECT $1, id_index, county_code, id_sealed, name, 'p', '1', name, '户主', '汉族', '一般农户', 'REGISTERED_POOR',
       '共和镇', '某村', $3 FROM person WHERE id = $2`,
    [of.snapshot, personId, serial],
  );
  const { employerId } = of;
  const placementId = await buildPlacement(at.owner, {
    ...{ personId, employerId, startedOn, evidence: 1 },
  });
  const account = `62170033${String(1e8 + serial)}`;
  await buildAccount({ personId, countyCode: COUNTY, name }, account);
  return { name, personId, placementId, account };
}

/** Outwork of those who began on these days. */
export const drawn = async (potId: string, from: string, to = from): Promise<string> =>
  value(
    await drawClaim(
      officer,
      {
        ...{ countyCode: COUNTY, year: 2020, potId, title: "" },
        source: { kind: "OUTWORK", from: day(from), to: day(to) },
      },
      AT,
    ),
  );

export async function submitted(batchId: string, at = AT): Promise<string> {
  value(await submitClaim(officer, { batchId, version: 1, note: "到账前先报" }, at));
  return batchId;
}

export async function reviewed(batchId: string, at = AT): Promise<string> {
  await submitted(batchId, at);
  value(await reviewClaim(reviewer, { batchId, version: 2 }, at));
  return batchId;
}

/** By both offices, the prefecture's HRSS bureau first. */
export async function approved(batchId: string, at = AT): Promise<string> {
  await reviewed(batchId, at);
  value(await approveClaim(hrss, { batchId, version: 3, office: "HRSS" }, at));
  value(await approveClaim(poverty, { batchId, version: 4, office: "POVERTY" }, at));
  return batchId;
}

export interface StoredClaimLine {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  readonly personId: string;
  readonly amountFen: number;
  readonly paymentState: string | null;
  readonly paymentId: string | null;
  readonly failReason: string | null;
}

export async function claimLines(at: TestPlatform, batchId: string): Promise<StoredClaimLine[]> {
  const { rows } = await at.owner.query<StoredClaimLine>(
    `SELECT id, line_no AS "lineNo", name, person_id AS "personId", amount_fen AS "amountFen",
       payment_state AS "paymentState", payment_id AS "paymentId", fail_reason AS "failReason"
     FROM claim_line WHERE batch_id = $1 ORDER BY line_no`,
    [batchId],
  );
  return rows;
}

export async function stateOf(at: TestPlatform, batchId: string) {
  const { rows } = await at.owner.query<{ state: string; committed: number; version: number }>(
    `SELECT b.state, p.committed_fen::float8 AS committed, b.version FROM claim_batch b JOIN fund_pot p ON p.id = b.pot_id
     WHERE b.id = $1`,
    [batchId],
  );
  return rows[0] ?? { state: "", committed: 0, version: 0 };
}

const DAYS = 4 * 15;
let days = 0;
/**
 * A day of the first half of a month from May 2020 on, where a month's evidence proves the month that begins there. They
 * come round again: who began earlier on the same day has been drawn by then, and what is claimed is not drawn twice.
 */
export function nextDay(): string {
  const at = days % DAYS;
  const [month, ofMonth] = [5 + Math.floor(at / 15), 1 + (at % 15)];
  days += 1;
  return `2020-${String(month).padStart(2, "0")}-${String(ofMonth).padStart(2, "0")}`;
}

/** Lines of the bank's answer. */
export const paid = (lineNo: number, { account }: Pick<Worker, "account">, amount = "1000.00") => ({
  ...{ lineNo, account, amount, result: "成功", date: TODAY },
});
export const failed = (lineNo: number, { account }: Pick<Worker, "account">) => ({
  ...{ lineNo, account, amount: "1000.00", result: "失败", reason: "账户已销户" },
});

export const accountFormOf = (account: string, holderName: string) => {
  const number = toBankAccount(account) as BankAccount;
  return { holderName, bankName: "建设银行", account: number, again: number };
};

/** The claim's latest file. */
export async function paymentOf(at: TestPlatform, batchId: string): Promise<string> {
  const { rows } = await at.owner.query<{ id: string }>(
    "SELECT id FROM claim_payment WHERE batch_id = $1 ORDER BY number DESC LIMIT 1",
    [batchId],
  );
  return rows[0]?.id ?? "";
}

/** What of the pot is set aside, and what of it is spent. */
export async function moved(potId: string) {
  return inTransaction(finance, async (tx) => {
    const pot = await tx.fundPot.findUniqueOrThrow({ where: { id: potId } });
    const spent = (await figuresOf(tx, [potId])).get(potId)?.spentFen;
    return { committed: Number(pot.committedFen), spent };
  });
}
