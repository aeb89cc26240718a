import type { ImportPageData } from "./import";
import { ImportFilters } from "./import-filters";
import { ImportRowTable } from "./import-row-table";

/** The rows of an import that is over, as they were checked; to read, not to change. */
export function KeptRows({ found }: { readonly found: ImportPageData }) {
  if (found.view.counts.rows === 0) return null;
  return (
    <section className="mt-4" aria-label="当时的查验结果">
      <ImportFilters found={found} />
      <ImportRowTable found={found} />
    </section>
  );
}
