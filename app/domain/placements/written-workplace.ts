import { countyFinder, PEOPLES, type CountyFinder } from "../regions/county-finder";
import { withoutBlanks } from "../shared/cell-text";
import { isWithin, regionCode, type RegionCode } from "../shared/region-code";

/** A province, prefecture or county in force, as the reference table has it. */
export interface NamedRegion {
  readonly code: RegionCode;
  readonly name: string;
}

/** The code of the workplace that the two cells name; null when there is none such, or more than one. */
export type WrittenWorkplaceFinder = (province: string, place: string) => RegionCode | null;

const PROVINCE_ENDING = /(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|[省市])$/;
const PREFECTURE_ENDING = new RegExp(
  `(?:(?:(?:${PEOPLES}|哈萨克|柯尔克孜)族?)*自治州|地区|[市盟州])$`,
);
/** What stands between a short name and the next: 云南省…, 楚雄州…. */
const SHORT_ENDING = /^(?:自治区|自治州|地区|[省市州盟])/;
/** Says no more than the city before it. */
const WHOLE_CITY = "市辖区";

/**
 * Finds a workplace by the province and what is written of city and county: 上海市 + 嘉定区, 云南省 + 昆明市官渡区,
 * 云南省 + 楚雄州禄丰县 (a city since 2021). The province may also stand at the head of the second text, and without
 * a county the prefecture's or the province's own code is found.
 */
export function writtenWorkplaceFinder(regions: readonly NamedRegion[]): WrittenWorkplaceFinder {
  const isProvince = ({ code }: NamedRegion) => code.endsWith("0000");
  const isPrefecture = (one: NamedRegion) => !isProvince(one) && one.code.endsWith("00");
  const provinces = regions.filter(isProvince);
  const prefectures = regions.filter(isPrefecture);
  const counties = regions.filter(({ code }) => !code.endsWith("00"));
  const finders = new Map<string, CountyFinder>();
  const countyIn = (outer: RegionCode, name: string) => {
    const find = finders.get(outer) ?? countyFinder(inside(counties, outer));
    finders.set(outer, find);
    return asCode(find(name));
  };
  return (provinceText, placeText) => {
    const [named, written] = [withoutBlanks(provinceText), withoutBlanks(placeText)];
    const province = headOf(named === "" ? written : named, provinces, PROVINCE_ENDING);
    if (province === null) return null;
    const { code } = province.region;
    const place = headOf(written, [province.region], PROVINCE_ENDING)?.rest ?? written;
    if (place === "" || place === WHOLE_CITY) return code;
    const prefecture = headOf(place, inside(prefectures, code), PREFECTURE_ENDING);
    // 衡阳市 is the prefecture, though its 衡阳县 would be found by the same stem.
    if (prefecture?.region.name === place) return prefecture.region.code;
    // 楚雄 alone may be the city or the prefecture.
    if (prefecture?.isBare === true) return null;
    const direct = countyIn(code, place);
    if (direct !== null || prefecture === null) return direct;
    if (prefecture.rest === "" || prefecture.rest === WHOLE_CITY) return prefecture.region.code;
    return countyIn(prefecture.region.code, prefecture.rest);
  };
}

/**
 * The place written within a region that was chosen already: 广东省 + 深圳市南山区, 昆明市 + 官渡区; null when it is no
 * place inside it, or more than one.
 */
export function narrowedWorkplace(
  chosen: RegionCode,
  written: string,
  nameOf: (code: string) => string | null,
  find: WrittenWorkplaceFinder,
): RegionCode | null {
  const province = nameOf(`${chosen.slice(0, 2)}0000`) ?? "";
  const prefecture = chosen.endsWith("0000") ? "" : (nameOf(`${chosen.slice(0, 4)}00`) ?? "");
  const found = find(province, written) ?? find(province, `${prefecture}${written}`);
  return found !== null && isWithin(found, chosen) ? found : null;
}

/** The two cells for a code: 上海市 + 嘉定区; with the prefecture where the county's name alone would not be found. */
export function workplaceText(
  code: string,
  nameOf: (code: string) => string | null,
  find: WrittenWorkplaceFinder,
): { readonly province: string; readonly place: string } {
  const province = nameOf(`${code.slice(0, 2)}0000`) ?? "";
  if (code.endsWith("0000")) return { province, place: "" };
  const name = nameOf(code) ?? "";
  if (find(province, name) === code) return { province, place: name };
  return { province, place: `${nameOf(`${code.slice(0, 4)}00`) ?? ""}${name}` };
}

function inside(regions: readonly NamedRegion[], outer: RegionCode): NamedRegion[] {
  return regions.filter((one) => isWithin(one.code, outer));
}

function asCode(found: { readonly code: string } | null): RegionCode | null {
  return found === null ? null : regionCode(found.code);
}

/** The region that the text begins with, by its full name or a short one, and what follows. */
function headOf(text: string, regions: readonly NamedRegion[], ending: RegExp) {
  const full = regions.find(({ name }) => text.startsWith(name));
  if (full !== undefined)
    return { region: full, rest: text.slice(full.name.length), isBare: false };
  for (const region of regions) {
    const stem = region.name.replace(ending, "");
    if (stem.length < 2 || !text.startsWith(stem)) continue;
    const rest = text.slice(stem.length);
    return { region, rest: rest.replace(SHORT_ENDING, ""), isBare: rest === "" };
  }
  return null;
}
