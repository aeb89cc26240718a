import type { Finding } from "./finding";
import type { KeyHeaders } from "./cross-check";
import type { CheckedRow } from "./person-row";
import type { CountyScope } from "./training-row";

const LONGEST_NAME = 12;
const WHERE_COUNTIES_STAND = 30;

/**
 * The other county that an address names, or null: when it names the officer's own county, or no
 * county known to us. ID numbers are no evidence here, people move.
 */
export function otherCountyIn(address: string, county: CountyScope): string | null {
  if (address === "" || address.includes(county.name)) return null;
  const head = address.slice(0, WHERE_COUNTIES_STAND);
  for (let end = 1; end < head.length; end += 1) {
    const suffix = head[end];
    if (suffix !== "县" && suffix !== "市" && suffix !== "区" && suffix !== "旗") continue;
    for (let start = Math.max(0, end - LONGEST_NAME); start < end; start += 1) {
      const name = head.slice(start, end + 1);
      if (county.otherNames.has(name)) return name;
    }
  }
  return null;
}

/** A ledger takes its county's own people alone: refused, and no word of where the person is known. */
export function keptElsewhereFinding(row: CheckedRow, headers: KeyHeaders): Finding {
  const message =
    "此人户籍在其他县（市、区），由户籍县登记，工作地在本县也一样。请核对证件号码；号码无误的请移出本行。";
  const { sheetRow } = row;
  const column = headers.idCardNumber;
  return { sheetRow, column, kind: "other-county-person", severity: "refused", message };
}
