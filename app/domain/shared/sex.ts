export type Sex = "MALE" | "FEMALE";

export const SEX_LABELS: Readonly<Record<Sex, string>> = { MALE: "男", FEMALE: "女" };

/** 男, 女, 男性, 女性 (blanks ignored), or null for anything else. */
export function parseSex(text: string): Sex | null {
  const plain = text.trim();
  if (plain === "男" || plain === "男性") return "MALE";
  return plain === "女" || plain === "女性" ? "FEMALE" : null;
}
