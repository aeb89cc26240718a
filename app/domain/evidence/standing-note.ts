import type { PageStanding } from "./page-standing";

/** What a note on a page is made of. */
export interface NoteFacts {
  readonly standing: PageStanding;
  /** Which page of which printing it is, e.g. 第 3 页（21–30 号）; null while it has no place. */
  readonly place: string | null;
  /** The code as read, or why nothing was read. */
  readonly problem: string;
  readonly setAsideReason: string | null;
  /** What a foreign page was printed for; null outside the reader's counties. */
  readonly otherRoster: string | null;
  readonly nameOf: (lineId: string) => string;
}

/** What the officer has to know about a page, and what to do with it. */
export function standingNote(facts: NoteFacts): string {
  const { standing, problem } = facts;
  switch (standing.kind) {
    case "placed":
      return facts.place ?? "";
    case "placedOlderPrint":
      return `${facts.place ?? ""}，第 ${standing.printNo} 次打印的页；本页各人之后没有变动，可以采用`;
    case "outdatedPrint": {
      const names = standing.changed.map(({ lineId }) => facts.nameOf(lineId)).join("、");
      return `${facts.place ?? ""}，第 ${standing.printNo} 次打印之后 ${names} 的内容有变动或已移除，须重新打印签字；其余各人可以采用`;
    }
    case "duplicate":
      return `${facts.place ?? ""} 已有另一份扫描件；可用这一份替代，或不采用这一份`;
    case "otherRoster":
      return facts.otherRoster === null
        ? `这是他县的页（页码 ${problem}），请退还所属的县`
        : `这是 ${facts.otherRoster} 的页（页码 ${problem}），请到它的名册（工资表）上传`;
    case "unknownPrint":
      return `系统没有打印过页码为 ${problem} 的页，请核对原件`;
    case "noCode":
      return "没有找到二维码。可照纸上的页码人工对应，或重新扫描";
    case "noMarks":
      return `认出页码 ${problem}，但四角定位标记不全，不能裁切。可人工对应后逐行确认，或重新扫描`;
    case "unreadable":
      return problem;
    case "setAside":
      return facts.setAsideReason ?? "";
  }
}
