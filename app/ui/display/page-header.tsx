import type { ReactNode } from "react";

interface PageHeaderProps {
  readonly title: string;
  /** State badge and the like, beside the title. */
  readonly badge?: ReactNode;
  /** One line under the title: whose, when, how many. */
  readonly note?: ReactNode;
  /** The main action last, at the right. */
  readonly actions?: ReactNode;
}

/** The one h1 of a page with its actions. */
export function PageHeader({ title, badge, note, actions }: PageHeaderProps) {
  return (
    <div className="mb-3 flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="min-w-0">
        <h1 className="flex flex-wrap items-center gap-2 text-xl font-semibold leading-8 text-slate-900">
          {title}
          {badge}
        </h1>
        {note && <p className="text-slate-600">{note}</p>}
      </div>
      {actions && (
        <div className="ml-auto flex flex-wrap items-center gap-2 print:hidden">{actions}</div>
      )}
    </div>
  );
}
