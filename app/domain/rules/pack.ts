import { z } from "zod";
import type { CalendarDate } from "../shared/calendar-date";
import { day } from "../shared/calendar-date";
import { optionalText, requiredText } from "../shared/form-fields";
import { toRegionCode } from "../shared/region-code";
import { parseWrittenDate } from "../shared/written-date";
import { PARAMETERS, toParameterId, type ParameterId } from "./parameter";
import { valueProblem } from "./parameter-range";
import type { DatedValue } from "./value-series";

/** Numbers of a rule pack are local standards; no founding document says them. */
export const PACK_MARK = "地方标准，不在本系统依据的文件内";

const FORMAT = "rule-pack/1";
const MOST_VALUES = 500;
const MOST = 999_999_999;

const isoDay = (label: string) =>
  z.string(`${label}没有填写`).transform((text, context): CalendarDate => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text) && parseWrittenDate(text) === text) return day(text);
    context.addIssue({ code: "custom", message: `${label}应写成 2020-06-01 的样子` });
    return z.NEVER;
  });

const packValue = z
  .strictObject({
    parameter: z.string("没有写参数").transform((text, context): ParameterId => {
      const id = toParameterId(text);
      if (id !== null) return id;
      context.addIssue({ code: "custom", message: `本系统没有参数“${text.slice(0, 60)}”` });
      return z.NEVER;
    }),
    value: z
      .number("数值应为数字")
      .min(0, "数值不能为负")
      .max(MOST, "数值过大")
      .refine((value) => Math.round(value * 100) / 100 === value, "数值最多两位小数"),
    fromOn: isoDay("起始日"),
    toOn: isoDay("截止日").nullable().default(null),
    clause: requiredText("条款", 120),
  })
  .superRefine(({ fromOn, toOn }, context) => {
    if (toOn !== null && toOn < fromOn) {
      context.addIssue({ code: "custom", message: "截止日早于起始日" });
    }
  });

/** A file of dated local values, each with its clause of one local document, for one area. */
const packFile = z
  .strictObject({
    format: z.literal(FORMAT, `不是规则包文件（format 应为“${FORMAT}”）`),
    name: requiredText("名称", 80),
    edition: requiredText("版次", 40),
    regionCode: z
      .string("没有写适用地区")
      .refine(
        (code) => code.length === 6 && toRegionCode(code) !== null,
        "适用地区应为六位区划代码",
      ),
    issuer: requiredText("发文机关", 80),
    documentNumber: requiredText("文号", 60),
    issuedOn: isoDay("发文日期"),
    /** Why values hold from before the document's day; whoever signs off reads it. */
    backdatedBecause: optionalText("早于发文日期的原因", 200),
    values: z
      .array(packValue, "没有数值")
      .min(1, "一个数值也没有")
      .max(MOST_VALUES, `数值不超过 ${MOST_VALUES} 个`),
  })
  .superRefine(({ values }, context) => {
    const seen = new Set<string>();
    for (const [index, { parameter, fromOn }] of values.entries()) {
      const key = `${parameter} ${fromOn}`;
      const message = `“${PARAMETERS[parameter].label}”自 ${fromOn} 起有两个值`;
      if (seen.has(key)) context.addIssue({ code: "custom", path: ["values", index], message });
      seen.add(key);
    }
  });

export type RulePackFile = z.output<typeof packFile>;
export type PackValue = RulePackFile["values"][number];

/** The pack, or what is wrong with the file, place by place. */
export type ReadPack =
  | { readonly ok: true; readonly pack: RulePackFile }
  | { readonly ok: false; readonly problems: readonly { place: string; message: string }[] };

/** Text of a file as a rule pack; values come in the order of parameters and days. */
export function readPack(text: string): ReadPack {
  const content = parsed(text);
  if (content === undefined) {
    return { ok: false, problems: [{ place: "文件", message: "不是 JSON 文件" }] };
  }
  const read = packFile.safeParse(content, { error: wordsOf });
  if (read.success) return { ok: true, pack: { ...read.data, values: inOrder(read.data.values) } };
  const problems = read.error.issues.map(({ path, message }) => ({
    place: placeOf(path),
    message,
  }));
  return { ok: false, problems };
}

/** What a pack that reads may not say: numbers out of all range, and days before the document's without a reason. */
export function packProblems({
  values,
  issuedOn,
  backdatedBecause,
}: RulePackFile): readonly { readonly place: string; readonly message: string }[] {
  const outOfRange = values.flatMap(({ parameter, value }, index) => {
    const message = valueProblem(parameter, value);
    return message === null ? [] : [{ place: placeOf(["values", index, "value"]), message }];
  });
  const early = values.find(({ fromOn }) => fromOn < issuedOn);
  if (early === undefined || backdatedBecause !== "") return outOfRange;
  const message = `“${PARAMETERS[early.parameter].label}”自 ${early.fromOn} 起，早于发文日期 ${issuedOn}；确需追溯的，请在文件中写明 backdatedBecause（早于发文日期的原因）`;
  return [...outOfRange, { place: "文件", message }];
}

/** The file of a pack, the same for the same content: keys and values in one order, ending in a line break. */
export function packText(pack: RulePackFile): string {
  const { name, edition, regionCode, issuer, documentNumber, issuedOn, backdatedBecause } = pack;
  const values = inOrder(pack.values).map(({ parameter, value, fromOn, toOn, clause }) => ({
    ...{ parameter, value, fromOn, toOn, clause },
  }));
  const head = { format: FORMAT, name, edition, regionCode, issuer, documentNumber, issuedOn };
  const why = backdatedBecause === "" ? {} : { backdatedBecause };
  return `${JSON.stringify({ ...head, ...why, values }, null, 2)}\n`;
}

/** A pack's values as they stand in force once it is signed off; the source is its document and clause. */
export function valuesOfPack(pack: RulePackFile, packId: string): DatedValue[] {
  const { regionCode, documentNumber } = pack;
  return pack.values.map(({ clause, ...value }) => ({
    ...{ ...value, regionCode, packId },
    source: `${documentNumber} ${clause}`,
  }));
}

function wordsOf(issue: { readonly code?: string; readonly keys?: readonly string[] }) {
  if (issue.code === "unrecognized_keys") {
    return `有不认识的项目：${(issue.keys ?? []).map((key) => key.slice(0, 30)).join("、")}`;
  }
  return issue.code === "invalid_type" ? "内容缺少或类型不对" : undefined;
}

const FIELDS: Readonly<Record<string, string>> = {
  ...{ format: "格式", name: "名称", edition: "版次", regionCode: "适用地区", issuer: "发文机关" },
  ...{ documentNumber: "文号", issuedOn: "发文日期", values: "数值表", parameter: "参数" },
  ...{ value: "数值", fromOn: "起始日", toOn: "截止日", clause: "条款" },
  backdatedBecause: "早于发文日期的原因",
};

const named = (field: PropertyKey) => FIELDS[String(field)] ?? String(field);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

function inOrder(values: readonly PackValue[]): PackValue[] {
  const key = ({ parameter, fromOn }: PackValue) => `${parameter} ${fromOn}`;
  return [...values].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function placeOf([first, index, field]: readonly PropertyKey[]): string {
  if (first === undefined) return "文件";
  if (first !== "values" || index === undefined) return named(first);
  const place = `第 ${Number(index) + 1} 个值`;
  return field === undefined ? place : `${place} ${named(field)}`;
}
