import { trainingLayout } from "~/domain/rosters/layouts/training";
import { classLine, rosterHeading } from "~/domain/rosters/roster-sheet";
import { groupedCode, groupedDigest } from "~/domain/rosters/seal-code";
import { PrintPage } from "~/ui/print/print-page";
import type { PrintColumn } from "~/ui/print/print-sheet";
import type { PrintedSeal } from "~/usecases/rosters/print-sealed.server";

type Line = PrintedSeal["lines"][number];

/** 277 mm in all. */
const COLUMNS: readonly PrintColumn<Line>[] = [
  { key: "number", header: "序号", widthClass: "w-[10mm]", cell: (_, number) => number },
  { key: "name", header: "姓名", widthClass: "w-[22mm]", cell: (line) => line.name },
  { key: "sex", header: "性别", widthClass: "w-[10mm]", cell: (line) => line.sex },
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
    widthClass: "w-[51mm]",
    align: "left",
    cell: (line) => line.address,
  },
  { key: "verified", header: "查验", widthClass: "w-[22mm]", cell: () => "√ 开班结业" },
  { key: "idTick", header: "证号", widthClass: "w-[13mm]", cell: () => "√" },
  { key: "contactTick", header: "联系", widthClass: "w-[13mm]", cell: () => "√" },
  {
    key: "signature",
    header: "签字",
    widthClass: "w-[30mm]",
    cell: (line) => `√ ${line.signature}`,
  },
  {
    key: "fingerprint",
    header: "手印",
    widthClass: "w-[30mm]",
    cell: (line) => `√ ${line.fingerprint}`,
  },
];

interface PaperSealedProps {
  readonly printed: PrintedSeal;
  readonly printedBy: string;
}

/** The sealed roster: what stood when it was closed, with the digest by which anybody can check it. */
export function PaperSealed({ printed, printedBy }: PaperSealedProps) {
  const { head, lines, seal, qr, copyNo, madeAt, amendments, verifyAt } = printed;
  return (
    <PrintPage
      title={`${rosterHeading(head, trainingLayout)}（封存）`}
      subtitle={classLine(head)
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
        <div className="flex items-start gap-2">
          <p>
            页码 {sheet}/{sheets}
            <br />
            {seal.sealedOn} 封存
            <br />
            扫码核验
          </p>
          <svg
            viewBox={`-2 -2 ${qr.size + 4} ${qr.size + 4}`}
            className="h-[24mm] w-[24mm]"
            role="img"
            aria-label="核验二维码"
            shapeRendering="crispEdges"
          >
            <path d={qr.path} fill="#000" />
          </svg>
        </div>
      )}
      sheetFoot={() => (
        <>
          <p className="mt-1 text-[8pt]">
            编号：<span className="font-mono">{groupedCode(seal.code)}</span>　封存人：
            {seal.sealedByName}　封存后更正：{amendments} 项{amendments > 0 && "，见更正页"}
            　核验：{verifyAt}
          </p>
          <p className="text-[8pt]">
            摘要（SHA-256）：
            <span className="font-mono">{groupedDigest(seal.digest).join(" ")}</span>
          </p>
          <p className="text-[8pt]">
            打印人：{printedBy}　时间：{madeAt}　份号：{copyNo}
          </p>
        </>
      )}
    />
  );
}
