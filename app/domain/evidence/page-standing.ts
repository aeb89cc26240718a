import {
  isUnchanged,
  rowsOfPage,
  type PresentLine,
  type PrintedRow,
  type Printing,
  type ScanState,
} from "./scan-page";

/** A page out of a scan, as it is kept. */
export interface ReceivedPage {
  readonly id: string;
  readonly state: ScanState;
  /** A printing of this roster, once the page has its place. */
  readonly printId: string | null;
  readonly pageNo: number | null;
  readonly isSetAside: boolean;
  /** Somebody has decided over its cells. */
  readonly isDecided: boolean;
}

/** What comes of a page today. The same page stands otherwise tomorrow when a line is changed. */
export type PageStanding =
  | { readonly kind: "placed" }
  | { readonly kind: "placedOlderPrint"; readonly printNo: number }
  | {
      readonly kind: "outdatedPrint";
      readonly printNo: number;
      /** Rows changed or removed after the printing: they must be signed again. */
      readonly changed: readonly PrintedRow[];
    }
  | { readonly kind: "duplicate"; readonly firstId: string }
  | { readonly kind: Exclude<ScanState, "read" | "byHand"> }
  | { readonly kind: "setAside" };

export type StandingKind = PageStanding["kind"];

export const STANDING_LABELS: Readonly<Record<StandingKind, string>> = {
  placed: "已对应",
  placedOlderPrint: "已对应（较早打印）",
  outdatedPrint: "打印后名册有变动",
  duplicate: "重复的页",
  otherRoster: "别的班的页",
  unknownPrint: "查不到这次打印",
  noCode: "没有认出页码",
  noMarks: "四角定位标记不全",
  unreadable: "无法读取",
  setAside: "不采用",
};

/** Whether people are taken from the page. */
export function isUsable(standing: PageStanding): boolean {
  return (
    standing.kind === "placed" ||
    standing.kind === "placedOlderPrint" ||
    standing.kind === "outdatedPrint"
  );
}

/** Whether an officer may say by hand which page it is. */
export function canBePlacedByHand(standing: PageStanding): boolean {
  return standing.kind === "noCode" || standing.kind === "noMarks";
}

/**
 * The standing of every page of one roster. `pages` in the order they arrived: of two scans of one
 * page the one that was decided stands, else the first, and the other is a duplicate.
 */
export function standingsOf(
  pages: readonly ReceivedPage[],
  prints: readonly Printing[],
  lines: ReadonlyMap<string, PresentLine>,
): ReadonlyMap<string, PageStanding> {
  const byId = new Map(prints.map((print) => [print.id, print]));
  const newest = Math.max(0, ...prints.map(({ printNo }) => printNo));
  const first = firstOfEach(pages);
  return new Map(
    pages.map((page): [string, PageStanding] => {
      if (page.isSetAside) return [page.id, { kind: "setAside" }];
      if (page.state !== "read" && page.state !== "byHand") return [page.id, { kind: page.state }];
      const print = byId.get(page.printId ?? "");
      if (print === undefined || page.pageNo === null) return [page.id, { kind: "unknownPrint" }];
      const firstId = first.get(placeOf(page));
      if (firstId !== undefined && firstId !== page.id) {
        return [page.id, { kind: "duplicate", firstId }];
      }
      return [page.id, standingOfPlaced(print, page.pageNo, newest, lines)];
    }),
  );
}

function standingOfPlaced(
  print: Printing,
  pageNo: number,
  newest: number,
  lines: ReadonlyMap<string, PresentLine>,
): PageStanding {
  const { printNo } = print;
  const rows = rowsOfPage(print, pageNo);
  if (rows.length === 0) return { kind: "unknownPrint" };
  const changed = rows.filter((row) => !isUnchanged(row, lines));
  if (changed.length > 0) return { kind: "outdatedPrint", printNo, changed };
  return printNo === newest ? { kind: "placed" } : { kind: "placedOlderPrint", printNo };
}

/** Which scan of a page of a printing stands for it. */
function firstOfEach(pages: readonly ReceivedPage[]): ReadonlyMap<string, string> {
  const inPlace = pages.filter(
    ({ state, isSetAside }) => !isSetAside && (state === "read" || state === "byHand"),
  );
  const found = new Map<string, string>();
  const decidedFirst = [
    ...inPlace.filter(({ isDecided }) => isDecided),
    ...inPlace.filter(({ isDecided }) => !isDecided),
  ];
  for (const page of decidedFirst) {
    if (!found.has(placeOf(page))) found.set(placeOf(page), page.id);
  }
  return found;
}

function placeOf({ printId, pageNo }: ReceivedPage): string {
  return `${printId}/${pageNo}`;
}
