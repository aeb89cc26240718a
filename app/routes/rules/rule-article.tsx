import { Link } from "@remix-run/react";
import type { RuleEntry } from "~/data/rules/rule-book-view.server";
import { citationText } from "~/domain/rules/citation-text";
import { PARAMETERS } from "~/domain/rules/parameter";
import type { RuleSeverity } from "~/domain/rules/rule";
import { StateBadge } from "~/ui/display/badge";
import type { Tone } from "~/ui/tone";

const SEVERITY: Readonly<Record<RuleSeverity, { label: string; tone: Tone }>> = {
  block: { label: "不符合的不能报送", tone: "neutral" },
  warn: { label: "不符合的要说明", tone: "warning" },
};

export function SeverityBadge({ severity }: { readonly severity: RuleSeverity }) {
  return <StateBadge {...SEVERITY[severity]} />;
}

/** The days on which the event must lie. */
export function effectiveText({ from, to }: Pick<RuleEntry, "from" | "to">): string {
  return to === null ? `${from} 起` : `${from} 至 ${to}`;
}

export function kindsText({ kinds }: Pick<RuleEntry, "kinds">): string {
  return kinds.length === 0 ? "各类补贴" : kinds.join("、");
}

/** One rule in its chapter: number, title, where it comes from, when it holds and what it goes by. */
export function RuleArticle({ entry }: { readonly entry: RuleEntry }) {
  return (
    <article className="break-inside-avoid border-b border-slate-200 px-4 py-3 last:border-b-0">
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 font-semibold text-slate-900">
        <span className="tabular-nums text-slate-600">{entry.number}</span>
        <Link to={`/rules/${entry.id}`} className="text-brand-600 hover:underline">
          {entry.title}
        </Link>
        <SeverityBadge severity={entry.severity} />
      </h3>
      <p className="mt-1 leading-relaxed text-slate-700">
        <span className="font-medium">{citationText(entry.citation)}</span>：
        {entry.citation.summary}。
      </p>
      <p className="mt-1 text-slate-600">
        {kindsText(entry)}；事项日期 {effectiveText(entry)} 适用
        {entry.parameters.length > 0 &&
          `；参数：${entry.parameters.map((id) => PARAMETERS[id].label).join("、")}`}
        。
      </p>
    </article>
  );
}
