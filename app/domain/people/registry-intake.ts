import type { CountyFinder } from "../regions/county-finder";
import type { RegistryRow, RegistryValues } from "../rosters/registry-row";
import type { IdCardNumber } from "../shared/id-card-number";
import { maskIdCardNumber } from "../shared/masking";
import { parseWrittenDate } from "../shared/written-date";
import type { SnapshotCount } from "./snapshot-state";

/** A row of the export that goes into the snapshot. */
export interface TakenEntry {
  readonly sheetRow: number;
  readonly idCardNumber: IdCardNumber;
  readonly name: string;
  readonly countyCode: string;
  readonly values: RegistryValues;
}

/** A row that stays out; fit to be stored and shown. */
export interface RefusedRow {
  readonly sheetRow: number;
  readonly name: string;
  readonly maskedId: string;
  /** Chinese: cause and cure of everything wrong with the row. */
  readonly message: string;
}

/** So many refused rows are kept with their reasons; the rest are only counted. */
export const MOST_REFUSALS_KEPT = 1_000;

/**
 * Takes the rows of one export in their order: what each has wrong is collected, of two rows with
 * one ID number the first is kept, and the county is found from its name.
 */
export class RegistryIntake {
  readonly refusals: RefusedRow[] = [];
  entryCount = 0;
  refusedCount = 0;
  /** The latest day of export that any row states; empty when none does. */
  exportedOn = "";
  readonly #rowOf = new Map<string, number>();
  readonly #counts = new Map<string, number>();
  #lastExportedAt = "";

  constructor(
    private readonly findCounty: CountyFinder,
    private readonly coveringName: string,
  ) {}

  /** The entry, or null when the row was refused. `rawId` is the ID cell as the file has it. */
  take(row: RegistryRow, rawId: string): TakenEntry | null {
    const { sheetRow, values } = row;
    this.noteExport(values.exportedAt);
    const reasons = row.problems
      .filter((problem) => problem.severity === "refused")
      .map((problem) => `${problem.column}：${problem.message}`);
    const county = this.findCounty(values.county);
    if (county === null) reasons.push(this.wrongCounty(values.county));
    const { idCardNumber, name } = values;
    const first = idCardNumber === null ? undefined : this.#rowOf.get(idCardNumber);
    if (first !== undefined) {
      reasons.push(
        `证件号码与第 ${first} 行重复，已保留第 ${first} 行。请在平台核对后删去重复的一行。`,
      );
    }
    if (reasons.length > 0 || idCardNumber === null || name === null || county === null) {
      this.refuse({
        sheetRow,
        name: values.name ?? "",
        maskedId: masked(rawId),
        message: reasons.join(" "),
      });
      return null;
    }
    this.#rowOf.set(idCardNumber, sheetRow);
    this.entryCount += 1;
    const key = `${county.code} ${values.category ?? ""}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    return { sheetRow, idCardNumber, name, countyCode: county.code, values };
  }

  counts(): SnapshotCount[] {
    return [...this.#counts].map(([key, people]) => {
      const [countyCode = "", category = ""] = key.split(" ");
      return { countyCode, category, people };
    });
  }

  private noteExport(exportedAt: string): void {
    if (exportedAt === this.#lastExportedAt) return;
    this.#lastExportedAt = exportedAt;
    const day = parseWrittenDate(exportedAt);
    if (day !== null && day > this.exportedOn) this.exportedOn = day;
  }

  private wrongCounty(written: string): string {
    if (written === "") return "县：没有填写。请从平台重新导出，或补填县级名称。";
    return `县：“${written}”不在本次覆盖的${this.coveringName}范围内。请核对所选的覆盖地区，或把县名改为现行名称。`;
  }

  private refuse(row: RefusedRow): void {
    this.refusedCount += 1;
    if (this.refusals.length < MOST_REFUSALS_KEPT) this.refusals.push(row);
  }
}

/** Broken numbers too are shown masked: what is broken is still somebody's number. */
function masked(text: string): string {
  return maskIdCardNumber(text.trim().slice(0, 24));
}
