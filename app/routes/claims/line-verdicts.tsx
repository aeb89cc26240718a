import { Link } from "@remix-run/react";
import type { ClaimHead } from "~/data/claims/claim-head-view.server";
import type { ClaimLinePage } from "~/data/claims/claim-line-view.server";
import type { LineCheck, RuleVerdict } from "~/data/claims/line-check-view.server";
import { citationText } from "~/domain/rules/citation-text";
import { VERDICT_LABELS, type VerdictKind } from "~/domain/rules/rule";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import type { Tone } from "~/ui/tone";
import { evidenceLink } from "./evidence-link";

const TONES: Readonly<Record<VerdictKind, Tone>> = {
  pass: "success",
  fail: "danger",
  unknown: "warning",
};
const WEIGHT: Readonly<Record<VerdictKind, number>> = { fail: 0, unknown: 1, pass: 2 };
const LINK = "text-brand-600 hover:underline";

interface LineVerdictsProps {
  readonly head: ClaimHead;
  readonly line: ClaimLinePage;
  readonly check: LineCheck;
}

/** Every rule that was asked, what bars the line first, each with its clause, its inputs and where they come from. */
export function LineVerdicts({ head, line, check }: LineVerdictsProps) {
  const rows = [...check.verdicts].sort((a, b) => weight(a) - weight(b));
  const counted = (kind: VerdictKind) =>
    `${VERDICT_LABELS[kind]} ${rows.filter(({ verdict }) => verdict.kind === kind).length} 项`;
  return (
    <Card
      title={`第 ${check.number} 次核查`}
      note={`${chinaMinute(check.ranAt)}；${counted("fail")}，${counted("unknown")}，${counted("pass")}`}
      flush
      className="my-4"
    >
      <DataTable
        caption="核查结论"
        columns={columnsOf(head, line)}
        rows={rows}
        rowKey={({ rule }) => rule}
        tall={false}
        empty={null}
      />
    </Card>
  );
}

function weight({ verdict, severity }: RuleVerdict): number {
  const kind = WEIGHT[verdict.kind];
  return kind === 2 ? 4 : kind + (severity === "block" ? 0 : 2);
}

function columnsOf(head: ClaimHead, line: ClaimLinePage): readonly Column<RuleVerdict>[] {
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
          {kind !== "pass" && severity === "warn" && <span className="ml-1">要说明</span>}
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
            <span key={label} className="block text-slate-600">
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
        const { label, to } = evidenceLink(rule.split("/")[0] ?? "", head, line);
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
