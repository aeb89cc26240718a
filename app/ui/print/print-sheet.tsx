import type { ReactNode } from "react";
import { classNames } from "../class-names";
import type { PrintPageProps } from "./print-page";

export interface PrintColumn<Row> {
  readonly key: string;
  readonly header: string;
  /** Millimetres as a Tailwind width, e.g. "w-[42mm]"; 277 mm in all across, 186 mm upright. */
  readonly widthClass: string;
  /** Row, and its number counted through all sheets; an empty cell is for ink (签字, 手印). */
  readonly cell: (row: Row, number: number) => ReactNode;
  readonly align?: "left" | "center";
  /** Long numbers are read digit by digit. */
  readonly mono?: boolean;
}

interface PrintSheetProps<Row> {
  readonly page: PrintPageProps<Row>;
  readonly widthClass: string;
  readonly rows: readonly Row[];
  readonly firstNumber: number;
  readonly sheet: number;
  readonly isLast: boolean;
  readonly mark: ReactNode;
}

const PAPER_FONT = "[font-family:SimSun,'Songti_SC','Noto_Serif_CJK_SC','Noto_Sans_SC',serif]";
const INK_LINE = "border border-black px-1";

export function PrintSheet<Row>(props: PrintSheetProps<Row>) {
  const { page, rows, firstNumber, sheet, isLast } = props;
  const unit = page.unit ?? "人";
  return (
    <section
      aria-label={`第 ${sheet} 页`}
      className={classNames(
        "bg-white p-4 text-[10.5pt] leading-snug shadow print:p-0 print:shadow-none",
        PAPER_FONT,
        !isLast && "[break-after:page]",
      )}
    >
      <table className={classNames("table-fixed border-collapse", props.widthClass)}>
        <caption className="sr-only">{page.title}</caption>
        <colgroup>
          {page.columns.map((column) => (
            <col key={column.key} className={column.widthClass} />
          ))}
        </colgroup>
        <thead className="table-header-group">
          <SheetHead page={page} mark={props.mark} />
        </thead>
        <tfoot className="table-footer-group">
          <tr>
            <td colSpan={page.columns.length} className="pt-2">
              <p>{`共 ${page.rows.length} ${unit}，本页 ${rows.length} ${unit}，涂改无效`}</p>
              {page.sheetFoot?.(sheet)}
            </td>
          </tr>
        </tfoot>
        <tbody>
          {rows.map((row, index) => (
            <tr key={page.rowKey(row)} className="h-[13mm] [break-inside:avoid]">
              {page.columns.map((column) => (
                <td
                  key={column.key}
                  className={classNames(
                    INK_LINE,
                    "break-words align-middle",
                    column.align === "left" ? "text-left" : "text-center",
                    column.mono && "whitespace-nowrap font-mono text-[10pt]",
                  )}
                >
                  {column.cell(row, firstNumber + index)}
                </td>
              ))}
            </tr>
          ))}
          {rows.length < page.rows.length && (
            <SumRow page={page} label="本页小计" sums={page.sums?.(rows) ?? null} />
          )}
          {isLast && <SumRow page={page} label="合计" sums={page.sums?.(page.rows) ?? null} />}
        </tbody>
      </table>
    </section>
  );
}

/** Two of them are as high as a row; the label takes the columns before the first sum. */
function SumRow<Row>(props: {
  readonly page: PrintPageProps<Row>;
  readonly label: string;
  readonly sums: Readonly<Record<string, string>> | null;
}) {
  const { label, sums } = props;
  if (sums === null) return null;
  const { columns } = props.page;
  const first = columns.findIndex(({ key }) => sums[key] !== undefined);
  return (
    <tr className="h-[6.5mm] font-bold [break-inside:avoid]">
      <th scope="row" colSpan={first} className={classNames(INK_LINE, "text-center")}>
        {label}
      </th>
      {columns.slice(first).map(({ key }) => (
        <td key={key} className={classNames(INK_LINE, "text-center")}>
          {sums[key] ?? ""}
        </td>
      ))}
    </tr>
  );
}

function SheetHead<Row>({
  page,
  mark,
}: {
  readonly page: PrintPageProps<Row>;
  readonly mark: ReactNode;
}) {
  return (
    <>
      <tr>
        <td colSpan={page.columns.length} className="pb-1">
          <div className="flex items-start justify-between">
            <span aria-hidden="true" className="w-[60mm]" />
            <div className="flex-1 text-center">
              <p className="text-[16pt] font-bold">{page.title}</p>
              {page.subtitle && <p>{page.subtitle}</p>}
            </div>
            <div className="flex w-[60mm] justify-end text-right text-[8pt]">{mark}</div>
          </div>
        </td>
      </tr>
      <tr>
        {page.columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            className={classNames(INK_LINE, "h-[8mm] text-center font-bold")}
          >
            {column.header}
          </th>
        ))}
      </tr>
    </>
  );
}
