import { Link, useLocation } from "@remix-run/react";
import { classNames } from "../class-names";
import { Icon } from "../icon";
import type { MenuEntry } from "./frame-data";

/** Only what this person may open; the entry of the present page is marked. */
export function SideMenu(props: { readonly label: string; readonly menu: readonly MenuEntry[] }) {
  const present = presentEntry(props.menu, useLocation().pathname);
  return (
    <nav aria-label={props.label}>
      <ul className="py-2">
        {props.menu.map((entry) => (
          <li key={entry.to}>
            <Link
              to={entry.to}
              aria-current={entry === present ? "page" : undefined}
              className={entryClass(entry === present)}
            >
              <Icon name={entry.icon} />
              {entry.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The entry whose address reaches furthest into the present one. */
function presentEntry(menu: readonly MenuEntry[], path: string): MenuEntry | undefined {
  return menu
    .filter(({ to }) => path === to || (to !== "/" && path.startsWith(`${to}/`)))
    .sort((a, b) => b.to.length - a.to.length)[0];
}

function entryClass(isActive: boolean): string {
  return classNames(
    "flex h-12 items-center gap-2 border-l-[3px] px-4 focus-visible:[outline-offset:-2px] md:h-9",
    isActive
      ? "border-brand-600 bg-brand-50 font-semibold text-brand-600"
      : "border-transparent text-slate-700 hover:bg-slate-50 hover:text-brand-600",
  );
}
