import { receiptStatement, shownWage, type WageFacts } from "../posts/wage-receipt";
import { plainNotice, type NoticeSection } from "./notice";

/** A line of a class's roster as its person reads it before signing; numbers masked. */
export interface TrainingFacts {
  readonly kind: "TRAINING";
  readonly name: string;
  readonly sex: string;
  readonly idMasked: string;
  readonly phoneMasked: string;
  readonly className: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly countyName: string;
}

export type SignedFacts = TrainingFacts | WageFacts;

/** A text that was read before signing; `id` and `version` name its wording for good. */
export interface ToldText {
  readonly id: string;
  readonly purpose: string;
  readonly version: number;
  readonly title: string;
  readonly sections: readonly NoticeSection[];
}

/** What a signature on a screen says. */
export function signedStatement(facts: SignedFacts): string {
  switch (facts.kind) {
    case "TRAINING":
      return "我本人参加了上述培训，以上信息属实，由我本人签名确认。";
    case "WAGES":
      return receiptStatement(facts);
  }
}

/** How the trail names somebody who signs by a link and has no account: 杨木犀（学员）. */
export function signerName({ kind, name }: Pick<SignedFacts, "kind" | "name">): string {
  return `${name}（${kind === "TRAINING" ? "学员" : "领款人"}）`;
}

/** The facts as they are shown, label and value, in this order. */
export function shownFacts(
  facts: SignedFacts,
): readonly (readonly [label: string, value: string])[] {
  switch (facts.kind) {
    case "TRAINING":
      return [
        ["姓名", facts.name],
        ["性别", facts.sex],
        ["身份证号", facts.idMasked],
        ["联系电话", facts.phoneMasked === "" ? "未登记" : facts.phoneMasked],
        ["培训班", facts.className],
        ["培训时间", `${facts.startsOn} 至 ${facts.endsOn}`],
        ["组织单位", `${facts.countyName}人力资源和社会保障局`],
      ];
    case "WAGES":
      return shownWage(facts);
  }
}

/** The exact text that was before the person: its digest is kept with the signature. */
export function signedDocument(facts: SignedFacts, notices: readonly ToldText[]): string {
  const told = notices.map(
    (notice) => `${notice.purpose} 第 ${notice.version} 版 ${notice.id}\n${plainNotice(notice)}`,
  );
  const lines = shownFacts(facts).map(([label, value]) => `${label}：${value}`);
  return [...told, lines.join("\n"), signedStatement(facts)].join("\n\n");
}
