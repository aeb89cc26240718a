import type { EmployedSpell, RetentionView } from "~/data/placements/retention-view.server";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";

/** A person's spells of work, the one that stands first; what each month rests on is told on the placements' pages. */
export function PersonRetention({ view }: { readonly view: RetentionView }) {
  if (view.spells.length === 0) return null;
  return (
    <Card title="稳定就业" note={`截至 ${view.asOf}`}>
      <ul aria-label="各就业时段" className="space-y-1">
        {[...view.spells].reverse().map((spell) => (
          <li key={spell.firstOn} className="flex flex-wrap items-center gap-x-3">
            <span className="tabular-nums">{`${spell.firstOn} 至 ${spell.lastOn ?? "今"}`}</span>
            <span>{reachedWords(spell)}</span>
            <span className="text-slate-700">{spell.employers.join(" → ")}</span>
            {spell.isLost && <StateBadge label="失联" tone="danger" />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function reachedWords({ wholeMonths, provedMonths }: EmployedSpell): string {
  if (wholeMonths === 0) return "未满 1 个月";
  const proved = provedMonths === 0 ? "佐证不全" : `前 ${provedMonths} 个月佐证齐全`;
  return `已满 ${wholeMonths} 个月，${proved}`;
}
