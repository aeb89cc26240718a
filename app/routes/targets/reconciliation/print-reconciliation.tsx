import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listWholeReconciliation } from "~/data/targets/reconciliation-lines-view.server";
import {
  viewReconciliation,
  type ReconciliationPage,
} from "~/data/targets/reconciliation-view.server";
import { MEASURE_LABELS } from "~/domain/targets/measure";
import { countedMonthsWords, differenceWords } from "~/domain/targets/reconciliation-figures";
import { FIGURE_DEFINITION } from "~/domain/targets/reconciliation-words";
import { monthLabel } from "~/domain/targets/reconciliation-month";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { PageHandle } from "~/ui/frame/page-handle";
import { portraitLinks } from "~/ui/print/page-links";
import { PrintPage } from "~/ui/print/print-page";
import { requireActor } from "~/usecases/access/require-actor.server";
import { printColumns } from "./print-columns";

type Loaded = SerializeFrom<typeof loader>;

export const links = portraitLinks;

export const handle: PageHandle<Loaded> = {
  title: ({ one }) => `打印${one.label}对账表`,
  frame: "bare",
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const at = now();
  const today = dayInChina(at);
  const id = params["reconciliationId"] ?? "";
  const round = Number(new URL(request.url).searchParams.get("round"));
  const one = await viewReconciliation(actor, id, today, round);
  const lines = one && (await listWholeReconciliation(actor, id, one.round, today));
  if (one === null || lines === null) throw notFound();
  return { one, lines, printedBy: actor.name, printedAt: at.toISOString() };
}

const ROWS_PER_SHEET = 10;

export default function PrintReconciliation() {
  const { one, lines, printedBy, printedAt } = useLoaderData<typeof loader>();
  return (
    <PrintPage
      title={`${MEASURE_LABELS[one.measure]}对账表`}
      subtitle={
        <>
          <span className="block">
            {one.countyName}—{one.districtName}
          </span>
          <span className="block">
            {monthLabel(one.month)}，第 {one.round} 轮
          </span>
          {one.state === "open" && <strong className="block">未锁定，草稿，不作签字依据</strong>}
        </>
      }
      columns={printColumns(one.districtFigureKind)}
      rows={lines}
      rowKey={(row) => row.id}
      rowsPerSheet={ROWS_PER_SHEET}
      orientation="portrait"
      sheetMark={(sheet, sheets) => `第 ${sheet} 页，共 ${sheets} 页`}
      sheetFoot={() => (
        <>
          <FigureLines one={one} />
          <div className="mt-2 flex justify-between">
            <SignatureLine side="县方" place={one.countyName} signed={one.county.signed} />
            <SignatureLine side="区方" place={one.districtName} signed={one.district.signed} />
          </div>
          <p className="mt-2 text-[8pt]">
            由 {printedBy} 于 {chinaMinute(printedAt)} 打印；身份证号已隐去中间数字。
          </p>
        </>
      )}
    />
  );
}

function FigureLines({ one }: { readonly one: ReconciliationPage }) {
  const people = (figure: number | null) => (figure === null ? "未填" : `${figure} 人`);
  return (
    <>
      <p>
        本月新增：县方 {people(one.county.figure)}，区方 {people(one.district.figure)}；
        {differenceWords(one.county.figure, one.district.figure)}。本年累计：县方{" "}
        {one.county.cumulative} 人，区方 {one.district.cumulative} 人（
        {countedMonthsWords(one.year)}）。
      </p>
      {one.explanation !== "" && <p>差异说明：{one.explanation}</p>}
      <p className="text-[8pt]">口径：{FIGURE_DEFINITION}</p>
    </>
  );
}

interface SignatureLineProps {
  readonly side: string;
  readonly place: string;
  readonly signed: ReconciliationPage["county"]["signed"];
}

function SignatureLine({ side, place, signed }: SignatureLineProps) {
  return (
    <div className="w-[88mm] leading-7">
      <p>
        {side}（{place}，盖章）
      </p>
      <p>签字：{signed === null ? "" : `（系统内已由 ${signed.name} 签）`}</p>
      <p>日期：　　　　年　　月　　日</p>
    </div>
  );
}
