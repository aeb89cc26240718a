import { differencesOf, type SealDifference } from "../rosters/seal-differences";
import type { WageManifest } from "./wage-seal";

/** The lists of the manifest: their table, and the fields that name a row. */
const LISTS = {
  lines: ["wage_line", ["id"]],
  attendance: ["post_attendance", ["appointmentId"]],
  adjustments: ["wage_adjustment", ["id"]],
  payments: ["wage_payment", ["id"]],
  attempts: ["wage_attempt", ["id"]],
  proofs: ["acknowledgement", ["id"]],
  pages: ["scan_page", ["id"]],
} as const satisfies Partial<Record<keyof WageManifest, readonly [string, readonly string[]]>>;

/** Every row in which the two manifests differ, in the order of the sealed one; salts are not compared. */
export function wageSealDifferences(
  sealed: WageManifest,
  present: WageManifest,
): readonly SealDifference[] {
  const { roster, sheet } = sealed;
  const names = Object.keys(LISTS) as (keyof typeof LISTS)[];
  return differencesOf({
    lines: [...present.lines, ...sealed.lines],
    singles: [
      { table: "roster", row: roster.id, before: roster, after: present.roster },
      { table: "wage_sheet", row: sheet.id, before: sheet, after: present.sheet },
    ],
    lists: names.map((name) => ({ of: LISTS[name], before: sealed[name], after: present[name] })),
  });
}
