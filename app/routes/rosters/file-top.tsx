import type { ColumnPreview } from "~/usecases/rosters/preview-columns.server";

/** The first rows of the sheet as the spreadsheet shows them, the header row marked. */
export function FileTop({ preview }: { readonly preview: ColumnPreview }) {
  const width = Math.max(1, ...preview.rows.map((row) => row.texts.length));
  return (
    <div
      role="region"
      aria-label="文件开头"
      tabIndex={0}
      className="max-h-72 overflow-auto rounded border border-slate-300"
    >
      <table className="whitespace-nowrap text-xs">
        <caption className="sr-only">文件开头各行</caption>
        <tbody>
          {preview.rows.map((row) => (
            <tr
              key={row.sheetRow}
              className={row.sheetRow === preview.headerRow ? "bg-brand-100 font-semibold" : ""}
            >
              <th scope="row" className="border-b border-r border-slate-200 px-2 py-1 text-right">
                {row.sheetRow}
                {row.sheetRow === preview.headerRow && <span className="sr-only">（表头）</span>}
              </th>
              {Array.from({ length: width }, (_unused, column) => (
                <td key={column} className="border-b border-r border-slate-200 px-2 py-1">
                  {row.texts[column] ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
