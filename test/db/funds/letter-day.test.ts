import { afterAll, expect, test } from "vitest";
import { foundingTableId } from "~/data/funds/founding-reference.server";
import { findPot, type PotFacts } from "~/data/funds/pot-store.server";
import { wan } from "~/domain/funds/founding/founding-document";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { addPot } from "~/usecases/funds/add-pot.server";
import { changePotPlan } from "~/usecases/funds/change-pot-plan.server";
import { receiveFunds } from "~/usecases/funds/receive-funds.server";
import { anActor } from "#test/builders/actor";
import { value } from "#test/db/rosters/support";
import { openTestPlatform } from "#test/support/test-platform";

const at = await openTestPlatform();
afterAll(() => at.close());

const NOW = new Date("2020-12-10T02:00:00Z");
const finance = anActor("finance", "530381", "宣财务");
const { rows } = await at.owner.query<{ id: string }>(
  `SELECT c.id FROM allocation_cell c JOIN allocation_row r ON r.id = c.row_id
   WHERE r.table_id = $1 AND r.area_code = '530381' AND c.amount = $2`,
  [foundingTableId("曲财农〔2020〕31号"), wan(1150)],
);
const cellId = rows[0]?.id ?? "";

const kindOf = (outcome: { readonly ok: boolean; readonly refusal?: { readonly kind: string } }) =>
  outcome.ok ? "done" : outcome.refusal?.kind;
const dayOf = (text: string | null) => (text === null ? null : day(text));
const potWith = (letter: string | null) => {
  const facts: PotFacts = {
    ...{ regionCode: "530381", year: 2020, name: "转移就业", unitName: "宣威市人社局" },
    ...{ purpose: "LABOUR_TRANSFER", isLabour: true, amountFen: fen(1000), plannedFen: fen(0) },
    ...{ implementer: "", implementerRegion: "530381", implementerReason: "" },
    letterReceivedOn: dayOf(letter),
  };
  return addPot(finance, { cellId, facts }, NOW);
};
const read = async (potId: string) => {
  const found = await inTransaction(finance, (tx) => findPot(tx, potId));
  if (found === null) throw new Error("no pot");
  return found;
};
const change = async (potId: string, letter: string | null, reason = "") => {
  const { version, plannedFen } = await read(potId);
  const facts = { plannedFen, letterReceivedOn: dayOf(letter), reason };
  return kindOf(await changePotPlan(finance, { potId, version, facts }, NOW));
};
const come = (potId: string, on: string, letter: string | null, voucherNo: string) => {
  const facts = { fromUnit: "市财政局", receivedOn: day(on), amountFen: fen(100), note: "" };
  const whole = { ...facts, letterReceivedOn: dayOf(letter), voucherNo };
  return receiveFunds(finance, { potId, facts: whole, file: null }, NOW);
};

// 曲财农〔2020〕31号 is of 2020-04-10.
test("[F01] a pot's letter is not of before its document nor of after today, at setting up and later", async () => {
  expect(kindOf(await potWith("2020-04-09"))).toBe("letterBeforeIssue");
  expect(kindOf(await potWith("2020-12-11"))).toBe("future");
  expect(kindOf(await potWith("2020-12-10"))).toBe("done");
  const potId = value(await potWith("2020-04-10"));
  expect(await change(potId, "2020-04-09", "填错")).toBe("letterBeforeIssue");
  expect(await change(potId, "2020-12-11", "填错")).toBe("future");
});

test("[F01] money that came late does not come in time by another letter day", async () => {
  const potId = value(await potWith(null));
  value(await come(potId, "2020-08-25", "2020-08-20", "收-1"));
  value(await come(potId, "2020-08-20", null, "收-2"));
  // The first has a letter of its own and bounds nothing.
  expect(await change(potId, "2020-08-21")).toBe("letterAfterReceipt");
  expect(await change(potId, "2020-05-06")).toBe("done");
  expect(await change(potId, "2020-11-20", "填错")).toBe("letterAfterReceipt");
  expect(await change(potId, "2020-08-20")).toBe("letterReason");
  expect(await change(potId, null)).toBe("letterReason");
  expect(await change(potId, "2020-05-06")).toBe("done");
  expect(await change(potId, "2020-05-08", "原来填成了发文日期")).toBe("done");
  expect((await read(potId)).letterReceivedOn).toBe("2020-05-08");
  const trail = await at.owner.query<{ told: string }>(
    "SELECT detail::text AS told FROM trail_event WHERE subject_id = $1 ORDER BY seq DESC LIMIT 1",
    [potId],
  );
  expect(trail.rows[0]?.told).toContain("原来填成了发文日期");
});
