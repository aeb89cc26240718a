import { expect, test } from "vitest";
import { evidenceForm } from "~/domain/placements/evidence";
import { whyNotProvedBy } from "~/domain/placements/evidence-lines";
import type { ContractKind } from "~/domain/placements/placement";
import { day } from "~/domain/shared/calendar-date";

const TODAY = day("2020-07-10");
const line = (contractKind: ContractKind) => ({
  ...{ countyCode: "532324", name: contractKind, startedOn: day("2020-05-06"), endedOn: null },
  ...{ isRemoved: false, contractKind },
});
const contract = (change: Record<string, string> = {}) =>
  evidenceForm.parse({ kind: "CONTRACT", ...change });

test("[R24] a contract for a line that says none was signed is asked about, and taken when it is confirmed", () => {
  const lines = [
    line("NONE"),
    line("FLEXIBLE"),
    line("LABOUR_CONTRACT"),
    line("SERVICE_AGREEMENT"),
  ];
  expect(whyNotProvedBy(lines, contract(), TODAY)).toEqual({
    kind: "saidUnsigned",
    names: ["NONE", "FLEXIBLE"],
  });
  expect(whyNotProvedBy(lines.slice(2), contract(), TODAY)).toBeNull();
  expect(whyNotProvedBy(lines, contract({ contractConfirmed: "on" }), TODAY)).toBeNull();
  const slip = evidenceForm.parse({ kind: "WAGE_SLIP", fromMonth: "2020-06" });
  expect(whyNotProvedBy(lines, slip, TODAY)).toBeNull();
});
