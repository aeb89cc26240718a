import type { ReactNode } from "react";
import { classNames } from "../class-names";

export interface Description {
  readonly term: string;
  readonly detail: ReactNode;
  /** Takes the whole line. */
  readonly wide?: boolean;
}

interface DescriptionListProps {
  readonly items: readonly Description[];
  readonly columns?: 1 | 2 | 3;
}

const COLUMNS = { 1: "", 2: "md:grid-cols-2", 3: "md:grid-cols-2 xl:grid-cols-3" };

export function DescriptionList({ items, columns = 2 }: DescriptionListProps) {
  return (
    <dl className={classNames("grid grid-cols-1 gap-x-6 gap-y-2", COLUMNS[columns])}>
      {items.map(({ term, detail, wide }) => (
        <div key={term} className={classNames("flex min-w-0 gap-3", wide && "md:col-span-full")}>
          <dt className="w-24 shrink-0 text-slate-600">{term}</dt>
          <dd className="min-w-0 flex-1 break-words text-slate-900">{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
