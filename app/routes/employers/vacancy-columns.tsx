import type { VacancyRow } from "~/data/employers/vacancy-list-view.server";
import {
  VACANCY_KIND_LABELS,
  VACANCY_STATE_LABELS,
  openDays,
  wageText,
  type VacancyState,
} from "~/domain/employers/vacancy";
import { StateBadge } from "~/ui/display/badge";
import type { Tone } from "~/ui/tone";
import type { Column } from "~/ui/tables/column";
import { FigureLink } from "./employer-columns";

const TONES: Readonly<Record<VacancyState, Tone>> = {
  COMING: "info",
  STANDING: "success",
  EXPIRED: "neutral",
  CLOSED: "neutral",
};

export function VacancyStateBadge({ state }: { readonly state: VacancyState }) {
  return <StateBadge label={VACANCY_STATE_LABELS[state]} tone={TONES[state]} />;
}

export const VACANCY_COLUMNS: readonly Column<VacancyRow>[] = [
  { key: "title", header: "岗位", isRowHeader: true, cell: (row) => row.title },
  { key: "kind", header: "类别", cell: (row) => VACANCY_KIND_LABELS[row.kind] },
  {
    key: "employer",
    header: "用人单位",
    cell: (row) => row.employerName,
    className: "min-w-[10rem] whitespace-normal",
  },
  { key: "workplace", header: "工作地", cell: (row) => row.workplaceName },
  { key: "wage", header: "月工资", align: "right", cell: wageOf },
  { key: "headcount", header: "需要人数", align: "right", cell: (row) => row.headcount },
  { key: "filled", header: "已安排", align: "right", cell: (row) => row.filled },
  {
    key: "ofOwn",
    header: "其中本地区",
    align: "right",
    cell: ({ id, ofOwn }) => (
      <FigureLink value={ofOwn} to={`/vacancies/${id}#people`} label={`本地区已安排 ${ofOwn} 人`} />
    ),
  },
  {
    key: "open",
    header: "招用期",
    cell: ({ openFrom, openTo }) => openDays(openFrom, openTo),
  },
  { key: "state", header: "状态", cell: (row) => <VacancyStateBadge state={row.state} /> },
];

function wageOf({ wageFromFen, wageToFen }: VacancyRow): string {
  return wageText(wageFromFen, wageToFen);
}
