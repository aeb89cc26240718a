import { parsePovertyStatus } from "../people/poverty-status";
import type { PovertyStatus } from "../people/poverty-status";
import { checkIdCardNumber } from "../shared/id-card-check";
import type { IdCheckContext } from "../shared/id-card-check";
import type { IdCardNumber } from "../shared/id-card-number";
import { checkName } from "../shared/person-name";
import { parseWrittenDate } from "../shared/written-date";
import type { ColumnMap } from "./column-map";
import { nameFindings } from "./contact-findings";
import { tidied } from "./declared-cells";
import type { Finding } from "./finding";
import { idFindings } from "./id-findings";
import type { RegistryField } from "./layouts/registry";
import type { SheetRow } from "./sheet";

/** One person as the registry platform exported him or her. */
export interface RegistryValues {
  readonly idCardNumber: IdCardNumber | null;
  readonly name: string | null;
  readonly householdNo: string;
  readonly householdHead: string;
  readonly relationToHead: string;
  readonly ethnicity: string;
  readonly householdKind: string;
  /** Null when the export carries the person under none of the categories. */
  readonly category: PovertyStatus | null;
  /** Four-digit year, or null. */
  readonly liftedYear: number | null;
  readonly province: string;
  readonly prefecture: string;
  readonly county: string;
  readonly township: string;
  readonly village: string;
  /** As written, `YYYY-MM-DD HH:mm:ss` or a day; empty when it states no real day. */
  readonly exportedAt: string;
}

export interface RegistryRow {
  readonly sheetRow: number;
  readonly values: RegistryValues;
  /** Refused ones keep the row out of the snapshot; repairs are reported as elsewhere. */
  readonly problems: readonly Finding[];
}

/** Reads one row of a registry export. */
export function readRegistryRow(
  row: SheetRow,
  columns: ColumnMap<RegistryField>,
  context: IdCheckContext,
): RegistryRow {
  const { sheetRow } = row;
  const { at, header } = columns;
  const text = (key: RegistryField): string => tidied(row.texts[at[key]] ?? "");
  const rawId = row.texts[at.idCardNumber] ?? "";
  const id = checkIdCardNumber(rawId, row.kinds[at.idCardNumber] ?? "blank", context);
  const name = checkName(row.texts[at.name] ?? "");
  const category = text("category");
  const status = category === "" ? null : parsePovertyStatus(category);
  const problems = [
    ...idFindings(id, sheetRow, header.idCardNumber),
    ...nameFindings(name, sheetRow, header.name),
  ];
  if (status === null && category !== "") {
    problems.push({
      sheetRow,
      column: header.category,
      kind: "category-unreadable",
      severity: "warning",
      message: "认不出这个脱贫属性，按未列入类别保存。请核对导出文件。",
    });
  }
  const exportedAt = text("exportedAt");
  const values = {
    idCardNumber: id.value,
    name: name.value,
    householdNo: text("householdNo"),
    householdHead: text("householdHead"),
    relationToHead: text("relationToHead"),
    ethnicity: text("ethnicity"),
    householdKind: text("householdKind"),
    category: status,
    liftedYear: yearIn(text("liftedYear")),
    province: text("province"),
    prefecture: text("prefecture"),
    county: text("county"),
    township: text("township"),
    village: text("village"),
    exportedAt: parseWrittenDate(exportedAt) === null ? "" : exportedAt,
  };
  return { sheetRow, values, problems };
}

function yearIn(text: string): number | null {
  const year = /^(?:19|20)\d{2}/.exec(text)?.[0];
  return year === undefined ? null : Number(year);
}
