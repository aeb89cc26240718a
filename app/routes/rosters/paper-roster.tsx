import { trainingLayout } from "~/domain/rosters/layouts/training";
import { classLine, rosterHeading } from "~/domain/rosters/roster-sheet";
import { PrintPage } from "~/ui/print/print-page";
import type { PrintColumn } from "~/ui/print/print-sheet";
import type { PrintedLine, PrintedRoster } from "~/usecases/rosters/print-roster.server";

/** 277 mm in all. 签字 and 手印 stay empty for ink. */
const COLUMNS: readonly PrintColumn<PrintedLine>[] = [
  { key: "number", header: "序号", widthClass: "w-[10mm]", cell: (_, number) => number },
  { key: "name", header: "姓名", widthClass: "w-[22mm]", cell: (line) => line.name },
  { key: "sex", header: "性别", widthClass: "w-[10mm]", cell: (line) => line.sex },
  { key: "ethnicity", header: "民族", widthClass: "w-[13mm]", cell: (line) => line.ethnicity },
  {
    key: "id",
    header: "身份证号码",
    widthClass: "w-[46mm]",
    mono: true,
    cell: (line) => line.idCardNumber,
  },
  {
    key: "phone",
    header: "联系电话",
    widthClass: "w-[30mm]",
    mono: true,
    cell: (line) => line.phone,
  },
  {
    key: "address",
    header: "家庭住址",
    widthClass: "w-[54mm]",
    align: "left",
    cell: (line) => line.address,
  },
  {
    key: "status",
    header: "脱贫状态",
    widthClass: "w-[18mm]",
    cell: (line) => line.declaredStatus,
  },
  { key: "signature", header: "签字", widthClass: "w-[37mm]", cell: () => null },
  { key: "fingerprint", header: "手印", widthClass: "w-[37mm]", cell: () => null },
];

interface PaperRosterProps {
  readonly printed: PrintedRoster;
  readonly printedBy: string;
}

/** The roster on A4 across, ten people a sheet, as it is signed and fingerprinted. */
export function PaperRoster({ printed, printedBy }: PaperRosterProps) {
  const { roster, lines, copyNo, madeAt } = printed;
  return (
    <PrintPage
      title={rosterHeading(roster, trainingLayout)}
      subtitle={classLine(roster)
        .split(/ {2,}/)
        .map((part) => (
          <span key={part} className="mx-2 inline-block">
            {part}
          </span>
        ))}
      columns={COLUMNS}
      rows={lines}
      rowKey={(line) => line.id}
      sheetMark={(sheet, sheets) => (
        <p>
          页码 {sheet}/{sheets}
          <br />
          <span className="font-mono">{pageCode(roster, sheet)}</span>
          <br />
          {trainingLayout.edition}
        </p>
      )}
      sheetFoot={() => (
        <>
          <div className="mt-2 grid grid-cols-4 gap-x-4">
            {["监督人（市人社局）", "监督人（援滇干部）", "填表人", "审核人"].map((who) => (
              <span key={who}>{who}：</span>
            ))}
          </div>
          <p className="mt-2 text-[8pt]">
            打印人：{printedBy}　时间：{madeAt}　份号：{copyNo}
          </p>
        </>
      )}
    />
  );
}

/** Names roster, its version and the sheet, so that a scan finds its way back. */
function pageCode(roster: PrintedRoster["roster"], sheet: number): string {
  const id = roster.id.replaceAll("-", "").slice(-8).toUpperCase();
  return `HM-${id}-V${roster.version}-${String(sheet).padStart(2, "0")}`;
}
