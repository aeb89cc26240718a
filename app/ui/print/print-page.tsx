import type { ReactNode } from "react";
import { PrintButton } from "./print-button";
import { PrintSheet } from "./print-sheet";
import type { PrintColumn } from "./print-sheet";

export interface PrintPageProps<Row> {
  readonly title: string;
  /** Under the title on every sheet: class, dates, place. */
  readonly subtitle?: ReactNode;
  readonly columns: readonly PrintColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Ten rows of 13 mm fill an A4 sheet laid across, so row 4 of sheet 2 is always in the same place. */
  readonly rowsPerSheet?: number;
  /** Rows are of any height and the browser breaks them into pages: how many there are is not known. */
  readonly flows?: boolean;
  /** Top right of every sheet: code, version, sheet number, QR picture. */
  readonly sheetMark: (sheet: number, sheets: number) => ReactNode;
  /** Foot of every sheet: lines for supervisors to sign, printed by, printed at. */
  readonly sheetFoot?: (sheet: number) => ReactNode;
  /** Sums of these rows by column, under each sheet and under the last for all of them. */
  readonly sums?: (rows: readonly Row[]) => Readonly<Record<string, string>> | null;
  /** What is counted in the last line; 人 unless told. */
  readonly unit?: string;
  readonly orientation?: "landscape" | "portrait";
}

/** A paper form: one table per sheet, so each sheet stands alone when it is scanned back. */
export function PrintPage<Row>(props: PrintPageProps<Row>) {
  const sheets = inSheets(props.rows, props.rowsPerSheet ?? 10);
  const width = props.orientation === "portrait" ? "w-[186mm]" : "w-[277mm]";
  return (
    <div className="print:text-black">
      <div className="mb-3 flex flex-wrap items-center gap-3 print:hidden">
        <h1 className="w-full text-xl font-semibold text-slate-900">{props.title}</h1>
        <PrintButton />
        <span>
          {props.flows === true ? "" : `共 ${sheets.length} 页，`}A4{" "}
          {props.orientation === "portrait" ? "纵向" : "横向"}，请按 100% 比例打印。
        </span>
      </div>
      <div
        role="region"
        aria-label="打印预览"
        // A box that scrolls must be reachable by keyboard.
        tabIndex={0}
        className="overflow-x-auto print:overflow-visible"
      >
        <div className="w-max space-y-4 print:space-y-0">
          {sheets.map((rows, index) => (
            <PrintSheet
              key={index}
              widthClass={width}
              page={props}
              rows={rows}
              firstNumber={index * (props.rowsPerSheet ?? 10) + 1}
              sheet={index + 1}
              isLast={index === sheets.length - 1}
              mark={props.sheetMark(index + 1, sheets.length)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function inSheets<Row>(rows: readonly Row[], perSheet: number): readonly (readonly Row[])[] {
  const sheets: Row[][] = [];
  for (let start = 0; start < rows.length; start += perSheet) {
    sheets.push(rows.slice(start, start + perSheet));
  }
  return sheets.length === 0 ? [[]] : sheets;
}
