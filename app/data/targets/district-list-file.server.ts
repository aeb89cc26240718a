import type { CalendarDate } from "~/domain/shared/calendar-date";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import type { Finding } from "~/domain/rosters/finding";
import { districtListLayout } from "~/domain/rosters/layouts/district-list";
import { readDistrictRow, repeatedNumbers, type DistrictRow } from "~/domain/targets/district-list";
import { idCardIndex } from "~/platform/crypto/blind-index.server";
import { sealText } from "~/platform/crypto/field-cipher.server";
import { readStoredFile } from "~/platform/evidence-store.server";
import { platform } from "~/platform/platform.server";
import { knownRegionCodes } from "~/platform/reference/region-codes.server";
import { openTable } from "~/platform/workbook/open-table.server";
import { ROSTER_LIMITS } from "~/platform/workbook/workbook-limits.server";
import { WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";
import type { PersonToList } from "./reconciliation-line-store.server";

export type DistrictListRefusal =
  | { readonly kind: "unreadable"; readonly message: string }
  | { readonly kind: "problems"; readonly problems: readonly Finding[] };

/** The people of a district's list, or every reason why it is not taken: all of it or nothing. */
export async function readDistrictList(
  file: { readonly id: string; readonly fileName: string },
  today: CalendarDate,
): Promise<Outcome<readonly PersonToList[], DistrictListRefusal>> {
  try {
    const named = { name: file.fileName, bytes: await readStoredFile(file.id) };
    const { problems, opened } = await openTable(named, ROSTER_LIMITS, districtListLayout);
    if (opened === null) {
      const reasons = problems.filter(({ severity }) => severity === "refused");
      return unreadable(reasons.map(({ message }) => message).join("；"));
    }
    const { columns, dataRows } = opened;
    const context = { today, knownRegions: knownRegionCodes() };
    const rows: DistrictRow[] = [];
    for await (const row of dataRows) rows.push(readDistrictRow(row, columns, context));
    if (rows.length === 0) {
      return unreadable("文件里没有人员。本月没有新增的，请直接填报人数 0。");
    }
    const found = [
      ...rows.flatMap((row) => row.problems),
      ...repeatedNumbers(rows, columns.header.idCardNumber),
    ].sort((a, b) => a.sheetRow - b.sheetRow);
    return found.length > 0 ? refused({ kind: "problems", problems: found }) : done(people(rows));
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    return unreadable(error.message);
  }
}

function unreadable(message: string) {
  return refused<DistrictListRefusal>({ kind: "unreadable", message });
}

function people(rows: readonly DistrictRow[]): PersonToList[] {
  const ring = platform().keyRing;
  return rows.flatMap(({ idCardNumber, name, employerName, startedOn }) => {
    if (idCardNumber === null) return [];
    const idIndex = idCardIndex(ring, idCardNumber);
    const key = idIndex.toString("hex");
    const idSealed = sealText(ring, idCardNumber, `idNumber:${key}`);
    const maskedId = maskIdCardNumber(idCardNumber);
    const person = { name, employerName, startedOn, key, idIndex, idSealed, maskedId };
    return [{ ...person, personId: null, placementId: null }];
  });
}
