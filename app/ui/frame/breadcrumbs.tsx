import { Link } from "@remix-run/react";
import { Icon } from "../icon";
import type { Crumb } from "./page-handle";

/** The way here. A single crumb would only repeat the title, so it is left out. */
export function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  if (crumbs.length < 2) return null;
  return (
    <nav aria-label="当前位置" className="mb-1 print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1 text-slate-600">
        {crumbs.map(({ label, to }, index) => {
          const isLast = index === crumbs.length - 1;
          return (
            <li key={`${index} ${label}`} className="flex items-center gap-1">
              {index > 0 && <Icon name="right" className="h-3 w-3" />}
              {to === undefined || isLast ? (
                <span aria-current={isLast ? "page" : undefined} className="py-0.5">
                  {label}
                </span>
              ) : (
                <Link to={to} className="py-0.5 hover:text-brand-600 hover:underline">
                  {label}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
