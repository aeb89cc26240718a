/** Why a file was not read. The route shows `message`; tests and statistics use `kind`. */
export type WorkbookRefusalKind =
  | "empty"
  | "not-a-workbook"
  | "html-as-xls"
  | "encrypted"
  | "unsupported"
  | "damaged"
  | "external-entities"
  | "zip-bomb"
  | "too-large"
  | "too-many-entries"
  | "too-many-rows"
  | "too-many-columns"
  | "too-many-merges"
  | "cell-too-long"
  | "unreadable-encoding"
  | "took-too-long";

/** Thrown by every reader of this folder; `message` is a Chinese sentence with cause and cure. */
export class WorkbookRefused extends Error {
  readonly kind: WorkbookRefusalKind;

  constructor(kind: WorkbookRefusalKind, message: string) {
    super(message);
    this.name = "WorkbookRefused";
    this.kind = kind;
  }
}

/** The file breaks off or contradicts itself; `where` names the place for the officer, in Chinese. */
export function damaged(where: string): WorkbookRefused {
  return new WorkbookRefused(
    "damaged",
    `文件已损坏，无法读取（${where}）。请用 Excel 或 WPS 打开原文件，另存为新的 .xlsx 文件后再导入；打不开时请向发件人重新索取。`,
  );
}
