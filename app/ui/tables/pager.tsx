import { Link, useSearchParams } from "@remix-run/react";
import { buttonClass } from "../actions/button";
import { classNames } from "../class-names";
import { hrefWith } from "./sort-address";

/** Where a page of a list stands: numbered, or between two keys (lists too long to count through). */
export type Position =
  | { readonly by: "page"; readonly page: number; readonly pageCount: number }
  | { readonly by: "key"; readonly before: string | null; readonly after: string | null };

interface PagerProps {
  readonly position: Position;
  /** Rows on one page. */
  readonly size: number;
  /** Rows in all, or 1000+ where counting to the end would be slow; leave it out where it cannot be had. */
  readonly total?: number | string;
  /** What is counted, e.g. 条, 人, 份. */
  readonly unit?: string;
}

export const PAGE_SIZES = [50, 100, 200] as const;

export function Pager({ position, size, total, unit = "条" }: PagerProps) {
  const [search] = useSearchParams();
  return (
    <nav
      aria-label="翻页"
      className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-slate-700 print:hidden"
    >
      {total !== undefined && (
        <span>
          共{" "}
          <strong className="tabular-nums">
            {typeof total === "number" ? total.toLocaleString("zh-CN") : total}
          </strong>{" "}
          {unit}
        </span>
      )}
      <Steps position={position} search={search} />
      <span className="flex items-center gap-1">
        每页
        {PAGE_SIZES.map((choice) => (
          <Link
            key={choice}
            to={hrefWith(search, { size: String(choice) })}
            aria-label={`每页 ${choice} ${unit}`}
            aria-current={choice === size ? "true" : undefined}
            className={classNames(
              "inline-flex h-8 min-w-[2rem] items-center justify-center rounded px-1 tabular-nums",
              choice === size ? "bg-brand-50 font-semibold text-brand-700" : "hover:text-brand-600",
            )}
          >
            {choice}
          </Link>
        ))}
        {unit}
      </span>
    </nav>
  );
}

function Steps({
  position,
  search,
}: {
  readonly position: Position;
  readonly search: URLSearchParams;
}) {
  switch (position.by) {
    case "page": {
      const { page, pageCount } = position;
      const to = (target: number) => hrefWith(search, { page: String(target) });
      return (
        <span className="flex items-center gap-2">
          <Step label="上一页" to={page > 1 ? to(page - 1) : null} />
          <span className="tabular-nums">
            第 {page} / {Math.max(pageCount, 1)} 页
          </span>
          <Step label="下一页" to={page < pageCount ? to(page + 1) : null} />
        </span>
      );
    }
    case "key": {
      const { before, after } = position;
      return (
        <span className="flex items-center gap-2">
          <Step label="上一页" to={before === null ? null : hrefWith(search, { before })} />
          <Step label="下一页" to={after === null ? null : hrefWith(search, { after })} />
        </span>
      );
    }
  }
}

function Step({ label, to }: { readonly label: string; readonly to: string | null }) {
  const look = buttonClass("default");
  if (to === null) {
    return (
      <span aria-disabled="true" className={classNames(look, "border-slate-300 text-slate-500")}>
        {label}
      </span>
    );
  }
  return (
    <Link to={to} className={look}>
      {label}
    </Link>
  );
}
