import { Link } from "@remix-run/react";
import type { VacancyPage } from "~/data/employers/vacancy-view.server";
import { openDays, wageText } from "~/domain/employers/vacancy";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";

/** How full a vacancy is, and what it offers. */
export function VacancyFacts({ vacancy }: { readonly vacancy: VacancyPage }) {
  const { employer, headcount, filled, people, openFrom, openTo, closedReason } = vacancy;
  const missing = Math.max(0, headcount - filled);
  return (
    <>
      <StatTiles>
        <StatTile label="需要" value={headcount} unit="人" />
        <StatTile label="已安排" value={filled} unit="人" note="各县合计，只计数" />
        <StatTile label="其中您的地区" value={people.total} unit="人" to="#people" />
        <StatTile
          label="还缺"
          value={missing}
          unit="人"
          tone={missing === 0 ? "neutral" : "warning"}
        />
      </StatTiles>
      <Card title="岗位情况">
        <DescriptionList
          items={[
            {
              term: "用人单位",
              detail: (
                <Link to={`/employers/${employer.id}`} className="text-brand-600 hover:underline">
                  {employer.name}
                </Link>
              ),
            },
            { term: "工作地", detail: vacancy.workplaceName },
            { term: "月工资", detail: wageText(vacancy.wageFromFen, vacancy.wageToFen) },
            { term: "招用期", detail: openDays(openFrom, openTo) },
            { term: "要求和待遇", detail: vacancy.requirement || "未填", wide: true },
            { term: "信息来源", detail: vacancy.source || "未填", wide: true },
            ...(closedReason === null
              ? []
              : [{ term: "关闭原因", detail: closedReason, wide: true }]),
          ]}
        />
      </Card>
    </>
  );
}
