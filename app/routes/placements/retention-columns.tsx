import type { RetentionRow } from "~/data/placements/retention-page-view.server";
import type { MilestoneMonths } from "~/domain/placements/retention-state";
import type { Column } from "~/ui/tables/column";
import { RetentionMonths } from "./retention-months";
import { milestoneWords, missingWords } from "./retention-words";

/** On a phone the name, the months and their evidence have room; the rest stands on the person's page. */
const AT_A_DESK = "hidden md:table-cell";

/** The columns of the people behind a figure of the milestone of so many months. */
export function retentionColumns(months: MilestoneMonths): readonly Column<RetentionRow>[] {
  return [
    { key: "name", header: "姓名", isRowHeader: true, cell: (row) => row.name },
    { key: "id", header: "身份证号", className: AT_A_DESK, cell: (row) => row.maskedId },
    { key: "county", header: "家乡县", className: AT_A_DESK, cell: (row) => row.countyName },
    {
      key: "employer",
      header: "该时段末次用人单位",
      className: `${AT_A_DESK} min-w-[10rem] whitespace-normal`,
      cell: (row) => row.employerName,
    },
    { key: "firstOn", header: "起算日", className: AT_A_DESK, cell: firstDay },
    {
      key: "months",
      header: "已满",
      align: "right",
      cell: ({ spell }) => `${spell.wholeMonths} 个月`,
    },
    {
      key: "gap",
      header: "间断",
      align: "right",
      className: AT_A_DESK,
      cell: ({ spell }) => `${spell.gapDays} 天`,
    },
    {
      key: "milestone",
      header: `满 ${months} 个月`,
      className: `${AT_A_DESK} min-w-[9rem] whitespace-normal`,
      cell: ({ spell }) => {
        const state = spell.milestones.find((one) => one.months === months)?.state;
        return state === undefined ? "" : milestoneWords(state, spell.isLost);
      },
    },
    {
      key: "proof",
      header: "各月佐证",
      className: "whitespace-normal md:whitespace-nowrap",
      cell: ({ spell }) => (
        <details>
          <summary className="cursor-pointer text-brand-600">{missingWords(spell.months)}</summary>
          <div className="mt-1 text-xs">
            <RetentionMonths months={spell.months} />
          </div>
        </details>
      ),
    },
  ];
}

function firstDay({ spell, isEarlier }: RetentionRow) {
  if (!isEarlier) return spell.firstOn;
  return (
    <>
      {spell.firstOn}
      <span className="block text-xs text-slate-600">{`以前时段，至 ${spell.lastOn ?? ""}`}</span>
    </>
  );
}
