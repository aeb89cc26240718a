import { Form, Link, useLocation, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { buttonClass } from "../actions/button";
import { Icon } from "../icon";
import { DraftProvider, FormFeedback } from "./form-feedback";
import { useFollowAddress } from "./use-follow-address";

interface FilterBarProps {
  readonly label?: string;
  readonly children: ReactNode;
  /** Further actions at the right, e.g. a saved view. */
  readonly extra?: ReactNode;
}

/** What a new search keeps from the address: the order and the page length, never the position. */
const KEPT = ["sort", "size"];

/** The 查询 / 重置 bar over a list; the whole filter lives in the address. */
export function FilterBar({ label, children, extra }: FilterBarProps) {
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const form = useFollowAddress(search);
  return (
    <Form
      ref={form}
      method="get"
      role="search"
      aria-label={label ?? "筛选条件"}
      data-filter-bar=""
      className="mb-3 rounded border border-slate-200 bg-white p-3 print:hidden"
    >
      {KEPT.map((name) => {
        const value = search.get(name);
        return value === null ? null : <input key={name} type="hidden" name={name} value={value} />;
      })}
      <div className="grid grid-cols-1 items-end gap-x-4 gap-y-3 sm:[grid-template-columns:repeat(auto-fill,minmax(11.5rem,1fr))]">
        {/* An interrupted form must not fill in a search by a field of the same name. */}
        <DraftProvider draft={null}>
          <FormFeedback feedback={undefined}>{children}</FormFeedback>
        </DraftProvider>
        <div className="flex items-center gap-2">
          <button type="submit" className={buttonClass("primary")}>
            <Icon name="search" />
            查询
          </button>
          {/* A whole new page also clears what was typed and not yet searched. */}
          <Link to={pathname} reloadDocument className={buttonClass("default")}>
            重置
          </Link>
          {extra}
        </div>
      </div>
    </Form>
  );
}
