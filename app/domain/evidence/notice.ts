import { z } from "zod";
import { CONSENT_PURPOSES, type ConsentPurpose } from "~/domain/evidence/consent";
import { writtenDay } from "~/domain/shared/form-fields";

export interface NoticeSection {
  readonly heading: string;
  readonly text: string;
}

/** What people are told before they agree; an issued version never changes. */
export interface NoticeText {
  readonly purpose: ConsentPurpose;
  readonly version: number;
  readonly title: string;
  readonly sections: readonly NoticeSection[];
}

/** The seven things a notice says, in this order. */
export const NOTICE_HEADINGS = [
  "我们是谁",
  "为什么收集",
  "收集哪些",
  "给谁看",
  "保存多久",
  "您的权利",
  "不同意会怎样",
] as const;

/** The area of a notice that holds wherever nobody nearer has issued one. */
export const WHOLE_COUNTRY = "000000";

/** The areas whose notices may hold in a county, the nearest first. */
export function noticeAreas(countyCode: string): readonly string[] {
  const areas = [countyCode, `${countyCode.slice(0, 4)}00`, `${countyCode.slice(0, 2)}0000`];
  return [...new Set([...areas, WHOLE_COUNTRY])];
}

interface DatedNotice {
  readonly regionCode: string;
  readonly purpose: ConsentPurpose;
  readonly version: number;
  /** `YYYY-MM-DD`, the first day it holds. */
  readonly inForceFrom: string;
}

/** The notice for a county on a day: of the nearest area that has one in force, the latest version. */
export function noticeInForce<T extends DatedNotice>(
  notices: readonly T[],
  purpose: ConsentPurpose,
  countyCode: string,
  on: string,
): T | null {
  const begun = notices.filter((one) => one.purpose === purpose && one.inForceFrom <= on);
  for (const area of noticeAreas(countyCode)) {
    const own = begun.filter(({ regionCode }) => regionCode === area);
    if (own.length > 0) return own.reduce((a, b) => (b.version > a.version ? b : a));
  }
  return null;
}

/** The whole text in one piece: what is read aloud, and what a digest is taken of. */
export function plainNotice({ title, sections }: Omit<NoticeText, "purpose" | "version">): string {
  return [title, ...sections.map(({ heading, text }) => `${heading}\n${text}`)].join("\n\n");
}

const sectionText = z
  .string()
  .trim()
  .min(10, "请写清楚，不少于 10 个字")
  .max(600, "不超过 600 个字");

/** A next version as a prefecture types it; `texts` in the order of NOTICE_HEADINGS. */
export const noticeForm = z.object({
  purpose: z.enum(CONSENT_PURPOSES, "请选择告知的事项"),
  regionCode: z.string().regex(/^\d{6}$/, "请选择适用地区"),
  title: z.string().trim().min(4, "请填写标题").max(60, "标题不超过 60 个字"),
  inForceFrom: writtenDay("施行日期"),
  texts: z.array(sectionText).length(NOTICE_HEADINGS.length),
});

export type NoticeForm = z.infer<typeof noticeForm>;

export function sectionsOf(texts: readonly string[]): readonly NoticeSection[] {
  return NOTICE_HEADINGS.map((heading, index) => ({ heading, text: texts[index] ?? "" }));
}
