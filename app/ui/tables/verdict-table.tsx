import { Link } from "@remix-run/react";
import { citationText } from "~/domain/rules/citation-text";
import { VERDICT_LABELS, type VerdictKind } from "~/domain/rules/rule";
import type { RuleVerdict } from "~/domain/rules/rule-verdict";
import { StateBadge } from "~/ui/display/badge";
import type { Column } from "./column";
import { DataTable } from "./data-table";
import type { Tone } from "~/ui/tone";

const TONES: Readonly<Record<VerdictKind, Tone>> = {
  pass: "success",
  fail: "danger",
  unknown: "warning",
};
const WEIGHT: Readonly<Record<VerdictKind, number>> = { fail: 0, unknown: 1, pass: 2 };
const LINK = "text-brand-700 underline";

/** Where what a rule looked at can be seen; an empty address: nowhere. */
export type EvidenceOf = (rule: string) => { readonly label: string; readonly to: string };

interface VerdictTableProps {
  readonly verdicts: readonly RuleVerdict[];
  readonly evidenceOf: EvidenceOf;
  /** Said of a warning rule that does not pass; null: nothing is asked of anybody here. */
  readonly mark?: string | null;
}

/** How many rules say what, in one line. */
export function verdictCounts(verdicts: readonly RuleVerdict[]): string {
  const counted = (kind: VerdictKind) =>
    `${VERDICT_LABELS[kind]} ${verdicts.filter(({ verdict }) => verdict.kind === kind).length} 项`;
  return `${counted("fail")}，${counted("unknown")}，${counted("pass")}`;
}

/** Every rule that was asked, what bars first, each with its clause, its inputs and where they come from. */
export function VerdictTable({ verdicts, evidenceOf, mark = "要说明" }: VerdictTableProps) {
  return (
    <DataTable
      caption="核查结论"
      columns={columnsOf(evidenceOf, mark)}
      rows={[...verdicts].sort((a, b) => weight(a) - weight(b))}
      rowKey={({ rule }) => rule}
      tall={false}
      empty={null}
    />
  );
}

function weight({ verdict, severity }: RuleVerdict): number {
  const kind = WEIGHT[verdict.kind];
  return kind === 2 ? 4 : kind + (severity === "block" ? 0 : 2);
}

function columnsOf(evidenceOf: EvidenceOf, mark: string | null): readonly Column<RuleVerdict>[] {
  return [
    {
      key: "rule",
      header: "规则",
      isRowHeader: true,
      className: "min-w-[12rem] whitespace-normal",
      cell: ({ rule, title }) => (
        <Link to={`/rules/${rule}`} className={LINK}>
          {title}
        </Link>
      ),
    },
    {
      key: "verdict",
      header: "结论",
      cell: ({ verdict: { kind }, severity }) => (
        <>
          <StateBadge label={VERDICT_LABELS[kind]} tone={TONES[kind]} />
          {kind !== "pass" && severity === "warn" && mark !== null && (
            <span className="ml-1">{mark}</span>
          )}
        </>
      ),
    },
    {
      key: "message",
      header: "算式和事实",
      className: "min-w-[16rem] whitespace-normal",
      cell: ({ verdict: { message, inputs } }) => (
        <>
          {message}
          {inputs.map(({ label, value }) => (
            <span key={`${label} ${value}`} className="block text-slate-600">
              {label}：{value}
            </span>
          ))}
        </>
      ),
    },
    {
      key: "citation",
      header: "依据条款",
      className: "min-w-[12rem] whitespace-normal",
      cell: (row) => <Clause row={row} />,
    },
    {
      key: "evidence",
      header: "凭据",
      cell: ({ rule }) => {
        const { label, to } = evidenceOf(rule);
        return to === "" ? null : (
          <Link to={to} className={LINK}>
            {label}
          </Link>
        );
      },
    },
  ];
}

function Clause({ row: { citation, reference } }: { readonly row: RuleVerdict }) {
  return (
    <>
      {citationText(citation)}
      {reference !== null && <span className="block text-slate-600">{reference}</span>}
    </>
  );
}
