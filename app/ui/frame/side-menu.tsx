import { NavLink } from "@remix-run/react";
import { classNames } from "../class-names";
import { Icon } from "../icon";
import type { MenuEntry } from "./frame-data";

/** Only what this person may open; the entry of the present page is marked. */
export function SideMenu(props: { readonly label: string; readonly menu: readonly MenuEntry[] }) {
  return (
    <nav aria-label={props.label}>
      <ul className="py-2">
        {props.menu.map((entry) => (
          <li key={entry.to}>
            <NavLink to={entry.to} end={entry.to === "/"} className={entryClass}>
              <Icon name={entry.icon} />
              {entry.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function entryClass({ isActive }: { readonly isActive: boolean }): string {
  return classNames(
    "flex h-12 items-center gap-2 border-l-[3px] px-4 focus-visible:[outline-offset:-2px] md:h-9",
    isActive
      ? "border-brand-600 bg-brand-50 font-semibold text-brand-600"
      : "border-transparent text-slate-700 hover:bg-slate-50 hover:text-brand-600",
  );
}
