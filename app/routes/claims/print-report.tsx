import { redirect } from "@remix-run/node";
import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewClaimHead } from "~/data/claims/claim-head-view.server";
import { viewPrintedReport, type PrintedLine } from "~/data/claims/claim-report-view.server";
import { writtenRun } from "~/domain/claims/run-address";
import { ruleTitle } from "~/domain/claims/stored-verdict";
import { yuanColumn, yuanText } from "~/domain/shared/fen";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { PageHandle } from "~/ui/frame/page-handle";
import { landscapeLinks } from "~/ui/print/page-links";
import { PrintPage } from "~/ui/print/print-page";
import type { PrintColumn } from "~/ui/print/print-sheet";
import { wholeClaimReader } from "./claim-actor.server";

type Loaded = SerializeFrom<typeof loader>;

export const links = landscapeLinks;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `打印${head.label}核查报告`,
  frame: "bare",
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await wholeClaimReader(request);
  const at = now();
  const head = await viewClaimHead(actor, params["batchId"], dayInChina(at));
  if (head === null) throw notFound();
  if (!head.readsWhole) throw forbidden();
  const asked = writtenRun(new URL(request.url).searchParams.get("run"));
  const found = await viewPrintedReport(actor, head, asked);
  if (found === null) return redirect(`/claims/${head.id}/report`); // its page says there is none
  return { head, ...found, printedBy: actor.name, printedAt: at.toISOString() };
}

const COLUMNS: readonly PrintColumn<PrintedLine>[] = [
  { key: "no", header: "序号", widthClass: "w-[14mm]", cell: ({ lineNo }) => lineNo },
  { key: "name", header: "姓名", widthClass: "w-[28mm]", cell: ({ name }) => name },
  {
    key: "id",
    header: "证件号码",
    widthClass: "w-[48mm]",
    cell: (row) => row.maskedId,
    mono: true,
  },
  { key: "period", header: "补贴期间", widthClass: "w-[52mm]", cell: ({ period }) => period },
  {
    key: "amount",
    header: "金额（元）",
    widthClass: "w-[25mm]",
    cell: (row) => yuanColumn(row.amountFen),
  },
  {
    key: "told",
    header: "首先不符合（无法判断）的",
    widthClass: "w-[110mm]",
    align: "left",
    cell: ({ told, more }) => (more > 0 ? `${told}（另有 ${more} 项）` : told),
  },
];

export default function PrintReport() {
  const { head, report, lines, printedBy, printedAt } = useLoaderData<typeof loader>();
  const { number, lineCount, failLines, unknownLines } = report;
  const troubled = report.rules.filter(({ fail, unknown }) => fail + unknown > 0);
  return (
    <PrintPage
      title={`${head.label}核查报告`}
      subtitle={
        <>
          <span className="block">
            {`${head.countyName} · ${head.potName} · ${head.lineCount} 条 ${yuanText(head.totalFen)}`}
          </span>
          <span className="block">
            {`第 ${number} 次核查（${report.ranByName} ${chinaMinute(report.ranAt)}）：${lineCount} 条中，有不符合的 ${failLines} 条，有无法判断的 ${unknownLines} 条`}
          </span>
          <span className="block text-[9pt]">
            {troubled.length === 0
              ? "各条规则全部符合。"
              : troubled
                  .map((one) => `${ruleTitle(one.rule)} ${one.fail}/${one.unknown}`)
                  .join("；")}
            {troubled.length > 0 && "（不符合/无法判断，条）"}
          </span>
        </>
      }
      columns={COLUMNS}
      rows={lines}
      rowKey={({ id }) => id}
      unit="条"
      sheetMark={(sheet, sheets) => `第 ${sheet} 页，共 ${sheets} 页`}
      sheetFoot={() => (
        <p className="mt-2 text-[8pt]">
          {`由 ${printedBy} 于 ${chinaMinute(printedAt)} 打印；证件号码已隐去中间数字；只列有问题的明细，最多 1000 条，全部见导出的文件。`}
        </p>
      )}
    />
  );
}
