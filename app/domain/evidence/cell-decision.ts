import { z } from "zod";
import type { InkElement } from "./line-proofs";

/** What the reading proposes for a cell; a person decides. */
export type CellProposal = "present" | "blank" | "doubtful";

export type CellDecision = "present" | "missing";

export const CELL_PROPOSAL_LABELS: Readonly<Record<CellProposal, string>> = {
  present: "有",
  blank: "缺",
  doubtful: "看不准",
};

export const CELL_DECISION_LABELS: Readonly<Record<CellDecision, string>> = {
  present: "有",
  missing: "缺",
};

export const INK_ELEMENTS: readonly InkElement[] = ["SIGNATURE", "FINGERPRINT"];

/** What confirming a proposal decides; null for what a person has to look at. */
export function decisionOf(proposal: CellProposal): CellDecision | null {
  switch (proposal) {
    case "present":
      return "present";
    case "blank":
      return "missing";
    case "doubtful":
      return null;
  }
}

/** One cell as it is decided. */
export interface DecidedCell {
  readonly lineId: string;
  readonly element: InkElement;
  readonly decision: CellDecision;
}

/** Cells that nobody has decided and the reading is sure about, with what it proposes. */
export function clearCells(
  cells: readonly {
    readonly lineId: string;
    readonly element: InkElement;
    readonly proposed: CellProposal;
    readonly decision: CellDecision | null;
  }[],
): readonly DecidedCell[] {
  return cells.flatMap(({ lineId, element, proposed, decision: stood }) => {
    const decision = stood === null ? decisionOf(proposed) : null;
    return decision === null ? [] : [{ lineId, element, decision }];
  });
}

/** Another decision, another hand, or a proof taken anew where the former does not stand any more. */
export function isNews(
  cell: { readonly decision: CellDecision | null; readonly isProven: boolean },
  decision: CellDecision,
  proxy: ProxyNote | null,
): boolean {
  const isLost = decision === "present" && !cell.isProven;
  return decision !== cell.decision || proxy !== null || isLost;
}

const text = (max: number) => z.string().trim().max(max);

/** Somebody signed for the trainee: who, how related, why, and who saw it. */
export const proxyForm = z.object({
  name: text(50).min(1, "请写明代签人姓名"),
  relation: text(50).min(1, "请写明代签人与本人的关系"),
  reason: text(200).min(1, "请写明代签的原因"),
  witness: text(50).min(1, "请写明见证人姓名"),
});

export type ProxyNote = z.infer<typeof proxyForm>;
