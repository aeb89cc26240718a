import { useId } from "react";
import type { ReactNode } from "react";
import { classNames } from "../class-names";

interface CardProps {
  readonly title?: string;
  /** Beside the title, e.g. a count or a cut-off time. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  /** Tables and lists reach the edge. */
  readonly flush?: boolean;
}

export function Card({ title, note, actions, children, className, flush }: CardProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={classNames("mb-4 rounded border border-slate-200 bg-white", className)}
    >
      {(title || actions) && (
        <header className="flex min-h-[2.75rem] flex-wrap items-center gap-x-3 gap-y-1 border-b border-slate-200 px-4 py-1.5">
          {title && (
            <h2 id={id} className="text-base font-semibold text-slate-900">
              {title}
            </h2>
          )}
          {note && <span className="text-slate-600">{note}</span>}
          {actions && <span className="ml-auto flex flex-wrap items-center gap-2">{actions}</span>}
        </header>
      )}
      <div className={flush ? undefined : "p-4"}>{children}</div>
    </section>
  );
}
