import type { RetentionView } from "~/data/placements/retention-view.server";
import { Badge, StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { RetentionMonths } from "./retention-months";
import { gapWords, milestoneWords } from "./retention-words";

/** A person's stable employment: how long, the milestones, and what each month rests on. */
export function RetentionCard({ view }: { readonly view: RetentionView }) {
  const { spell, gap, asOf } = view;
  const note = `截至 ${asOf}；${gapWords(gap)}`;
  if (spell === null) {
    return (
      <Card title="稳定就业" note={note}>
        还没有到上岗日期，尚未起算。
      </Card>
    );
  }
  const gaps = spell.gapDays === 0 ? "无间断" : `其中间断 ${spell.gapDays} 天，不计入`;
  return (
    <Card title="稳定就业" note={note}>
      <DescriptionList
        columns={3}
        items={[
          { term: "起算日", detail: spell.firstOn },
          { term: "已满", detail: `${spell.wholeMonths} 个月（${gaps}）` },
          { term: "用人单位", detail: view.employers.join(" → ") },
        ]}
      />
      <ul aria-label="里程碑" className="my-4 space-y-1">
        {spell.milestones.map(({ months, state }) => (
          <li key={months} className="flex flex-wrap items-center gap-x-3">
            <span className="w-20 whitespace-nowrap font-medium">{`满 ${months} 个月`}</span>
            <span className="tabular-nums">{milestoneWords(state)}</span>
            {state.kind === "reached" &&
              (spell.provedMonths >= months ? (
                <StateBadge label="佐证齐全" tone="success" />
              ) : (
                <StateBadge label="缺佐证" tone="warning" />
              ))}
            {state.kind === "missed" && <Badge>未达到</Badge>}
          </li>
        ))}
      </ul>
      <h3 className="mb-1 font-medium text-slate-700">各月佐证</h3>
      <RetentionMonths months={spell.months} />
    </Card>
  );
}
