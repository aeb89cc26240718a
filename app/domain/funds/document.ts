import { z } from "zod";
import { withoutBlanks } from "../shared/cell-text";
import { optionalText, orNull, requiredText, writtenDay } from "../shared/form-fields";
import { parseWrittenDate } from "../shared/written-date";
import type { Deadline } from "./deadline";

/** A clause of a document, summarised in our own words. */
export interface Clause {
  /** 四(三)3(2) */
  readonly clause: string;
  readonly summary: string;
}

const MOST_LINES = 100;

/**
 * A document number as it is compared: without blanks, the year in 〔〕 whatever brackets were typed. 曲财农[2020] 31号
 * is 曲财农〔2020〕31号.
 */
export function documentNumber(text: string): string {
  return withoutBlanks(text).replace(/[[［【(（〔]((?:19|20)\d{2})[\]］】)）〕]/g, "〔$1〕");
}

/** 〔2020〕31号: what numbers of different issuers may have in common; null where there is none. */
export function serialOf(number: string): string | null {
  return /〔\d{4}〕\d+号$/.exec(number)?.[0] ?? null;
}

/** 曲财农〔2020〕31号, or 《…》 of one without a number. */
export function documentLabel(one: { readonly number: string; readonly title: string }): string {
  return one.number === "" ? `《${one.title}》` : one.number;
}

const clauseLines = z
  .string()
  .default("")
  .transform((text, context): readonly Clause[] => {
    const clauses = linesOf(text).flatMap(([clause = "", ...rest], at) => {
      const summary = rest.join(" ");
      if (summary !== "" && clause.length <= 30 && summary.length <= 300)
        return [{ clause, summary }];
      context.addIssue({
        code: "custom",
        message: `条款第 ${at + 1} 行请写成“条款 空格 概述”，条款不超过 30 字，概述不超过 300 字`,
      });
      return [];
    });
    if (new Set(clauses.map(({ clause }) => clause)).size < clauses.length) {
      context.addIssue({ code: "custom", message: "同一条款写了两行，请合并" });
    }
    return clauses;
  });

const deadlineLines = z
  .string()
  .default("")
  .transform((text, context): readonly Deadline[] =>
    linesOf(text).flatMap(([clause = "", matter = "", date = "", ...rest], at) => {
      const dueOn = parseWrittenDate(date);
      if (dueOn !== null && clause.length <= 30 && matter.length <= 60) {
        return [{ clause, matter, dueOn, summary: rest.join(" ").slice(0, 200) }];
      }
      context.addIssue({
        code: "custom",
        message: `期限第 ${at + 1} 行请写成“条款 事项 日期 说明”，用空格隔开，日期如 2022-07-20`,
      });
      return [];
    }),
  );

/** What an officer types of a document. */
export const documentForm = z.object({
  issuer: requiredText("发文单位", 120),
  number: z
    .string()
    .default("")
    .transform(documentNumber)
    .pipe(z.string().max(60, "文号不超过 60 个字")),
  issuedOn: orNull(writtenDay("发文日期")),
  title: requiredText("标题", 120),
  regionCode: z.string().regex(/^\d{6}$/, "请选择适用地区"),
  note: optionalText("备注", 500),
  supersedesId: z.string().default(""),
  clauses: clauseLines,
  deadlines: deadlineLines,
});
/** Why something entered wrongly goes out of use. */
export const voidForm = z.object({ reason: requiredText("作废原因", 300) });

export type DocumentFacts = z.infer<typeof documentForm>;

/** As the form shows them again. */
export function clauseText(clauses: readonly Clause[]): string {
  return clauses.map(({ clause, summary }) => `${clause} ${summary}`).join("\n");
}

export function deadlineText(deadlines: readonly Deadline[]): string {
  return deadlines
    .map(({ clause, matter, dueOn, summary }) => `${clause} ${matter} ${dueOn} ${summary}`.trim())
    .join("\n");
}

function linesOf(text: string): readonly (readonly string[])[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(0, MOST_LINES)
    .map((line) => line.split(/[\s|｜]+/));
}
