import { redirect } from "@remix-run/node";
import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewClaimHead } from "~/data/claims/claim-head-view.server";
import { viewPrintedReport, type PrintedLine } from "~/data/claims/claim-report-view.server";
import { writtenRun } from "~/domain/claims/run-address";
import { ruleTitle } from "~/domain/claims/stored-verdict";
import { yuanGrouped, yuanText } from "~/domain/shared/fen";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { PageHandle } from "~/ui/frame/page-handle";
import { landscapeLinks } from "~/ui/print/page-links";
import { PrintPage } from "~/ui/print/print-page";
import type { PrintColumn } from "~/ui/print/print-sheet";
import { wholeClaimReader } from "./claim-actor.server";
import { Finding } from "./print-finding";

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
  { key: "name", header: "姓名", widthClass: "w-[22mm]", cell: ({ name }) => name },
  {
    key: "id",
    header: "证件号码",
    widthClass: "w-[46mm]",
    cell: (row) => row.maskedId,
    mono: true,
  },
  { key: "period", header: "补贴期间", widthClass: "w-[44mm]", cell: ({ period }) => period },
  {
    key: "amount",
    header: "金额（元）",
    widthClass: "w-[25mm]",
    cell: (row) => yuanGrouped(row.amountFen),
  },
  {
    key: "findings",
    header: "不符合和无法判断的规则：算式和事实、依据条款",
    widthClass: "w-[126mm]",
    align: "left",
    cell: ({ findings }) => findings.map((one) => <Finding key={one.rule} one={one} />),
  },
];

const SIGNATURES = ["编制人", "复核人", "人社部门（盖章）", "扶贫（沪滇协作）部门（盖章）"];

export default function PrintReport() {
  const { head, report, lines, printedBy, printedAt } = useLoaderData<typeof loader>();
  const { number, lineCount, blockedLines, warnedLines, unknownLines } = report;
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
            {`第 ${number} 次核查（${report.ranByName} ${chinaMinute(report.ranAt)}），标准按各事项当日执行的（截至 ${report.asOf} 录入）：${lineCount} 条中，不能报送 ${blockedLines} 条，要说明 ${warnedLines} 条；其中无法判断 ${unknownLines} 条`}
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
      rowsPerSheet={Math.max(1, lines.length)}
      flows
      sheetMark={() => `第 ${number} 次核查`}
      sheetFoot={() => (
        <>
          <p className="mt-3 flex justify-between gap-4">
            {SIGNATURES.map((who) => (
              <span key={who} className="flex-1">{`${who}：`}</span>
            ))}
            <span>年　　月　　日</span>
          </p>
          <p className="mt-4 text-[8pt]">
            {`由 ${printedBy} 于 ${chinaMinute(printedAt)} 打印；证件号码已隐去中间数字；列有问题的明细，最多 1000 条；其余 ${Math.max(0, lineCount - blockedLines - warnedLines)} 条全部符合，逐条见导出的文件。`}
          </p>
        </>
      )}
    />
  );
}
