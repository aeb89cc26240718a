import { monthName } from "~/domain/posts/wage-receipt";
import {
  PAGE_GEOMETRY,
  WAGE_PAGE_COLUMNS,
  type WagePageColumn,
} from "~/domain/rosters/page-geometry";
import { yuanText, type Fen } from "~/domain/shared/fen";
import { PrintButton } from "~/ui/print/print-button";
import { SigningSheet } from "~/ui/print/signing-sheet";
import type { PrintedWages, WagePrintLine } from "~/usecases/posts/print-wage-roster.server";
import { totalOf, WagesFoot } from "./paper-wages-foot";

const HEADERS: Readonly<Record<WagePageColumn, string>> = {
  number: "序号",
  name: "姓名",
  idCardNumber: "身份证号码",
  post: "岗位",
  workedDays: "出勤天数",
  due: "应发（元）",
  adjust: "更正（元）",
  pay: "实发（元）",
  signature: "本人签收",
  fingerprint: "手印（可不按）",
};

const NOT_FOR_SIGNING = {
  masked: "号码已隐去，不作签收用",
  sealed: "本月工资已锁定，不作签收用",
} as const;

const PER_SHEET = PAGE_GEOMETRY.rowsPerPage;

interface PaperWagesProps {
  readonly printed: PrintedWages;
  readonly printedBy: string;
  /** Where anybody can check a locked month. */
  readonly verifyAt: string;
}

/** The month's wages on A4 across, ten people a sheet, as they are signed for. */
export function PaperWages({ printed, ...shared }: PaperWagesProps) {
  const { sheet, lines } = printed;
  const title = `${sheet.countyName}${monthName(sheet.month)}公共服务岗位工资发放签收表`;
  const sheets = Array.from({ length: Math.ceil(lines.length / PER_SHEET) }, (_, at) =>
    lines.slice(at * PER_SHEET, (at + 1) * PER_SHEET),
  );
  return (
    <div className="print:text-black">
      <div className="mb-3 flex flex-wrap items-center gap-3 print:hidden">
        <h1 className="w-full text-xl font-semibold text-slate-900">{title}</h1>
        <PrintButton />
        <span>{howToPrint(printed, sheets.length)}</span>
      </div>
      <div
        role="region"
        aria-label="打印预览"
        // A box that scrolls must be reachable by keyboard.
        tabIndex={0}
        className="overflow-x-auto print:overflow-visible"
      >
        <div className="w-max space-y-4 print:space-y-0">
          {sheets.map((own, index) => (
            <Sheet
              key={index}
              {...{ ...shared, title, printed, lines: own }}
              number={index + 1}
              sheets={sheets.length}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function howToPrint({ notForSigning }: PrintedWages, sheets: number): string {
  const paper = `共 ${sheets} 页，A4 横向，请按 100% 比例、不加页眉页脚打印`;
  if (notForSigning !== null) return `${paper}；${NOT_FOR_SIGNING[notForSigning]}。`;
  return `${paper}；四角黑块和二维码须完整清晰，签字请留在格内。工资到账后再请本人签收。`;
}

interface SheetProps extends PaperWagesProps {
  readonly title: string;
  readonly lines: readonly WagePrintLine[];
  /** From 1. */
  readonly number: number;
  readonly sheets: number;
}

function Sheet({ title, printed, lines, number, sheets, ...shared }: SheetProps) {
  const { sheet, signing, notForSigning } = printed;
  const page = signing?.pages[number - 1];
  const version = signing === null ? "" : `第 ${signing.printNo} 次打印　`;
  return (
    <SigningSheet
      layout={WAGE_PAGE_COLUMNS}
      title={title}
      subtitle={[
        `工资表：${sheet.label}`,
        `共 ${printed.lines.length} 人，实发合计 ${yuanText(totalOf(printed.lines))}`,
        "签字即表示本人已收到所列实发工资",
      ]}
      headers={HEADERS}
      rows={lines.map((line, index) => ({
        ...cellsOf(line),
        number: String((number - 1) * PER_SHEET + index + 1),
        // Not on the copy that is to be signed: ink printed there would be read as a signature.
        signature: notForSigning === null ? "" : line.receipt,
      }))}
      qr={page?.qr ?? null}
      pageLine={`${version}页码 ${number}/${sheets}　${page?.code ?? ""}`}
      warning={notForSigning === null ? null : NOT_FOR_SIGNING[notForSigning]}
      sheet={number}
      foot={<WagesFoot {...{ ...shared, printed, lines }} />}
    />
  );
}

function cellsOf(line: WagePrintLine) {
  const { name, idCardNumber, post, workedDays, restDays, dueFen, adjustFen, payFen } = line;
  return {
    ...{
      name,
      idCardNumber,
      post,
      workedDays: `${workedDays}${restDays > 0 ? `（休${restDays}）` : ""}`,
    },
    ...{ due: columnYuan(dueFen), pay: columnYuan(payFen) },
    adjust: adjustFen === 0 ? "" : columnYuan(adjustFen),
  };
}

/** 1000.00: one below the other they line up. */
function columnYuan(amount: Fen): string {
  return (amount / 100).toFixed(2);
}
