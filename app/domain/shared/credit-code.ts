/** A unified social credit code (统一社会信用代码, GB 32100-2015) whose shape and check character are right. */
declare const creditCodeBrand: unique symbol;
export type CreditCode = string & { readonly [creditCodeBrand]: true };

export type CreditCodeFault = "shape" | "check-character";

export const CREDIT_CODE_FAULTS: Readonly<Record<CreditCodeFault, string>> = {
  shape: "统一社会信用代码应为 18 位数字和大写字母（不用 I、O、S、V、Z）",
  "check-character": "统一社会信用代码的末位校验码不符，请对照证照核对",
};

/** The 31 characters in the order of their values; I, O, S, V and Z are left out (GB 32100-2015, table 2). */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** What people type as the code it would be: half width, capitals, without blanks. */
export function writtenCreditCode(text: string): string {
  return text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
}

/** The first fault of the code, or null when it is sound. */
export function faultInCreditCode(code: string): CreditCodeFault | null {
  if (!SHAPE.test(code)) return "shape";
  return checkCharacterOf(code) === code.charAt(17) ? null : "check-character";
}

/** The text as a sound code, or null. */
export function toCreditCode(text: string): CreditCode | null {
  const code = writtenCreditCode(text);
  return faultInCreditCode(code) === null ? (code as CreditCode) : null;
}

/** The character that the first 17 ask for: weights 3^(i-1) mod 31 (GB 32100-2015, 5.2). */
function checkCharacterOf(code: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}
