import { plainNotice, type NoticeText } from "~/domain/evidence/notice";

/** A line of a roster as its person reads it before signing; numbers masked. */
export interface SignedFacts {
  readonly name: string;
  readonly sex: string;
  readonly idMasked: string;
  readonly phoneMasked: string;
  readonly className: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly countyName: string;
}

/** What a signature on a screen says. */
export const SIGNED_STATEMENT = "我本人参加了上述培训，以上信息属实，由我本人签名确认。";

/** The facts as they are shown, label and value, in this order. */
export function shownFacts(
  facts: SignedFacts,
): readonly (readonly [label: string, value: string])[] {
  return [
    ["姓名", facts.name],
    ["性别", facts.sex],
    ["身份证号", facts.idMasked],
    ["联系电话", facts.phoneMasked === "" ? "未登记" : facts.phoneMasked],
    ["培训班", facts.className],
    ["培训时间", `${facts.startsOn} 至 ${facts.endsOn}`],
    ["组织单位", `${facts.countyName}人力资源和社会保障局`],
  ];
}

/** The exact text that was before the person: its digest is kept with the signature. */
export function signedDocument(
  facts: SignedFacts,
  notices: readonly (NoticeText & { readonly id: string })[],
): string {
  const told = notices.map(
    (notice) => `${notice.purpose} 第 ${notice.version} 版 ${notice.id}\n${plainNotice(notice)}`,
  );
  const lines = shownFacts(facts).map(([label, value]) => `${label}：${value}`);
  return [...told, lines.join("\n"), SIGNED_STATEMENT].join("\n\n");
}
