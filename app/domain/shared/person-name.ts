import { halfWidth, looksLikeFormula, withoutApostrophes, withoutBlanks } from "./cell-text";

/** What was tidied up in a name; shown to the officer. */
export type NameRepair =
  "repairable-name-spaces" | "repairable-name-dot" | "repairable-name-quotes";

/** Either a name with its repairs, or one fault with the reason it is no name. */
export type NameCheck =
  | { readonly value: string; readonly repairs: readonly NameRepair[] }
  | { readonly value: null; readonly fault: "name-missing" }
  | { readonly value: null; readonly fault: "name-not-a-name"; readonly why: NotANameReason };

export type NotANameReason = "formula" | "characters" | "length" | "placeholder";

const PLAIN = /^[\u4e00-\u9fff]{2,4}$/;
/** Chinese characters (all extensions, 〇, private-use forms of old systems) joined by middle dots. */
const NAME =
  /^[\p{Script=Han}\p{Co}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+(?:·[\p{Script=Han}\p{Co}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+)*$/u;
const DOTS = /[•・．‧⋅∙﹒●･]|(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu;
const PLACEHOLDERS = new Set(["同上", "不详", "无名", "姓名", "待定", "空白"]);
const NOTHING = /^[-/\\—]*$/;
const NO_REPAIRS: readonly NameRepair[] = [];
const LONGEST = 30;

/**
 * Reads one cell as the name on a Chinese identity card: Chinese characters, minority names with a
 * middle dot. Anything else (formulas, digits, markup) stays where it is, as inert text.
 */
export function checkName(text: string): NameCheck {
  if (PLAIN.test(text) && !PLACEHOLDERS.has(text)) return { value: text, repairs: NO_REPAIRS };
  if (looksLikeFormula(text)) return { value: null, fault: "name-not-a-name", why: "formula" };
  const repairs: NameRepair[] = [];
  const value = clean(text, repairs);
  if (NOTHING.test(value)) return { value: null, fault: "name-missing" };
  const why = whyNotAName(value);
  return why === null ? { value, repairs } : { value: null, fault: "name-not-a-name", why };
}

/** A name in the one form that names are compared and stored in. */
export function plainName(text: string): string {
  return PLAIN.test(text) ? text : clean(text, []);
}

function whyNotAName(value: string): NotANameReason | null {
  if (!NAME.test(value)) return "characters";
  if (PLACEHOLDERS.has(value)) return "placeholder";
  const characters = [...value].length;
  return characters < 2 || characters > LONGEST ? "length" : null;
}

function clean(text: string, repairs: NameRepair[]): string {
  const closed = withoutBlanks(text);
  if (closed !== text) repairs.push("repairable-name-spaces");
  const bare = withoutApostrophes(closed);
  if (bare !== closed) repairs.push("repairable-name-quotes");
  const dotted = bare.replace(DOTS, "·");
  if (dotted !== bare) repairs.push("repairable-name-dot");
  return halfWidth(dotted);
}
