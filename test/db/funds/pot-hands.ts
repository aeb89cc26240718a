import { foundingTableId } from "~/data/funds/founding-reference.server";
import { findPot, type PotFacts } from "~/data/funds/pot-store.server";
import { wan } from "~/domain/funds/founding/founding-document";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { addPot } from "~/usecases/funds/add-pot.server";
import { receiveFunds } from "~/usecases/funds/receive-funds.server";
import { anActor } from "#test/builders/actor";
import { value } from "#test/db/rosters/support";
import type { TestPlatform } from "#test/support/test-platform";

export const NOW = new Date("2020-12-10T02:00:00Z");
export const TODAY = day("2020-12-10");
export const YEAR_END = new Date("2020-12-31T02:00:00Z");
export const finance = anActor("finance", "530381", "宣财务");
export const officer = anActor("caseOfficer", "530381", "宣经办");
export const reviewer = anActor("reviewer", "530381", "宣审核");
export const office = anActor("cooperationOffice", "530300", "曲协作");
export const foreign = anActor("finance", "532300", "楚财务");

export const kindOf = (outcome: {
  readonly ok: boolean;
  readonly refusal?: { readonly kind: string };
}) => (outcome.ok ? "done" : outcome.refusal?.kind);

/** The labour cell of 宣威 in the founding table: 1,150. */
async function labourCell(at: TestPlatform): Promise<string> {
  const { rows } = await at.owner.query<{ id: string }>(
    `SELECT c.id FROM allocation_cell c JOIN allocation_row r ON r.id = c.row_id
     WHERE r.table_id = $1 AND r.area_code = '530381' AND c.amount = $2`,
    [foundingTableId("曲财农〔2020〕31号"), wan(1150)],
  );
  if (rows[0] === undefined) throw new Error("no cell");
  return rows[0].id;
}
/** Pots of 宣威 in a database of the test's own: set up, filled and spent of. */
export async function potHands(at: TestPlatform) {
  const cellId = await labourCell(at);
  let serial = 0;
  const facts = (change: Partial<PotFacts> = {}): PotFacts => ({
    ...{ regionCode: "530381", year: 2020, name: "转移就业补助", unitName: "宣威市人社局" },
    ...{ purpose: "LABOUR_TRANSFER", isLabour: false, amountFen: fen(1000), plannedFen: fen(0) },
    ...{ implementer: "", implementerRegion: "530381", implementerReason: "" },
    ...{ letterReceivedOn: null, ...change },
  });
  const pot = async (change: Partial<PotFacts> = {}) =>
    value(await addPot(finance, { cellId, facts: facts(change) }, NOW));
  const read = async (id: string) => {
    const found = await inTransaction(finance, (tx) => findPot(tx, id));
    if (found === null) throw new Error("no pot");
    return found;
  };
  /** Money of the pot, come on the day; each under a voucher of its own. */
  const receipt = (amount: number, receivedOn = "2020-07-10", change = {}) => ({
    ...{ fromUnit: "市财政局", letterReceivedOn: null, voucherNo: `收-${(serial += 1)}`, note: "" },
    ...{ receivedOn: day(receivedOn), amountFen: fen(amount), ...change },
  });
  const come = async (potId: string, amount: number, receivedOn?: string) =>
    value(
      await receiveFunds(finance, { potId, facts: receipt(amount, receivedOn), file: null }, NOW),
    );
  const spending = (potId: string, amount: number, change = {}) => ({
    ...{ potId, file: null },
    facts: {
      ...{ spentOn: TODAY, amountFen: fen(amount), category: "OTHER" as const, purpose: "办公" },
      ...{ payee: "某公司", reason: "服务类支出", voucherNo: `记-${(serial += 1)}`, ...change },
    },
  });
  return { cellId, facts, pot, read, receipt, come, spending };
}
