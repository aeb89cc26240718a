import * as xlsx from "xlsx";
import { registryLayout, type RegistryField } from "~/domain/rosters/layouts/registry";

export type ExportRow = Readonly<Record<RegistryField, string>>;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A sound ID number of the county; `birth` is YYYYMMDD, `order` 0..999. */
export function soundIdNumber(county: string, birth: string, order: number): string {
  const body = `${county}${birth}${String(order).padStart(3, "0")}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + "10X98765432".charAt(sum % 11);
}

/** One line of the platform's export with valid defaults: a lifted person of 牟定县. */
export function exportRow(change: Partial<ExportRow> = {}): ExportRow {
  return {
    province: "云南省",
    prefecture: "楚雄彝族自治州",
    county: "牟定县",
    township: "新桥镇",
    village: "白沙村委会",
    householdNo: "532323110001625",
    householdHead: "鲁晓美",
    name: "鲁晓美",
    idCardNumber: soundIdNumber("532323", "19900101", 2),
    relationToHead: "户主",
    ethnicity: "彝族",
    householdKind: "一般农户",
    category: "已脱贫",
    liftedYear: "2018",
    exportedAt: "2020-06-20 10:00:00",
    ...change,
  };
}

/** So many people of one county, each with an ID number and a name of his own. */
export function exportRows(count: number, change: Partial<ExportRow> = {}): ExportRow[] {
  return Array.from({ length: count }, (_, at) =>
    exportRow({
      idCardNumber: soundIdNumber("532323", birthOfThousand(Math.floor(at / 1000)), at % 1000),
      name: `普${GIVEN[at % GIVEN.length]}${GIVEN[Math.floor(at / 7) % GIVEN.length]}`,
      ...change,
    }),
  );
}

/** A thousand people share a birthday: the first the first of January 1950, the next the day after, … */
function birthOfThousand(thousand: number): string {
  return String(19500101 + Math.floor(thousand / 28) * 10_000 + (thousand % 28));
}

const GIVEN = [..."晓美国梅红芬光英家林开翠明华兰珍丽云海波"];

export function asXlsx(rows: readonly ExportRow[]): Buffer {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(table(rows)), "Sheet1");
  return xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
}

export function asCsv(rows: readonly ExportRow[]): string {
  return table(rows)
    .map((cells) => cells.join(",") + "\r\n")
    .join("");
}

/** The platform writes its text files in GB18030; two-byte characters are enough here. */
export function inGb18030(text: string): Buffer {
  const known = twoByteCharacters();
  return Buffer.concat(
    [...text].map((character) => {
      const bytes = character < "\u0080" ? Buffer.from(character) : known.get(character);
      if (bytes === undefined) throw new RangeError(`no two-byte form: ${character}`);
      return bytes;
    }),
  );
}

let twoByte: Map<string, Buffer> | null = null;

function twoByteCharacters(): Map<string, Buffer> {
  if (twoByte !== null) return twoByte;
  twoByte = new Map();
  const decoder = new TextDecoder("gb18030");
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const bytes = Buffer.from([lead, trail]);
      const text = decoder.decode(bytes);
      if ([...text].length === 1 && !twoByte.has(text)) twoByte.set(text, bytes);
    }
  }
  return twoByte;
}

function table(rows: readonly ExportRow[]): string[][] {
  const { fields } = registryLayout;
  return [
    fields.map((field) => field.header),
    ...rows.map((row) => fields.map((field) => row[field.key])),
  ];
}
