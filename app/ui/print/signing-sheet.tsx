import type { ReactNode } from "react";
import { cellBox, PAGE_GEOMETRY, type Box, type PageLayout } from "~/domain/rosters/page-geometry";
import { fittingSize } from "./fit-text";
import { Placed } from "./placed";
import { SheetLines, type SheetCode } from "./sheet-lines";

export interface SigningSheetProps<Column extends string> {
  readonly layout: PageLayout<Column>;
  readonly title: string;
  /** Parts of the line below; it breaks between them. */
  readonly subtitle: readonly string[];
  readonly headers: Readonly<Record<Column, string>>;
  /** Ten at most; what a column does not have stays empty for ink. */
  readonly rows: readonly Readonly<Partial<Record<Column, string>>>[];
  readonly qr: SheetCode | null;
  /** Under the heading: which page of what, and its code for typing. */
  readonly pageLine: string;
  /** Across the top when the sheet is not to be signed. */
  readonly warning: string | null;
  readonly foot: ReactNode;
  readonly sheet: number;
}

const LEFT_ALIGNED: readonly string[] = ["address"];
const DIGITS: readonly string[] = ["idCardNumber", "phone"];
const PAPER_FONT = "[font-family:SimSun,'Songti_SC','Noto_Serif_CJK_SC','Noto_Sans_SC',serif]";

/** Between the corner marks, clear of the code and its white border. */
const TITLE: Box = { x: 20, y: 9, width: 228, height: 9 };
const SUBTITLE: Box = { x: 20, y: 18.5, width: 228, height: 10 };
const PAGE_LINE: Box = { x: 10, y: 29.5, width: 239, height: 5 };
const FOOT: Box = { x: 18, y: 175.5, width: 261, height: 28 };
/** A little less than the paper: a hair more would start an empty page. */
const SHEET_HEIGHT = PAGE_GEOMETRY.height - 1;

/** One A4 sheet across, every part at its millimetre, as it is signed, scanned and read back. */
export function SigningSheet<Column extends string>(props: SigningSheetProps<Column>) {
  const { title, subtitle, rows, sheet } = props;
  return (
    <section
      aria-label={`第 ${sheet} 页`}
      className={`relative overflow-hidden bg-white text-[10.5pt] leading-[1.2] text-black shadow [break-after:page] [break-inside:avoid] last:[break-after:auto] print:shadow-none ${PAPER_FONT}`}
      style={{ width: `${PAGE_GEOMETRY.width}mm`, height: `${SHEET_HEIGHT}mm` }}
    >
      <SheetLines layout={props.layout} rows={rows.length} qr={props.qr} />
      <Placed box={TITLE} className="text-center font-bold" size={headingSize(title)}>
        {title}
      </Placed>
      <Placed
        box={SUBTITLE}
        className="text-center"
        size={fittingSize(subtitle.join("　"), SUBTITLE.width, SUBTITLE.height)}
      >
        {subtitle.map((part) => (
          <span key={part} className="mx-[1.5mm] inline-block">
            {part}
          </span>
        ))}
      </Placed>
      <Placed box={PAGE_LINE} className="whitespace-nowrap text-right" size={9}>
        {props.warning !== null && <b className="mr-6 text-[11pt]">{props.warning}</b>}
        {props.pageLine}
      </Placed>
      <SheetTable {...props} />
      <Placed box={FOOT}>{props.foot}</Placed>
    </section>
  );
}

function SheetTable<Column extends string>(props: SigningSheetProps<Column>) {
  const { layout, title, headers, rows, sheet } = props;
  const columns = Object.keys(layout) as Column[];
  return (
    <div role="table" aria-label={`${title}第 ${sheet} 页`}>
      <div role="row">
        {columns.map((column) => (
          <Placed
            key={column}
            role="columnheader"
            box={cellBox(0, column, layout)}
            className="flex items-center justify-center font-bold"
          >
            {headers[column]}
          </Placed>
        ))}
      </div>
      {rows.map((row, index) => (
        <div key={index} role="row">
          {columns.map((column) => (
            <Cell
              key={column}
              column={column}
              box={cellBox(index + 1, column, layout)}
              text={row[column] ?? ""}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

function Cell(props: { readonly column: string; readonly box: Box; readonly text: string }) {
  const { column, box, text } = props;
  const align = LEFT_ALIGNED.includes(column) ? "justify-start" : "justify-center text-center";
  const font = DIGITS.includes(column) ? "font-mono" : "";
  return (
    <Placed
      role="cell"
      box={box}
      size={fittingSize(text, box.width, box.height)}
      className={`flex items-center px-[0.8mm] ${align} ${font}`}
    >
      <span className="min-w-0 break-words [word-break:break-word]">{text}</span>
    </Placed>
  );
}

/** 16 points, less where the heading is longer than the line. */
function headingSize(title: string): number {
  const perLine = TITLE.width / (Array.from(title).length * (25.4 / 72));
  return Math.max(8, Math.min(16, Math.floor(perLine * 2) / 2));
}
