/** Where somebody works as seen from home (曲财农〔2020〕31号 四(三)1; 楚沪滇组发〔2020〕2号 二(二)3). */
export type Destination = "LOCAL" | "IN_PROVINCE" | "ELSEWHERE" | "SHANGHAI";

export const DESTINATION_LABELS: Readonly<Record<Destination, string>> = {
  LOCAL: "就地就近（县内）",
  IN_PROVINCE: "省内县外",
  ELSEWHERE: "省外异地",
  SHANGHAI: "来沪就业",
};

export const DESTINATIONS = Object.keys(DESTINATION_LABELS) as readonly Destination[];

const SHANGHAI = "31";

/**
 * The destination from the two division codes (GB/T 2260, six digits or more), never typed. A workplace known only
 * by its province or prefecture is outside the county. The database's `destination_of` says the same; a test holds
 * them equal.
 */
export function destinationOf(homeCounty: string, workplace: string): Destination {
  if (workplace.startsWith(SHANGHAI)) return "SHANGHAI";
  if (workplace.slice(0, 6) === homeCounty.slice(0, 6)) return "LOCAL";
  return workplace.slice(0, 2) === homeCounty.slice(0, 2) ? "IN_PROVINCE" : "ELSEWHERE";
}
