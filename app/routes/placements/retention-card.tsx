import type { EmployedSpell, RetentionView } from "~/data/placements/retention-view.server";
import { Badge, StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";
import { RetentionMonths } from "./retention-months";
import { gapWords, milestoneWords } from "./retention-words";

/** A person's stable employment: how long, the milestones, and what each month rests on. */
export function RetentionCard({ view }: { readonly view: RetentionView }) {
  const { spells, gap, asOf } = view;
  const spell = spells[spells.length - 1];
  const note = `截至 ${asOf}；${gapWords(gap)}`;
  if (spell === undefined) {
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
          { term: "用人单位", detail: spell.employers.join(" → ") },
        ]}
      />
      {spell.isLost && (
        <Notice kind="warning">
          {`已失联：计时停在最后一次得知在岗的 ${spell.lastOn ?? ""}，回访到本人或单位确认在岗后接着计算。`}
        </Notice>
      )}
      <ul aria-label="里程碑" className="my-4 space-y-1">
        {spell.milestones.map(({ months, state }) => (
          <li key={months} className="flex flex-wrap items-center gap-x-3">
            <span className="w-20 whitespace-nowrap font-medium">{`满 ${months} 个月`}</span>
            <span className="tabular-nums">{milestoneWords(state, spell.isLost)}</span>
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
      <EarlierSpells spells={spells.slice(0, -1)} />
    </Card>
  );
}

/** Spells before a gap too long: what was reached in them stays reached. */
function EarlierSpells({ spells }: { readonly spells: readonly EmployedSpell[] }) {
  if (spells.length === 0) return null;
  return (
    <>
      <h3 className="mb-1 mt-4 font-medium text-slate-700">以前的就业时段（已满的仍计为已满）</h3>
      <ul aria-label="以前的就业时段" className="space-y-1">
        {spells.map(({ firstOn, lastOn, wholeMonths, provedMonths, employers }) => (
          <li key={firstOn}>
            <span className="tabular-nums">{`${firstOn} 至 ${lastOn ?? ""}`}</span>
            <span className="ml-3">{`已满 ${wholeMonths} 个月，前 ${provedMonths} 个月佐证齐全`}</span>
            <span className="ml-3 text-slate-700">{employers.join(" → ")}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
