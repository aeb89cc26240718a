import { presentRegions, regionName } from "~/platform/reference/region-codes.server";

interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface WorkplaceGroup {
  readonly label: string;
  readonly options: readonly Choice[];
}

const SHANGHAI = "310000";

/**
 * Where somebody may work, to choose without a script: Shanghai by district, the readers' own prefectures
 * by county, the rest of their provinces by prefecture, and the other provinces whole. `standing` is
 * what is chosen already; it is offered also when none of these groups has it.
 */
export function workplaceGroups(
  counties: readonly string[],
  standing: string | null = null,
): WorkplaceGroup[] {
  const prefectures = distinct(counties.map((code) => `${code.slice(0, 4)}00`)).filter(
    isPrefecture,
  );
  const provinces = distinct(counties.map((code) => `${code.slice(0, 2)}0000`)).filter(
    (code) => code !== SHANGHAI && regionName(code) !== null,
  );
  const groups = [
    { label: "上海市", options: [choice(SHANGHAI), ...within("COUNTY", SHANGHAI)] },
    ...prefectures.map((code) => ({
      label: nameOf(code),
      options: [...within("COUNTY", code), choice(code)],
    })),
    ...provinces.map((code) => ({
      label: `${nameOf(code)}（其他州市）`,
      options: [
        ...within("PREFECTURE", code).filter(({ value }) => !prefectures.includes(value)),
        choice(code),
      ],
    })),
    { label: "其他省（区、市）", options: otherProvinces(provinces) },
  ];
  const offers = (code: string) => groups.some(({ options }) => has(options, code));
  if (standing === null || offers(standing)) return groups;
  return [
    { label: "已登记", options: [{ value: standing, label: fullName(standing) }] },
    ...groups,
  ];
}

function within(level: "PREFECTURE" | "COUNTY", code: string): Choice[] {
  const prefix = code.endsWith("0000") ? code.slice(0, 2) : code.slice(0, 4);
  return presentRegions()
    .filter((region) => region.level === level && region.code.startsWith(prefix))
    .map((region) => choice(region.code));
}

function otherProvinces(own: readonly string[]): Choice[] {
  return presentRegions()
    .filter(({ level, code }) => level === "PROVINCE" && code !== SHANGHAI && !own.includes(code))
    .map(({ code }) => choice(code));
}

function isPrefecture(code: string): boolean {
  return !code.startsWith("31") && !code.endsWith("0000") && regionName(code) !== null;
}

function has(options: readonly Choice[], code: string): boolean {
  return options.some(({ value }) => value === code);
}

function distinct(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort();
}

function choice(code: string): Choice {
  return { value: code, label: nameOf(code) };
}

/** 广东省深圳市南山区: a county alone may be one of several of its name. */
function fullName(code: string): string {
  const levels = new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]);
  return [...levels].map((one) => regionName(one) ?? "").join("") || code;
}

function nameOf(code: string): string {
  return regionName(code) ?? code;
}
