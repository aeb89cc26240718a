import { Link } from "@remix-run/react";
import type { AppointmentFinding } from "~/domain/posts/appointment-findings";
import { ProblemList } from "~/ui/tables/problem-list";

interface FindingListProps {
  readonly label: string;
  readonly findings: readonly AppointmentFinding[];
}

/** What stands against an appointment, each with its cure and, in one's own county, the way there. */
export function FindingList({ label, findings }: FindingListProps) {
  return (
    <ProblemList
      label={label}
      problems={findings.map(({ severity, message, cure, to }) => ({
        ...{ severity, message },
        action: (
          <>
            <span className="text-slate-700">{cure}</span>
            {to !== null && (
              <Link to={to} className="text-brand-600 hover:underline">
                打开那一条
              </Link>
            )}
          </>
        ),
      }))}
    />
  );
}
