/** How the chain is broken at its first broken place. */
export type BreakKind = "altered" | "missing" | "order" | "truncated" | "rewritten";

export const BREAK_LABELS: Readonly<Record<BreakKind, string>> = {
  altered: "改动：内容与指纹不符",
  missing: "缺失：序号中断，有记录被删除",
  order: "次序：与前一条接不上，记录被调换或抽走",
  truncated: "截尾：末尾的记录被删除",
  rewritten: "改写：与留存的指纹不符，之前的记录被整体重写",
};

/** The last event at a moment, kept outside the database: on paper, with the prefecture or the auditor. */
export interface Anchor {
  readonly seq: number;
  /** Hexadecimal SHA-256. */
  readonly hash: string;
}

export type Verdict =
  | { readonly kind: "intact"; readonly count: number; readonly last: Anchor }
  | { readonly kind: "broken"; readonly seq: number; readonly how: BreakKind };

/** A stored event with what the chain says of it; hashes in hexadecimal. */
export interface ChainLink {
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
  /** SHA-256 over the stored previous hash and the text of the event, worked out anew. */
  readonly recomputed: string;
}

/** Hash before the first event. */
export const CHAIN_START: Anchor = { seq: 0, hash: "0".repeat(64) };

/** Whether the link follows on the last one and its content is what was hashed; null when all is well. */
export function breakAt(link: ChainLink, last: Anchor): Verdict | null {
  const expected = last.seq + 1;
  if (link.seq !== expected) return { kind: "broken", seq: expected, how: "missing" };
  if (link.recomputed !== link.hash) return { kind: "broken", seq: link.seq, how: "altered" };
  if (link.previousHash === last.hash) return null;
  return { kind: "broken", seq: link.seq, how: "order" };
}

/** At the end: the head as the database keeps it, and the anchor if one is at hand. */
export function breakAtEnd(last: Anchor, head: Anchor, anchor: Anchor | null): Verdict | null {
  if (head.seq !== last.seq || head.hash !== last.hash) {
    const how = head.seq > last.seq ? "truncated" : "altered";
    return {
      kind: "broken",
      seq: Math.min(head.seq, last.seq) + (how === "truncated" ? 1 : 0),
      how,
    };
  }
  const isShorter = anchor !== null && anchor.seq > last.seq;
  return isShorter ? { kind: "broken", seq: last.seq + 1, how: "truncated" } : null;
}
