import { z } from "zod";
import {
  optionalText,
  orNull,
  requiredText,
  wholeNumber,
  writtenDay,
} from "~/domain/shared/form-fields";
import {
  BASIS_LABELS,
  destinationsOf,
  MEASURES,
  type CountingBasis,
  type Measure,
} from "./measure";

const MOST = 9_999_999;
const BASES = Object.keys(BASIS_LABELS) as [CountingBasis, ...CountingBasis[]];
const tick = z
  .string()
  .optional()
  .transform((value) => value === "on");

const share = z.object({
  areaCode: z.string().regex(/^\d{6}$/),
  value: orNull(wholeNumber("任务数", 0, MOST)),
});

const fields = z.object({
  measure: z.enum(MEASURES as [Measure, ...Measure[]], "请选择指标"),
  periodFrom: writtenDay("起算日期"),
  deadlineOn: writtenDay("完成时限"),
  documentNumber: requiredText("文号", 60),
  issuer: requiredText("发文单位", 80),
  issuedOn: writtenDay("发文日期"),
  clause: requiredText("条款", 40),
  summary: optionalText("内容摘要", 500),
  assumptions: optionalText("文件未写的内容", 300),
  basis: z.enum(BASES, "请选择计数口径"),
  mayShare: tick,
  basisIsStated: tick,
  mustExceed: tick,
  value: orNull(wholeNumber("总任务数", 0, MOST)),
  shares: z.array(share).min(1, "请至少列入一个县（市、区）"),
});

type Fields = z.infer<typeof fields>;

/** A target as a clerk enters it from a document. */
export const targetForm = fields.superRefine((form, context) => {
  for (const [path, message] of complaintsOf(form)) {
    context.addIssue({ code: "custom", path: [path], message });
  }
});

/** What a later document changes; the measure and the area stay. */
export const revisionForm = fields
  .extend({ revisionReason: requiredText("修订原因", 300) })
  .superRefine((form, context) => {
    for (const [path, message] of complaintsOf(form)) {
      context.addIssue({ code: "custom", path: [path], message });
    }
  });

export const voidForm = z.object({ reason: requiredText("作废原因", 300) });

export type TargetForm = z.infer<typeof targetForm>;
export type RevisionForm = z.infer<typeof revisionForm>;

/**
 * The texts of a form with `share.532324` (the number) and `area.532324` (the tick): a county with either is in,
 * with an empty number where none is typed.
 */
export function targetTexts(typed: Readonly<Record<string, string>>) {
  const areas = new Set(
    Object.entries(typed).flatMap(([name, text]) => {
      const [, kind, code] = /^(share|area)\.(\d{6})$/.exec(name) ?? [];
      return code !== undefined && (kind === "area" || text.trim() !== "") ? [code] : [];
    }),
  );
  const shares = [...areas].sort().map((areaCode) => ({
    areaCode,
    value: typed[`share.${areaCode}`] ?? "",
  }));
  return { ...typed, shares };
}

function complaintsOf({ periodFrom, deadlineOn, measure, basis }: Fields): [string, string][] {
  const found: [string, string][] = [];
  if (deadlineOn < periodFrom) found.push(["deadlineOn", "完成时限不能早于起算日期"]);
  else if (deadlineOn.slice(0, 4) !== periodFrom.slice(0, 4)) {
    found.push(["deadlineOn", "一项目标在同一年度内起算和完成；跨年度的请分年度录入"]);
  }
  const countsEvents = measure === "JOB_FAIRS" || measure === "TRAINING_CLASSES";
  if (countsEvents && basis !== "EVENTS") found.push(["basis", "这项指标按场次（期数）计"]);
  if (!countsEvents && basis === "EVENTS") found.push(["basis", "这项指标按人数或人次计"]);
  if (destinationsOf(measure) === null && basis === "PERSON_TIMES") {
    found.push(["basis", "这项指标不按人次计"]);
  }
  return found;
}
