import { groupedCode, groupedDigest } from "~/domain/rosters/seal-code";
import { fen, yuanText, type Fen } from "~/domain/shared/fen";
import type { PrintedWages, WagePrintLine } from "~/usecases/posts/print-wage-roster.server";

const SIGNERS = ["制表人", "审核人", "发放人", "负责人"] as const;

interface WagesFootProps {
  readonly printed: PrintedWages;
  readonly printedBy: string;
  readonly verifyAt: string;
  readonly lines: readonly WagePrintLine[];
}

/** Sums and signers of a sheet; once the month is locked the seal stands where the signers stood. */
export function WagesFoot({ printed, printedBy, verifyAt, lines }: WagesFootProps) {
  const { sheet, copyNo, madeAt } = printed;
  return (
    <>
      <p>{`本页 ${lines.length} 人，实发 ${yuanText(totalOf(lines))}，涂改无效`}</p>
      {sheet.seal === null ? (
        <div className="mt-[4mm] grid grid-cols-4 gap-x-4">
          {SIGNERS.map((who) => (
            <span key={who}>{who}：</span>
          ))}
        </div>
      ) : (
        <p className="mt-[2mm] font-mono text-[8pt]">
          {`锁定编号 ${groupedCode(sheet.seal.code)}　摘要 ${groupedDigest(sheet.seal.digest).join(" ")}　核验 ${verifyAt}`}
        </p>
      )}
      <p className="mt-[6mm] text-[8pt]">
        {`打印人：${printedBy}　时间：${madeAt}　份号：${copyNo}`}
      </p>
    </>
  );
}

export function totalOf(lines: readonly WagePrintLine[]): Fen {
  return fen(lines.reduce((sum, { payFen }) => sum + payFen, 0));
}
