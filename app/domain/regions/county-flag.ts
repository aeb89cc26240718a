/** 挂牌督战, 受疫情影响较大, 国家乡村振兴重点帮扶县: true only between its dates. */
export const COUNTY_FLAG_LABELS = {
  LISTED_SUPERVISION: "挂牌督战",
  COVID_AFFECTED: "受疫情影响较大",
  KEY_COUNTY: "国家乡村振兴重点帮扶县",
} as const;

export type CountyFlagKind = keyof typeof COUNTY_FLAG_LABELS;

/** Text from a form or a table as a kind of flag, or null. */
export function toCountyFlag(text: string): CountyFlagKind | null {
  return text in COUNTY_FLAG_LABELS ? (text as CountyFlagKind) : null;
}
