/** imported → signedOff (another person), or refused; withdrawn before or after. */
export type PackState = "imported" | "signedOff" | "refused" | "withdrawn";

export const PACK_STATE_LABELS: Readonly<Record<PackState, string>> = {
  imported: "待签发",
  signedOff: "执行中",
  refused: "不予签发",
  withdrawn: "已撤回",
};

/** Text of a row as a state; throws a RangeError on what the database would not hold. */
export function toPackState(text: string): PackState {
  if (text === "imported" || text === "signedOff" || text === "refused" || text === "withdrawn") {
    return text;
  }
  throw new RangeError(`not a state of a rule pack: ${text}`);
}
