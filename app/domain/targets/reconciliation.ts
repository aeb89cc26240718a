/** 对账 (楚沪滇组发〔2020〕2号 二(六)、五(二)): a month's figure of the county beside its district's, signed by both. */
export type ReconciliationState = "open" | "locked";

export const RECONCILIATION_STATE_LABELS: Readonly<Record<ReconciliationState, string>> = {
  open: "未锁定",
  locked: "已锁定",
};

export type ReconciliationSide = "county" | "district";

export const SIDE_LABELS: Readonly<Record<ReconciliationSide, string>> = {
  county: "县方",
  district: "区方",
};

/** Whether the district gave a number, or named the people. */
export type FigureKind = "typed" | "list";

/** Who has the person: one side only, or both. */
export type LineSide = "COUNTY" | "DISTRICT" | "BOTH";

/** What a signature depends on. */
export interface ReconciliationStanding {
  readonly state: ReconciliationState;
  /** Persons; null while not drawn up. */
  readonly countyFigure: number | null;
  readonly districtFigure: number | null;
  readonly districtFigureKind: FigureKind | null;
  /** One for the whole month, where the district gave no list. */
  readonly explanation: string;
  /** Persons of one side only whom nobody has explained. */
  readonly openLines: number;
  readonly countySignedBy: string | null;
  readonly districtSignedBy: string | null;
}

export type SigningObstacle =
  | { readonly kind: "countyFigureMissing" }
  | { readonly kind: "districtFigureMissing" }
  | { readonly kind: "linesUnexplained"; readonly lines: number }
  | { readonly kind: "differenceUnexplained"; readonly difference: number };

/**
 * What must come before any signature. With two lists every person of one side only has his explanation, also when
 * the numbers happen to be equal; with a number alone, a difference of the numbers has its one explanation.
 */
export function signingObstacle(one: ReconciliationStanding): SigningObstacle | null {
  if (one.countyFigure === null) return { kind: "countyFigureMissing" };
  if (one.districtFigure === null) return { kind: "districtFigureMissing" };
  if (one.districtFigureKind === "list") {
    return one.openLines > 0 ? { kind: "linesUnexplained", lines: one.openLines } : null;
  }
  const difference = one.countyFigure - one.districtFigure;
  if (difference === 0 || one.explanation.trim() !== "") return null;
  return { kind: "differenceUnexplained", difference };
}

export type SignatureRefusal =
  | SigningObstacle
  | { readonly kind: "locked" }
  | { readonly kind: "alreadySigned" }
  | { readonly kind: "samePerson" }
  | { readonly kind: "ownList" };

/**
 * Why this person cannot sign for this side now. Nobody signs for both, and for the county nobody signs the list that
 * he drew up himself (`drawnBy`: who did it last).
 */
export function signatureRefusal(
  one: ReconciliationStanding,
  side: ReconciliationSide,
  who: { readonly userId: string; readonly drawnBy: string | null },
): SignatureRefusal | null {
  if (one.state === "locked") return { kind: "locked" };
  const isCounty = side === "county";
  if ((isCounty ? one.countySignedBy : one.districtSignedBy) !== null) {
    return { kind: "alreadySigned" };
  }
  if ((isCounty ? one.districtSignedBy : one.countySignedBy) === who.userId) {
    return { kind: "samePerson" };
  }
  if (isCounty && who.drawnBy === who.userId) return { kind: "ownList" };
  return signingObstacle(one);
}

/** What the month waits for; both sides may explain, each signs for itself. */
export type ReconciliationTurn =
  "drawList" | "enterFigure" | "explain" | "signCounty" | "signDistrict";

export const TURN_LABELS: Readonly<Record<ReconciliationTurn, string>> = {
  drawList: "待县方取数",
  enterFigure: "待区方填报",
  explain: "待说明差异",
  signCounty: "待县方签字",
  signDistrict: "待区方签字",
};

/** Nothing for a locked month. */
export function turnsOf(one: ReconciliationStanding): readonly ReconciliationTurn[] {
  if (one.state === "locked") return [];
  const obstacle = signingObstacle(one);
  switch (obstacle?.kind) {
    case "countyFigureMissing":
      return ["drawList"];
    case "districtFigureMissing":
      return ["enterFigure"];
    case "linesUnexplained":
    case "differenceUnexplained":
      return ["explain"];
    case undefined: {
      const turns: ReconciliationTurn[] = [];
      if (one.countySignedBy === null) turns.push("signCounty");
      if (one.districtSignedBy === null) turns.push("signDistrict");
      return turns;
    }
  }
}
