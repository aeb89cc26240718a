import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Card } from "~/ui/display/card";

interface LinkListProps {
  readonly title: string;
  readonly links: readonly {
    readonly to: string;
    readonly label: string;
    readonly note: string;
  }[];
  readonly empty?: string;
  readonly actions?: ReactNode;
}

/** A card of links, each with what tells it from the others. */
export function LinkList({ title, links, empty, actions }: LinkListProps) {
  return (
    <Card title={title} note={`${links.length} 个`} actions={actions}>
      {links.length === 0 && <p className="text-slate-600">{empty}</p>}
      <ul className="space-y-1">
        {links.map(({ to, label, note }) => (
          <li key={to} className="flex flex-wrap gap-x-3">
            <Link to={to} className="text-brand-600 hover:underline">
              {label}
            </Link>
            <span className="text-slate-600">{note}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
