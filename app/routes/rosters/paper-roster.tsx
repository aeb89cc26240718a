import { PAGE_COLUMNS, PAGE_GEOMETRY, type PageColumn } from "~/domain/rosters/page-geometry";
import { trainingLayout } from "~/domain/rosters/layouts/training";
import { classLine, rosterHeading } from "~/domain/rosters/roster-sheet";
import { PrintButton } from "~/ui/print/print-button";
import { SigningSheet } from "~/ui/print/signing-sheet";
import type { PrintedLine, PrintedRoster } from "~/usecases/rosters/print-roster.server";

const HEADERS: Readonly<Record<PageColumn, string>> = {
  number: "序号",
  name: "姓名",
  sex: "性别",
  ethnicity: "民族",
  idCardNumber: "身份证号码",
  phone: "联系电话",
  address: "家庭住址",
  declaredStatus: "脱贫状态",
  signature: "签字",
  fingerprint: "手印",
};

const NOT_FOR_SIGNING = {
  masked: "号码已隐去，不作签字用",
  sealed: "花名册已封存，不作签字用",
} as const;

const SIGNERS = ["监督人（市人社局）", "监督人（援滇干部）", "填表人", "审核人"] as const;
const PER_SHEET = PAGE_GEOMETRY.rowsPerPage;

interface PaperRosterProps {
  readonly printed: PrintedRoster;
  readonly printedBy: string;
}

/** The roster on A4 across, ten people a sheet, as it is signed and fingerprinted. */
export function PaperRoster({ printed, printedBy }: PaperRosterProps) {
  const title = rosterHeading(printed.roster, trainingLayout);
  const sheets = inSheets(printed.lines);
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
          {sheets.map((lines, index) => (
            <Sheet
              key={index}
              title={title}
              printed={printed}
              printedBy={printedBy}
              lines={lines}
              sheet={index + 1}
              sheets={sheets.length}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function howToPrint({ notForSigning }: PrintedRoster, sheets: number): string {
  const paper = `共 ${sheets} 页，A4 横向，请按 100% 比例、不加页眉页脚打印`;
  if (notForSigning !== null) return `${paper}；${NOT_FOR_SIGNING[notForSigning]}。`;
  return `${paper}；四角黑块和二维码须完整清晰，签字、手印请留在格内。`;
}

interface SheetProps extends PaperRosterProps {
  readonly title: string;
  readonly lines: readonly PrintedLine[];
  readonly sheet: number;
  readonly sheets: number;
}

function Sheet({ title, printed, printedBy, lines, sheet, sheets }: SheetProps) {
  const { roster, signing, notForSigning, copyNo, madeAt } = printed;
  const page = signing?.pages[sheet - 1];
  const firstNumber = (sheet - 1) * PER_SHEET + 1;
  const version = signing === null ? "" : `第 ${signing.printNo} 次打印　`;
  return (
    <SigningSheet
      layout={PAGE_COLUMNS}
      title={title}
      subtitle={classLine(roster).split(/ {2,}/)}
      headers={HEADERS}
      rows={lines.map((line, index) => ({ ...line, number: String(firstNumber + index) }))}
      qr={page?.qr ?? null}
      pageLine={`${trainingLayout.edition}　${version}页码 ${sheet}/${sheets}　${page?.code ?? ""}`}
      warning={notForSigning === null ? null : NOT_FOR_SIGNING[notForSigning]}
      sheet={sheet}
      foot={
        <>
          <p>{`共 ${printed.lines.length} 人，本页 ${lines.length} 人，涂改无效`}</p>
          <div className="mt-[4mm] grid grid-cols-4 gap-x-4">
            {SIGNERS.map((who) => (
              <span key={who}>{who}：</span>
            ))}
          </div>
          <p className="mt-[7mm] text-[8pt]">
            {`打印人：${printedBy}　时间：${madeAt}　份号：${copyNo}`}
          </p>
        </>
      }
    />
  );
}

function inSheets(lines: readonly PrintedLine[]): readonly (readonly PrintedLine[])[] {
  const sheets = Math.max(1, Math.ceil(lines.length / PER_SHEET));
  return Array.from({ length: sheets }, (_, at) =>
    lines.slice(at * PER_SHEET, (at + 1) * PER_SHEET),
  );
}
