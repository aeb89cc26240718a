import { addPot } from "~/usecases/funds/add-pot.server";
import { carryOver } from "~/usecases/funds/carry-over.server";
import { receiveFunds } from "~/usecases/funds/receive-funds.server";
import { spendFunds } from "~/usecases/funds/spend-funds.server";
import { submitAdjustment } from "~/usecases/funds/submit-adjustment.server";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { anActor } from "#test/builders/actor";
import type { TestPlatform } from "#test/support/test-platform";
import { AT, received, value } from "./two-editions";

/** What a year leaves is carried over from its last day on. */
const YEAR_END = new Date("2020-12-31T02:00:00Z");

export interface PotObjects {
  /** Money of the county's own table. */
  readonly cellId: string;
  readonly potId: string;
  /** What that pot left, locked. */
  readonly carriedPotId: string;
  readonly receiptId: string;
  /** Waits for its review. */
  readonly spendingId: string;
  readonly voucherId: string;
  /** Waits for its decision. */
  readonly adjustmentId: string;
}

/** A pot of the county's own table in which money came and went, and what it left for the next year. */
export async function potsOf(
  county: string,
  allocationTableId: string,
  platform: TestPlatform,
): Promise<PotObjects> {
  const { rows } = await platform.owner.query<{ id: string }>(
    `SELECT c.id FROM allocation_cell c JOIN allocation_row r ON r.id = c.row_id
     WHERE r.table_id = $1`,
    [allocationTableId],
  );
  const cellId = rows[0]?.id ?? "";
  const finance = anActor("finance", county);
  const facts = {
    ...{ regionCode: county, year: 2020, name: "转移就业补助", unitName: "县人社局" },
    ...{ purpose: "LABOUR_TRANSFER" as const, isLabour: true, amountFen: fen(10_000) },
    ...{ plannedFen: fen(0), implementer: "", implementerRegion: "", implementerReason: "" },
    letterReceivedOn: null,
  };
  const potId = value(await addPot(finance, { cellId, facts }, AT));
  const receipt = {
    ...{ fromUnit: "县财政局", letterReceivedOn: null, receivedOn: day("2020-01-02") },
    ...{ amountFen: fen(5000), voucherNo: "收-1", note: "" },
  };
  const came = { potId, facts: receipt, file: null };
  const receiptId = value(await receiveFunds(finance, came, AT));
  const file = await received(Buffer.from("%PDF-1.4"), "凭证.pdf");
  const spending = {
    ...{ spentOn: day("2020-01-03"), amountFen: fen(100), category: "OTHER" as const },
    ...{ purpose: "宣传", payee: "某单位", voucherNo: "记-1", reason: "服务类支出" },
  };
  const spendingId = value(await spendFunds(finance, { potId, facts: spending, file }, AT));
  const rest = { potId, year: 2021, name: "结转资金", amountFen: fen(100) };
  const carriedPotId = value(await carryOver(finance, rest, YEAR_END));
  const changes = { what: "更换设备", amountFen: fen(10), changedElements: [], reason: "停产" };
  const asked = { potId, facts: changes, asksApproval: false };
  const adjustmentId = value(await submitAdjustment(anActor("caseOfficer", county), asked, AT));
  const voucherId = file.id;
  return { cellId, potId, carriedPotId, receiptId, spendingId, voucherId, adjustmentId };
}
