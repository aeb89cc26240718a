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

/** A line that fails is not handed in; of a pot the step itself is refused. */
export function SeverityBadge({ severity, subject }: Pick<RuleEntry, "severity" | "subject">) {
  const { label, tone } = SEVERITY[severity];
  const isRefused = subject === "pot" && severity === "block";
  return <StateBadge label={isRefused ? "不符合的不予办理" : label} tone={tone} />;
}

/** The days on which the event must lie, or on which money is judged. */
export function effectiveText({
  effective: { from, to },
  subject,
}: Pick<RuleEntry, "effective" | "subject">): string {
  if (from === null) return "不论事项日期";
  const days = to === null ? `${from} 起` : `${from} 至 ${to}`;
  return subject === "pot" ? days : `事项日期 ${days}`;
}

export function kindsText({ kinds, subject }: Pick<RuleEntry, "kinds" | "subject">): string {
  if (subject === "pot") return "资金项目";
  return kinds.length === 0 ? "各类补贴" : kinds.join("、");
}

/** Where the document holds, and that others go by it as a reference; empty of rules of our own. */
export function areaText({ area }: RuleEntry["citation"]): string {
  return area === null ? "" : `原文适用于${area.name}，其他地区参照执行`;
}

/** One rule in its chapter: number, title, where it comes from, when it holds and what it goes by. */
export function RuleArticle({ entry }: { readonly entry: RuleEntry }) {
  return (
    <article className="break-inside-avoid border-b border-slate-200 px-4 py-3 last:border-b-0">
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 font-semibold text-slate-900">
        <span className="tabular-nums text-slate-600">{entry.number}</span>
        <Link to={`/rules/${entry.id}`} className="text-brand-700 underline">
          {entry.title}
        </Link>
        <SeverityBadge {...entry} />
      </h3>
      <p className="mt-1 leading-relaxed text-slate-700">
        <span className="font-medium">{citationText(entry.citation)}</span>：
        {entry.citation.summary}。
      </p>
      <p className="mt-1 text-slate-600">
        {kindsText(entry)}；{effectiveText(entry)}适用
        {entry.thresholds.map(({ label, value }) => `；${label}：${value}`).join("")}
        {entry.parameters.length > 0 &&
          `；参数：${entry.parameters.map((id) => PARAMETERS[id].label).join("、")}`}
        {entry.citation.area !== null && `；${areaText(entry.citation)}`}。
      </p>
    </article>
  );
}
