import { Link, useLocation } from "@remix-run/react";
import { classNames } from "../class-names";
import { Icon } from "../icon";
import type { MenuEntry, MenuGroup } from "./frame-data";

interface SideMenuProps {
  readonly label: string;
  readonly menu: readonly MenuGroup[];
  /** Where the page belongs, when not by its own address. */
  readonly path?: string | undefined;
}

/** Only what this person may open, group by group; the entry of the present page is marked. */
export function SideMenu({ label, menu, path }: SideMenuProps) {
  const { pathname } = useLocation();
  const present = presentEntry(
    menu.flatMap(({ entries }) => entries),
    path ?? pathname,
  );
  return (
    <nav aria-label={label} className="py-2">
      {menu.map(({ heading, entries, isFolded = false }) =>
        heading === null ? (
          <Entries key="" entries={entries} present={present} />
        ) : (
          // Native, so it folds without scripts; an officer folds away what he does not use.
          <details
            key={heading}
            open={!isFolded || (present !== undefined && entries.includes(present))}
            className="group"
          >
            <summary className="flex h-10 cursor-pointer items-center gap-1 px-4 text-xs font-semibold text-slate-600 focus-visible:[outline-offset:-2px] md:h-7">
              <Icon name="right" className="h-3 w-3 group-open:rotate-90" />
              {heading}
            </summary>
            <Entries entries={entries} present={present} />
          </details>
        ),
      )}
    </nav>
  );
}

interface EntriesProps {
  readonly entries: readonly MenuEntry[];
  readonly present: MenuEntry | undefined;
}

function Entries({ entries, present }: EntriesProps) {
  return (
    <ul>
      {entries.map((entry) => (
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
    "flex h-12 items-center gap-2 border-l-[3px] px-4 focus-visible:[outline-offset:-2px] md:h-8",
    isActive
      ? "border-brand-600 bg-brand-50 font-semibold text-brand-600"
      : "border-transparent text-slate-700 hover:bg-slate-50 hover:text-brand-600",
  );
}
