import { Link } from "@remix-run/react";
import type { AllocationPage } from "~/data/funds/allocation-view.server";
import { amountDigits } from "~/domain/funds/allocation-amount";

const LINK = "text-brand-700 underline";

/** The sums the document states below its columns. */
export function Totals({ page }: { readonly page: AllocationPage }) {
  const { table } = page;
  const { declaredTotal } = table;
  return (
    <tr className="bg-slate-50">
      <th scope="row" className="px-3 py-2 text-left">
        合计
      </th>
      <td />
      <td className="px-3 py-2 text-right tabular-nums">
        {declaredTotal === null ? (
          "—"
        ) : (
          <Figure page={page} of="rows" text={amountDigits(declaredTotal, "FEN")} />
        )}
      </td>
      {table.columns.map(({ key, unit, declared }) => (
        <td key={key} className="px-3 py-2 text-right tabular-nums">
          {declared === null ? (
            "—"
          ) : (
            <Figure page={page} of={`column:${key}`} text={amountDigits(declared, unit)} />
          )}
        </td>
      ))}
      <td colSpan={2} />
    </tr>
  );
}

interface FigureProps {
  readonly page: AllocationPage;
  readonly of: string;
  readonly text: string;
}

/** A figure of the table that opens what it is made of. */
export function Figure({ page, of, text }: FigureProps) {
  return (
    <Link to={`/allocations/${page.table.id}?of=${encodeURIComponent(of)}`} className={LINK}>
      {text}
    </Link>
  );
}
