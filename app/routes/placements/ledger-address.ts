import { DESTINATIONS } from "~/domain/placements/destination";
import { ARRANGEMENTS, FORMS, WORKER_GROUPS } from "~/domain/placements/filing";
import {
  LEDGER_CHECKS,
  LEDGER_STATES,
  PROOF_STATES,
  type LedgerFilter,
} from "~/domain/placements/ledger-filter";

/** The filter of the ledger as its address tells it; what it does not know narrows nothing. */
export function readLedgerFilter(
  search: URLSearchParams,
  isId: (text: string) => boolean,
): LedgerFilter {
  const given = (name: string) => (search.get(name) ?? "").trim().slice(0, 60);
  const among = <Value extends string>(values: readonly Value[], name: string) =>
    values.find((value) => value === given(name)) ?? null;
  const id = (name: string) => (isId(given(name)) ? given(name) : null);
  return {
    ...{ county: given("county"), township: given("township"), text: given("text") },
    state: among(LEDGER_STATES, "state") ?? "inWork",
    destination: among(DESTINATIONS, "destination"),
    form: among(FORMS, "form"),
    arrangement: among(ARRANGEMENTS, "arrangement"),
    group: among(WORKER_GROUPS, "group"),
    proof: among(PROOF_STATES, "proof"),
    check: among(LEDGER_CHECKS, "check"),
    ...{ employer: id("employer"), import: id("import"), batch: id("batch") },
    ...{ vacancy: id("vacancy"), class: id("class") },
  };
}
