import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  listWholeReconciliation,
  type LinesPage,
} from "~/data/targets/reconciliation-lines-view.server";
import {
  viewReconciliation,
  type ReconciliationPage,
} from "~/data/targets/reconciliation-view.server";
import { MEASURE_LABELS } from "~/domain/targets/measure";
import { sideWords } from "~/domain/targets/reconciliation-groups";
import { monthLabel } from "~/domain/targets/reconciliation-month";
import { EXPLANATION_LABELS } from "~/domain/targets/reconciliation-words";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { PageHandle } from "~/ui/frame/page-handle";
import { portraitLinks } from "~/ui/print/page-links";
import { PrintPage } from "~/ui/print/print-page";
import type { PrintColumn } from "~/ui/print/print-sheet";
import { requireActor } from "~/usecases/access/require-actor.server";

type Loaded = SerializeFrom<typeof loader>;
type Line = LinesPage["page"]["rows"][number];

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
  const one = await viewReconciliation(actor, id, today);
  const lines = await listWholeReconciliation(actor, id, today);
  if (one === null || lines === null) throw notFound();
  return { one, lines, printedBy: actor.name, printedAt: at.toISOString() };
}

const ROWS_PER_SHEET = 13;

function columnsFor(kind: ReconciliationPage["districtFigureKind"]): PrintColumn<Line>[] {
  return [
    { key: "number", header: "序号", widthClass: "w-[11mm]", cell: (_row, number) => number },
    { key: "name", header: "姓名", widthClass: "w-[19mm]", cell: (row) => row.name },
    {
      ...{ key: "id", header: "身份证号码", widthClass: "w-[42mm]", mono: true },
      cell: (row) => row.maskedId,
    },
    {
      ...{ key: "employer", header: "企业", widthClass: "w-[37mm]" },
      cell: (row) => (row.employerName === "" ? row.districtEmployer : row.employerName),
    },
    {
      ...{ key: "startedOn", header: "上岗日期", widthClass: "w-[23mm]" },
      cell: (row) => (
        <span className="whitespace-nowrap">{row.startedOn ?? row.districtStartOn ?? ""}</span>
      ),
    },
    {
      ...{ key: "side", header: "归属", widthClass: "w-[18mm]" },
      cell: (row) => sideWords(row.side, kind),
    },
    { key: "explanation", header: "差异说明", widthClass: "w-[36mm]", cell: explained },
  ];
}

function explained({ explanationKind, explanation }: Line): string {
  if (explanationKind === null) return "";
  const kind = EXPLANATION_LABELS[explanationKind];
  return explanation === "" ? kind : `${kind}：${explanation}`;
}

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
          <span className="block">{monthLabel(one.month)}</span>
        </>
      }
      columns={columnsFor(one.districtFigureKind)}
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
        本月新增：县方 {people(one.county.figure)}，区方 {people(one.district.figure)}
        。本年累计：县方 {one.county.cumulative} 人，区方 {one.district.cumulative} 人。
      </p>
      {one.explanation !== "" && <p>差异说明：{one.explanation}</p>}
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
