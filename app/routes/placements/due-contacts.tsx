import { DUE_STATE_LABELS, type DueContact, type DueState } from "~/domain/placements/due-contacts";
import { dueWords } from "~/domain/placements/follow-up-tab";
import { StateBadge } from "~/ui/display/badge";
import type { Tone } from "~/ui/tone";

const TONES: Readonly<Record<DueState["kind"], Tone>> = {
  onTime: "success",
  late: "warning",
  missed: "danger",
  open: "info",
};
const KINDS = Object.keys(DUE_STATE_LABELS) as readonly DueState["kind"][];

/** Each contact that was due up to today, and what became of it, with the numbers. */
export function DueContacts({ due }: { readonly due: readonly DueContact[] }) {
  if (due.length === 0) return null;
  const counts = KINDS.map((kind) => ({
    label: DUE_STATE_LABELS[kind],
    count: due.filter(({ state }) => state.kind === kind).length,
  })).filter(({ count }) => count > 0);
  const told = counts.map(({ label, count }) => `${label} ${count} 次`).join("，");
  return (
    <>
      <h3 className="mb-1 mt-4 font-medium text-slate-700">{`应回访 ${due.length} 次：${told}`}</h3>
      <ul aria-label="应回访情况" className="flex flex-wrap gap-x-6 gap-y-1">
        {due.map(({ label, dueOn, state }) => (
          <li key={label} className="flex flex-wrap items-center gap-x-2">
            <span>{label}</span>
            <span className="tabular-nums text-slate-600">{dueOn}</span>
            <StateBadge label={wordsOf(state)} tone={TONES[state.kind]} />
          </li>
        ))}
      </ul>
    </>
  );
}

function wordsOf(state: DueState): string {
  switch (state.kind) {
    case "onTime":
    case "missed":
      return DUE_STATE_LABELS[state.kind];
    case "late":
      return `逾期 ${state.days} 天（${state.on}）`;
    case "open":
      return `待回访，${dueWords(state.late)}`;
  }
}
