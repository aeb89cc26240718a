import { isUsable, type PageStanding, type ReceivedPage } from "./page-standing";
import {
  isUnchanged,
  pageName,
  rowsOfPage,
  type PresentLine,
  type PrintedRow,
  type Printing,
} from "./scan-page";

/** One page of the newest printing against what has come back. */
export interface ExpectedPage {
  readonly pageNo: number;
  /** 第 3 页（21–30 号）. */
  readonly name: string;
  /** The scan that stands for it; null when none has come. */
  readonly pageId: string | null;
  /** People of this page who are on no usable scan, in the order of the paper. */
  readonly uncovered: readonly PrintedRow[];
  /** `byOlder`: the page itself has not come, but all its people signed on pages of earlier printings. */
  readonly state: "received" | "byOlder" | "missing";
}

/** What of the newest printing is there and what is missing; nothing before the first printing. */
export function expectedPages(
  prints: readonly Printing[],
  pages: readonly ReceivedPage[],
  standings: ReadonlyMap<string, PageStanding>,
  lines: ReadonlyMap<string, PresentLine>,
): readonly ExpectedPage[] {
  const newest = newestOf(prints);
  if (newest === null) return [];
  const usable = pages.filter(({ id }) => {
    const standing = standings.get(id);
    return standing !== undefined && isUsable(standing);
  });
  const covered = new Set(usable.flatMap((page) => signedOn(page, prints, lines)));
  return Array.from({ length: newest.pageCount }, (_, index): ExpectedPage => {
    const pageNo = index + 1;
    const rows = rowsOfPage(newest, pageNo);
    const own = usable.find((page) => page.printId === newest.id && page.pageNo === pageNo);
    const uncovered = rows.filter(
      ({ lineId }) => lines.get(lineId)?.isRemoved === false && !covered.has(lineId),
    );
    const state = own ? "received" : uncovered.length === 0 ? "byOlder" : "missing";
    return { pageNo, name: pageName(pageNo, rows), pageId: own?.id ?? null, uncovered, state };
  });
}

/** The printing the county now collects; null before the first. */
export function newestOf<T extends Pick<Printing, "printNo">>(prints: readonly T[]): T | null {
  return prints.reduce<T | null>(
    (newest, print) => (newest === null || print.printNo > newest.printNo ? print : newest),
    null,
  );
}

/** The lines of a scan whose ink holds for them as they are today. */
function signedOn(
  page: ReceivedPage,
  prints: readonly Printing[],
  lines: ReadonlyMap<string, PresentLine>,
): readonly string[] {
  const print = prints.find(({ id }) => id === page.printId);
  if (print === undefined || page.pageNo === null) return [];
  return rowsOfPage(print, page.pageNo)
    .filter((row) => isUnchanged(row, lines))
    .map(({ lineId }) => lineId);
}
