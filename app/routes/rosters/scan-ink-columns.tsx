import { Link } from "@remix-run/react";
import type {
  ReviewCell,
  ReviewRow,
  ScanReviewView,
} from "~/data/evidence/scan-review-view.server";
import { CELL_DECISION_LABELS } from "~/domain/evidence/cell-decision";
import type { ScreenMethod } from "~/domain/evidence/line-proofs";
import type { Column } from "~/ui/tables/column";
import { cellPicture } from "./scan-cell-name";
import { InkChoice } from "./scan-ink-choice";

/** A person, his ink as it was cut from the page, and what is said of it. */
export function inkColumns(rosterId: string, scan: ScanReviewView): readonly Column<ReviewRow>[] {
  const ink = (element: ReviewCell["element"], header: string): Column<ReviewRow> => ({
    key: element,
    header,
    className: "min-w-[9rem] align-top",
    cell: (row) => <Ink scan={scan} row={row} element={element} />,
  });
  return [
    { key: "number", header: "号", align: "right", cell: (row) => row.number },
    { key: "name", header: "姓名", isRowHeader: true, cell: (row) => <Who row={row} /> },
    ink("SIGNATURE", "签字"),
    // Of wages the signature alone is asked for.
    ...(scan.rows.some(({ cells }) => cells.some(({ element }) => element === "FINGERPRINT"))
      ? [ink("FINGERPRINT", "手印")]
      : []),
    {
      key: "change",
      header: "更正",
      cell: (row) =>
        scan.may.decide && row.holds ? (
          <Link
            to={`/rosters/${rosterId}/scans/${scan.id}/lines/${row.lineId}`}
            aria-label={`更正或登记代签 ${row.name}`}
            className="text-brand-600 hover:underline"
          >
            更正、代签
          </Link>
        ) : (
          "—"
        ),
    },
  ];
}

function Who({ row }: { readonly row: ReviewRow }) {
  return (
    <>
      {row.name}
      <span className="block font-mono text-xs font-normal tabular-nums text-slate-600">
        {row.idMasked}
      </span>
      {!row.holds && (
        <span className="block text-xs font-medium text-amber-700">内容有变，须重签</span>
      )}
    </>
  );
}

/** So that nobody worries over a cell left empty. */
const OFF_PAPER: Readonly<Record<ScreenMethod, string>> = {
  screen: "已有屏幕签字",
  ownPhone: "已有手机签字",
  closeUp: "已有手印近照",
};

function Ink(props: {
  readonly scan: ScanReviewView;
  readonly row: ReviewRow;
  readonly element: ReviewCell["element"];
}) {
  const { scan, row, element } = props;
  const cell = row.cells.find((one) => one.element === element);
  if (cell === undefined) return "—";
  const what = `${row.number} 号 ${row.name} ${element === "SIGNATURE" ? "签字" : "手印"}`;
  const isOpen = scan.may.decide && row.holds && cell.decision === null;
  return (
    <>
      {!scan.isUncut && (
        <img
          src={cellPicture(scan.id, row.lineId, element)}
          alt={what}
          className="mb-1 aspect-[37/13] w-40 max-w-none border border-slate-300 object-contain"
        />
      )}
      {isOpen ? (
        <InkChoice lineId={row.lineId} cell={cell} label={what} chosen={null} />
      ) : (
        <Decided cell={cell} />
      )}
      {cell.decision !== "present" && cell.offPaper !== null && (
        <span className="block text-xs text-slate-600">{OFF_PAPER[cell.offPaper]}</span>
      )}
    </>
  );
}

function Decided({ cell: { decision, isProven } }: { readonly cell: ReviewCell }) {
  if (decision === null) return <span className="text-slate-600">未确认</span>;
  const isLost = decision === "present" && !isProven;
  return (
    <span className={decision === "present" ? "text-green-700" : "font-medium text-amber-700"}>
      <span aria-hidden="true">{decision === "present" ? "✓ " : "! "}</span>
      {CELL_DECISION_LABELS[decision]}
      {isLost && "（已由后来的采集替代或作废）"}
    </span>
  );
}
