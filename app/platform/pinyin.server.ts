import { pinyin } from "pinyin-pro";

const LETTER = /^[a-z]$/;
/** Names of one file repeat their parts; the dictionary look-up is what costs. */
const MOST_KEPT = 50_000;
const heads = new Map<string, string>();
const tails = new Map<string, string>();

/**
 * The first letters of a name's syllables, lower case: 普开翠 → pkc. The first two characters are
 * read together, as a surname may be two characters long or have a sound of its own (单 shan, 尉迟);
 * the rest are read one by one. Dots and signs without a sound are left out.
 */
export function pinyinInitials(name: string): string {
  const characters = [...name.replace(/[·•\s]/g, "")];
  let initials = remembered(heads, characters.slice(0, 2).join(""));
  for (const character of characters.slice(2)) initials += remembered(tails, character);
  return initials;
}

function remembered(memory: Map<string, string>, text: string): string {
  const known = memory.get(text);
  if (known !== undefined) return known;
  if (memory.size >= MOST_KEPT) memory.clear();
  const surname = memory === heads ? "head" : "off";
  const read = pinyin(text, {
    pattern: "first",
    toneType: "none",
    type: "array",
    nonZh: "removed",
    surname,
  });
  const initials = read.filter((letter) => LETTER.test(letter)).join("");
  memory.set(text, initials);
  return initials;
}
