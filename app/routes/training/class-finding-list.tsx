import { Link } from "@remix-run/react";
import type { ClassFinding, MendedAt } from "~/domain/training/class-findings";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { ProblemList } from "~/ui/tables/problem-list";

export interface FindingPlaces {
  readonly classId: string;
  readonly planId: string | null;
  readonly providerId: string | null;
  readonly rosterId: string | null;
}

interface ClassFindingListProps {
  readonly findings: readonly ClassFinding[];
  readonly places: FindingPlaces;
}

/** What stands against the class as filed, each with its clause and the way to where it is mended. */
export function ClassFindingList({ findings, places }: ClassFindingListProps) {
  if (findings.length === 0) {
    return <Notice kind="success">按备案、计划、机构、课次和标准参数核对，没有查出问题。</Notice>;
  }
  const problems = findings.map(({ severity, what, citation, mendedAt }) => ({
    severity: severity === "error" ? ("refused" as const) : severity,
    message: `${what}${citation === null ? "" : `（依据：${citation}）`}`,
    action: <Mend mendedAt={mendedAt} places={places} />,
  }));
  return (
    <Card title="核对出的问题" note={`${findings.length} 项`} flush>
      <ProblemList label="核对出的问题" problems={problems} />
    </Card>
  );
}

const LABELS: Readonly<Record<MendedAt, string>> = {
  filing: "开班备案",
  plan: "年度计划",
  provider: "培训机构",
  sessions: "课程与考勤",
  roster: "花名册",
  documents: "开班材料",
};

function Mend({ mendedAt, places }: { mendedAt: MendedAt; places: FindingPlaces }) {
  return (
    <Link to={addressOf(mendedAt, places)} className="text-brand-600 hover:underline">
      {`到${LABELS[mendedAt]}`}
    </Link>
  );
}

function addressOf(mendedAt: MendedAt, places: FindingPlaces): string {
  const { classId, planId, providerId, rosterId } = places;
  switch (mendedAt) {
    case "filing":
      return `/classes/${classId}/filing`;
    case "plan":
      return planId === null ? "/plans" : `/plans/${planId}`;
    case "provider":
      return providerId === null ? "/providers" : `/providers/${providerId}`;
    case "sessions":
      return `/classes/${classId}/sessions`;
    case "roster":
      return rosterId === null ? `/classes/${classId}` : `/rosters/${rosterId}`;
    case "documents":
      return `/classes/${classId}/documents`;
  }
}
