import { GridInput, GridTick } from "./grid-input";

const CELL = "border-b border-slate-200 px-1 py-1 align-top";
const HEAD = "border-b border-slate-300 bg-slate-50 px-1 py-2 text-left font-medium";
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

/** The projects with the sums the document states for them. */
export function ProjectGrid({ lines }: { readonly lines: number }) {
  return (
    <table className="whitespace-nowrap">
      <caption className="sr-only">项目</caption>
      <thead>
        <tr>
          {["项目", "条款", "劳务协作", "文件载明的合计"].map((header) => (
            <th key={header} scope="col" className={HEAD}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {upTo(lines).map((at) => (
          <tr key={at}>
            <td className={CELL}>
              <GridInput
                name={`project-${at}`}
                label={`项目 ${at + 1}`}
                className="min-w-[10rem]"
              />
            </td>
            <td className={CELL}>
              <GridInput
                name={`project-${at}-clause`}
                label={`项目 ${at + 1} 条款`}
                className="min-w-[6rem]"
                maxLength={30}
              />
            </td>
            <td className={`${CELL} text-center`}>
              <GridTick name={`project-${at}-labour`} label={`项目 ${at + 1} 属于劳务协作`} />
            </td>
            <td className={CELL}>
              <GridInput
                name={`project-${at}-declared`}
                label={`项目 ${at + 1} 合计`}
                className="min-w-[7rem] text-right"
                maxLength={20}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
