import { Link } from "@remix-run/react";
import type { ImportPageData } from "./import";

/** On through the rows of one filter, by row number. */
export function NextRows({ found }: { readonly found: ImportPageData }) {
  const { filter, afterRow, nextAfter } = found;
  if (afterRow === 0 && nextAfter === null) return null;
  return (
    <nav aria-label="翻页" className="mt-3 flex gap-4">
      {afterRow > 0 && (
        <Link to={`?show=${filter}`} className="text-brand-600 hover:underline">
          回到开头
        </Link>
      )}
      {nextAfter !== null && (
        <Link to={`?show=${filter}&after=${nextAfter}`} className="text-brand-600 hover:underline">
          下面 100 行
        </Link>
      )}
    </nav>
  );
}
