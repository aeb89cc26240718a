import type { SerializeFrom } from "@remix-run/node";
import { Link } from "@remix-run/react";
import type { ParticipantLine } from "~/data/employers/fair-participants-view.server";
import type { FairPage } from "~/data/employers/fair-view.server";
import {
  FAIR_OUTCOME_LABELS,
  FAIR_OUTCOMES,
  type FairOutcome,
} from "~/domain/employers/fair-outcome";
import { StateBadge } from "~/ui/display/badge";
import { Tabs } from "~/ui/display/tabs";
import type { Column } from "~/ui/tables/column";
import { OUTCOME_TONES } from "./fair-words";

type Fair = SerializeFrom<FairPage>;
type Row = SerializeFrom<ParticipantLine>;

const LINK = "text-brand-600 hover:underline";

/** Everybody, or those of one outcome. */
export function OutcomeTabs({
  fair,
  current,
}: {
  readonly fair: Fair;
  readonly current: FairOutcome | null;
}) {
  const here = `/job-fairs/${fair.id}/participants`;
  const all = { to: here, label: "全部", current: current === null, count: fair.participants };
  const each = FAIR_OUTCOMES.map((outcome) => ({
    to: `${here}?outcome=${outcome}`,
    label: FAIR_OUTCOME_LABELS[outcome],
    current: outcome === current,
    count: fair.outcomes[outcome],
  }));
  return <Tabs label="按结果查看" tabs={[all, ...each]} />;
}

export function participantColumns(fair: Fair): readonly Column<Row>[] {
  const columns: readonly Column<Row>[] = [
    { key: "name", header: "姓名", isRowHeader: true, cell: (row) => row.name },
    { key: "id", header: "身份证号", cell: (row) => row.maskedId },
    {
      key: "outcome",
      header: "结果",
      cell: (row) => (
        <StateBadge label={FAIR_OUTCOME_LABELS[row.outcome]} tone={OUTCOME_TONES[row.outcome]} />
      ),
    },
    {
      key: "employer",
      header: "单位",
      cell: (row) => row.employerName ?? "—",
      className: "min-w-[10rem] whitespace-normal",
    },
    {
      key: "placement",
      header: "就业登记",
      cell: (row) =>
        row.placementId === null ? (
          "—"
        ) : (
          <Link to={`/placements/${row.placementId}`} className={LINK}>
            查看
          </Link>
        ),
    },
    {
      key: "note",
      header: "备注",
      cell: (row) => row.note,
      className: "min-w-[8rem] whitespace-normal",
    },
  ];
  if (!fair.mayWrite) return columns;
  const step: Column<Row> = {
    key: "step",
    header: "办理",
    cell: (row) => (
      <Link to={`/job-fairs/${fair.id}/participants?one=${row.id}`} className={LINK}>
        登记结果
      </Link>
    ),
  };
  return [...columns, step];
}
