import type { FollowUpRow } from "~/data/placements/follow-up-list-view.server";
import { OUTCOME_LABELS } from "~/domain/placements/follow-up";
import { dueWords } from "~/domain/placements/follow-up-tab";
import { StateBadge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";
import { Phone, QuickEntry } from "./follow-up-row-forms";
import { OUTCOME_TONES } from "./outcome-tones";

/** On a phone there is room for the name, what is due and the buttons; the rest stands on the person's page. */
const AT_A_DESK = "hidden md:table-cell";

interface Shown {
  readonly placementId: string;
  readonly phone: string;
}

/** The columns of the work list; `shown`: the one telephone number that was asked for. */
export function followUpColumns(shown: Shown | null): readonly Column<FollowUpRow>[] {
  return [
    { key: "name", header: "姓名", isRowHeader: true, cell: (row) => row.name },
    {
      key: "id",
      header: "身份证号、上岗日期",
      className: AT_A_DESK,
      cell: (row) => (
        <TwoLines first={row.maskedId} second={`${row.countyName}，${row.startedOn} 上岗`} />
      ),
    },
    {
      key: "employer",
      header: "用人单位、就业地",
      className: `${AT_A_DESK} min-w-[14rem] whitespace-normal`,
      cell: (row) => <TwoLines first={row.employerName} second={row.workplaceName} />,
    },
    {
      key: "due",
      header: "应回访",
      className: "whitespace-normal md:whitespace-nowrap",
      cell: (row) => <Due row={row} />,
    },
    { key: "last", header: "上次回访", className: AT_A_DESK, cell: (row) => <Last row={row} /> },
    {
      key: "entry",
      header: "电话、登记结果",
      cell: (row) => (
        <div className="flex flex-col items-start gap-x-3 gap-y-1 md:flex-row">
          <Phone row={row} phone={shown?.placementId === row.id ? shown.phone : null} />
          <QuickEntry row={row} />
        </div>
      ),
    },
  ];
}

function TwoLines({ first, second }: { readonly first: string; readonly second: string }) {
  return (
    <>
      {first}
      <span className="block text-xs text-slate-600">{second}</span>
    </>
  );
}

function Due({ row: { due, isEnded } }: { readonly row: FollowUpRow }) {
  if (due === null) return isEnded ? "已离岗" : "不再安排";
  return (
    <>
      <span className="whitespace-nowrap">{due.on}</span>{" "}
      <span className="whitespace-nowrap">{due.what}</span>
      <span className="block text-xs text-slate-600">{dueWords(due.late)}</span>
    </>
  );
}

function Last({ row }: { readonly row: FollowUpRow }) {
  const { lastOutcome, lastContactOn, lastContactAge, unreachableCount, isSuspectedLost } = row;
  if (lastOutcome === null || lastContactOn === null) return "尚未回访";
  const unanswered = unreachableCount > 1 ? `，连续 ${unreachableCount} 次未接通` : "";
  const label = isSuspectedLost && lastOutcome !== "LOST" ? "疑似失联" : null;
  return (
    <>
      <StateBadge
        label={label ?? OUTCOME_LABELS[lastOutcome]}
        tone={label === null ? OUTCOME_TONES[lastOutcome] : "danger"}
      />
      <span className="block text-xs text-slate-600">{`${lastContactOn}（${lastContactAge ?? 0} 天前）${unanswered}`}</span>
    </>
  );
}
