import { Link } from "@remix-run/react";
import { classNames } from "../class-names";

export interface Tab {
  readonly to: string;
  readonly label: string;
  readonly current: boolean;
  /** A number, or what stands for one that is not counted to its end (1000+). */
  readonly count?: number | string;
}

/** Tabs are pages with addresses of their own, so they are links and not a script's tab list. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="mb-4 border-b border-slate-300 print:hidden">
      {/* A second row on a phone: a tab that must be scrolled to is a tab nobody knows of. */}
      <ul className="flex flex-wrap gap-x-1">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              aria-current={tab.current ? "page" : undefined}
              className={classNames(
                "flex h-10 items-center gap-1.5 whitespace-nowrap border-b-2 px-3",
                // Outside it would lie under the tab beside it.
                "focus-visible:[outline-offset:-2px]",
                tab.current
                  ? "border-brand-600 font-semibold text-brand-600"
                  : "border-transparent text-slate-700 hover:text-brand-600",
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="rounded-full bg-slate-200 px-1.5 text-xs tabular-nums text-slate-700">
                  {tab.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
