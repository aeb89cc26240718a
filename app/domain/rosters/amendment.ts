import { asTypedNumber, withNumbersMasked } from "~/domain/people/typed-number";
import { maskIdCardNumber, maskPhone } from "~/domain/shared/masking";
import { checkName } from "~/domain/shared/person-name";
import { checkPhone } from "~/domain/shared/phone-number";
import { COMPLETION_LABELS } from "~/domain/training/completion";

/** What of a sealed line turned out wrong, or changed. */
export type AmendmentSubject =
  "NAME" | "ID_NUMBER" | "PHONE" | "ADDRESS" | "RESULT" | "CERTIFICATE" | "OTHER";

export const AMENDMENT_SUBJECT_LABELS: Readonly<Record<AmendmentSubject, string>> = {
  NAME: "姓名",
  ID_NUMBER: "身份证号",
  PHONE: "联系电话",
  ADDRESS: "住址",
  RESULT: "结业结果",
  CERTIFICATE: "证书",
  OTHER: "其他",
};

/** Proposed by one, decided by another. */
export type AmendmentState = "proposed" | "approved" | "refused";

export const AMENDMENT_STATE_LABELS: Readonly<Record<AmendmentState, string>> = {
  proposed: "待审核",
  approved: "已同意",
  refused: "不同意",
};

export function toAmendmentSubject(text: string): AmendmentSubject | null {
  const subjects = Object.keys(AMENDMENT_SUBJECT_LABELS) as AmendmentSubject[];
  return subjects.find((one) => one === text) ?? null;
}

const LONGEST = 200;

/** The typed value as it is kept, or in Chinese why it is none; held to the rules of the intake. */
export function readAmended(
  subject: AmendmentSubject,
  typed: string,
): { readonly value: string } | { readonly fault: string } {
  const text = typed.trim();
  if (text === "") return { fault: "请填写更正后的内容" };
  if (text.length > LONGEST) return { fault: `不超过 ${LONGEST} 个字` };
  switch (subject) {
    case "NAME": {
      const name = checkName(text);
      return name.value === null ? { fault: "姓名有误，请照身份证填写" } : { value: name.value };
    }
    case "ID_NUMBER": {
      const number = asTypedNumber(text);
      return number === null ? { fault: "身份证号有误，请照身份证逐位核对" } : { value: number };
    }
    case "PHONE": {
      const phone = checkPhone(text, "text");
      return phone.value === null
        ? { fault: "电话应为 11 位手机号，或带区号的座机号" }
        : { value: phone.value };
    }
    case "RESULT": {
      const results = Object.values(COMPLETION_LABELS);
      return results.includes(text)
        ? { value: text }
        : { fault: `请填写${results.join("、")}之一` };
    }
    case "ADDRESS":
    case "CERTIFICATE":
    case "OTHER":
      return { value: text };
  }
}

/** The value as a screen may show it. */
export function shownAmended(subject: AmendmentSubject, value: string): string {
  switch (subject) {
    case "ID_NUMBER":
      return maskIdCardNumber(value);
    case "PHONE":
      return maskPhone(value);
    case "NAME":
    case "ADDRESS":
    case "RESULT":
      return value;
    case "CERTIFICATE":
    case "OTHER":
      return withNumbersMasked(value);
  }
}
