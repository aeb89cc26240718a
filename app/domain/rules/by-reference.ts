import type { Citation } from "./rule";

/**
 * Said where a document was written for elsewhere and we go by it as a reference (楚雄 going by a notice of 曲靖's);
 * null where it binds, or the rule is our own.
 */
export function byReference({ area }: Pick<Citation, "area">, countyCode: string): string | null {
  if (area === null || area.prefixes.some((prefix) => countyCode.startsWith(prefix))) return null;
  return `参照执行，原文适用于${area.name}`;
}
