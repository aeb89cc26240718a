import { Link } from "@remix-run/react";
import type { ReconciliationStepRow } from "~/data/targets/reconciliation-history-view.server";
import type { ReconciliationPage } from "~/data/targets/reconciliation-view.server";
import { STEP_LABELS, type StepKind } from "~/domain/targets/reconciliation-words";
import { Card } from "~/ui/display/card";
import { Timeline } from "~/ui/display/timeline";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Tone } from "~/ui/tone";

interface HistoryProps {
  readonly one: ReconciliationPage;
  readonly steps: readonly ReconciliationStepRow[];
}

/** What happened, the latest first, with the way to earlier rounds as they were signed. */
export function History({ one, steps }: HistoryProps) {
  const rounds = Array.from({ length: one.rounds - 1 }, (_, at) => at + 1);
  return (
    <Card
      title="办理记录"
      actions={rounds.map((round) => (
        <Link key={round} to={`?round=${round}`} className="text-brand-600 underline">
          第 {round} 轮
        </Link>
      ))}
    >
      <Timeline
        label="办理记录"
        entries={steps.map((step) => ({
          key: step.id,
          at: chinaMinute(step.at),
          title:
            one.rounds > 1
              ? `第 ${step.round} 轮 · ${STEP_LABELS[step.kind]}`
              : STEP_LABELS[step.kind],
          actor: step.byName,
          detail: detailOf(step),
          tone: toneOf(step.kind),
        }))}
      />
    </Card>
  );
}

function detailOf({ figure, reason, fileName, sha256 }: ReconciliationStepRow) {
  const parts = [
    ...(figure === null ? [] : [`${figure} 人`]),
    ...(reason === "" ? [] : [reason]),
    ...(fileName === null ? [] : [fileName]),
  ];
  if (parts.length === 0) return null;
  return (
    <>
      {parts.join("，")}
      {sha256 !== null && (
        <span className="block break-all font-mono text-xs text-slate-600">
          文件校验值（SHA-256）{sha256}
        </span>
      )}
    </>
  );
}

function toneOf(kind: StepKind): Tone {
  switch (kind) {
    case "LOCKED":
    case "COUNTY_SIGNED":
    case "DISTRICT_SIGNED":
      return "success";
    case "SIGNATURE_FELL":
    case "COUNTY_WITHDREW":
    case "DISTRICT_WITHDREW":
    case "REOPENED":
      return "warning";
    case "OPENED":
    case "COUNTY_LIST":
    case "DISTRICT_FIGURE":
    case "DISTRICT_LIST":
    case "EXPLAINED":
      return "neutral";
  }
}
