import { Form, Link } from "@remix-run/react";
import type { FollowUpRow } from "~/data/placements/follow-up-list-view.server";
import { OUTCOME_LABELS, type FollowUpOutcome } from "~/domain/placements/follow-up";
import { dueWords } from "~/domain/placements/follow-up-tab";
import { buttonClass } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { StateBadge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";
import { OUTCOME_TONES } from "./outcome-tones";

const ONE_KEY: readonly FollowUpOutcome[] = ["ON_JOB", "NO_ANSWER"];

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
      header: "身份证号",
      cell: (row) => <TwoLines first={row.maskedId} second={row.countyName} />,
    },
    {
      key: "employer",
      header: "用人单位、就业地",
      className: "min-w-[11rem] whitespace-normal",
      cell: (row) => <TwoLines first={row.employerName} second={row.workplaceName} />,
    },
    { key: "startedOn", header: "上岗日期", cell: (row) => row.startedOn },
    { key: "due", header: "应回访", cell: (row) => <Due row={row} /> },
    { key: "last", header: "上次回访", cell: (row) => <Last row={row} /> },
    {
      key: "phone",
      header: "电话",
      cell: (row) => <Phone row={row} phone={shown?.placementId === row.id ? shown.phone : null} />,
    },
    { key: "entry", header: "登记结果", cell: (row) => <QuickEntry row={row} /> },
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
  return <TwoLines first={`${due.on} ${due.what}`} second={dueWords(due.late)} />;
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

function Phone({ row, phone }: { readonly row: FollowUpRow; readonly phone: string | null }) {
  if (phone !== null) return <strong className="tabular-nums">{phone}</strong>;
  if (!row.mayReveal) return "—";
  return (
    <Form method="post" preventScrollReset>
      <SubmitButton
        variant="text"
        size="small"
        icon="eye"
        name="phone"
        value={row.id}
        pendingLabel="正在显示…"
      >
        显示电话
      </SubmitButton>
    </Form>
  );
}

function QuickEntry({ row }: { readonly row: FollowUpRow }) {
  if (!row.mayWrite) return <Link to={`/placements/${row.id}/follow-ups`}>查看</Link>;
  return (
    <Form method="post" preventScrollReset className="flex gap-1">
      {ONE_KEY.map((outcome) => (
        <SubmitButton
          key={outcome}
          variant="default"
          size="small"
          name="quick"
          value={`${outcome} ${row.id} ${row.version}`}
          pendingLabel="正在登记…"
        >
          {OUTCOME_LABELS[outcome]}
        </SubmitButton>
      ))}
      <Link
        to={`/placements/${row.id}/follow-ups`}
        data-full-entry=""
        aria-label={`详细登记${row.name}的回访`}
        className={buttonClass("text", "small")}
      >
        详细
      </Link>
    </Form>
  );
}
