import { readFileSync } from "node:fs";
import * as xlsx from "xlsx";
import { plainWorkbook } from "./rosters";

/** A person as the registry's export knows him, with a telephone of his own. */
export interface Trainee {
  readonly name: string;
  readonly idCardNumber: string;
  readonly phone: string;
  readonly row: Readonly<Record<string, string>>;
}

const HEADERS = ["姓名", "性别", "民族", "身份证号码", "家庭住址", "联系电话", "是否建档立卡户"];

/** ID numbers in the demonstration's ledger of placements: those people are known already, with telephones of their own. */
function placedNumbers(): ReadonlySet<string> {
  const book = xlsx.read(readFileSync("prisma/demo/placement-roster-prefecture.xlsx"));
  const sheet = book.Sheets[book.SheetNames[0] ?? ""];
  if (sheet === undefined) throw new Error("a ledger without a sheet");
  return new Set(xlsx.utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false }).flat());
}

/**
 * So many lifted people of working age whom the demonstration's registry has in this county and nobody has placed,
 * from the `skip`th on.
 */
export function registryPeople(county: string, count: number, skip: number): readonly Trainee[] {
  const book = xlsx.read(readFileSync("prisma/demo/registry-export.xlsx"));
  const sheet = book.Sheets[book.SheetNames[0] ?? ""];
  if (sheet === undefined) throw new Error("an export without a sheet");
  const rows = xlsx.utils.sheet_to_json<Record<string, string>>(sheet, { raw: false });
  const placed = placedNumbers();
  const people = rows
    .filter((row) => !placed.has(row["证件号码"] ?? ""))
    .filter((row) => row["县"] === county && row["脱贫属性"] === "已脱贫")
    .filter((row) => /^.{6}19[7-9]/.test(row["证件号码"] ?? ""))
    .slice(skip, skip + count);
  if (people.length < count) throw new Error(`only ${people.length} people of ${county}`);
  return people.map((row, at) => ({
    name: row["姓名"] ?? "",
    idCardNumber: row["证件号码"] ?? "",
    phone: `1391234${String(skip + at).padStart(4, "0")}`,
    row,
  }));
}

/** The class's list as the county types it. */
export function traineeWorkbook(people: readonly Trainee[]): Buffer {
  const rows = people.map(({ name, idCardNumber, phone, row }) => {
    const sex = Number(idCardNumber.charAt(16)) % 2 === 1 ? "男" : "女";
    const address = `${row["县"]}${row["乡镇"]}${row["行政村"]}`;
    return [name, sex, row["民族"] ?? "", idCardNumber, address, phone, "是", "已脱贫"];
  });
  return plainWorkbook([[...HEADERS, "脱贫状态"], ...rows]);
}
