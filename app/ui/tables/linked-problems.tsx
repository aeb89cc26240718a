import { Link } from "@remix-run/react";
import { Card } from "~/ui/display/card";
import { ProblemList } from "./problem-list";

interface LinkedProblemsProps {
  readonly title: string;
  readonly note: string;
  readonly items: readonly { readonly message: string; readonly to: string }[];
  /** On every link: where it leads is said by the message. */
  readonly linkLabel: string;
}

/** Reminders, each with the way to its page; nothing when there is none. */
export function LinkedProblems({ title, note, items, linkLabel }: LinkedProblemsProps) {
  if (items.length === 0) return null;
  const problems = items.map(({ message, to }) => ({
    severity: "warning" as const,
    message,
    action: (
      <Link to={to} className="whitespace-nowrap text-brand-600 hover:underline print:hidden">
        {linkLabel}
      </Link>
    ),
  }));
  return (
    <Card title={title} note={note} flush>
      <ProblemList label={title} problems={problems} />
    </Card>
  );
}
