import { GridInput, GridTick } from "./grid-input";

interface GridProps {
  readonly columns: number;
  readonly lines: number;
}

const CELL = "border-b border-slate-200 px-1 py-1 align-top";
const HEAD = "border-b border-slate-300 bg-slate-50 px-1 py-2 text-left font-medium";
/** On a phone the grid is pushed sideways; whose line it is stays in sight. */
const STAYS = "sticky left-0 z-10 bg-slate-50";
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

/** The table as it stands in the document, line by line, with its sums in the first line. */
export function DraftGrid({ columns, lines }: GridProps) {
  return (
    <div className="overflow-x-auto rounded border border-slate-300 bg-white" tabIndex={0}>
      <table className="w-full whitespace-nowrap">
        <caption className="sr-only">下达表</caption>
        <thead>
          <tr>
            <th scope="col" className={`${HEAD} ${STAYS}`}>
              单位
            </th>
            {["归属地区", "合计"].map((header) => (
              <th key={header} scope="col" className={HEAD}>
                {header}
              </th>
            ))}
            {upTo(columns).map((at) => (
              <th key={at} scope="col" className={HEAD}>
                <GridInput
                  name={`column-${at}`}
                  label={`第 ${at + 1} 列列名`}
                  placeholder="列名"
                  className="min-w-[7rem]"
                  maxLength={30}
                />
              </th>
            ))}
            {["项目", "功能科目", "经济分类", "表外", "备注"].map((header) => (
              <th key={header} scope="col" className={HEAD}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <SumLine columns={columns} />
          {upTo(lines).map((at) => (
            <Line key={at} at={at} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SumLine({ columns }: { readonly columns: number }) {
  return (
    <tr className="bg-slate-50">
      <th scope="row" className={`${CELL} ${STAYS} text-left font-medium`}>
        文件载明的合计
      </th>
      <td className={CELL} />
      <td className={CELL}>
        <GridInput
          name="declared"
          label="总计"
          className="min-w-[6rem] text-right"
          maxLength={20}
        />
      </td>
      {upTo(columns).map((at) => (
        <td key={at} className={CELL}>
          <GridInput
            name={`column-${at}-declared`}
            label={`第 ${at + 1} 列合计`}
            className="min-w-[7rem] text-right"
            maxLength={20}
          />
        </td>
      ))}
      <td colSpan={5} className={CELL} />
    </tr>
  );
}

function Line({ at, columns }: { readonly at: number; readonly columns: number }) {
  const field = (part: string, label: string, className: string, maxLength?: number) => (
    <td className={part === "unit" ? `${CELL} ${STAYS}` : CELL}>
      <GridInput
        name={`line-${at}-${part}`}
        label={`第 ${at + 1} 行${label}`}
        className={className}
        maxLength={maxLength}
      />
    </td>
  );
  return (
    <tr>
      {field("unit", "单位", "min-w-[7rem]")}
      {field("area", "归属地区", "min-w-[6.5rem]", 30)}
      {field("declared", "合计", "min-w-[6rem] text-right", 20)}
      {upTo(columns).map((column) => (
        <td key={column} className={CELL}>
          <GridInput
            name={`line-${at}-amount-${column}`}
            label={`第 ${at + 1} 行第 ${column + 1} 列`}
            className="min-w-[7rem] text-right"
            maxLength={20}
          />
        </td>
      ))}
      {field("project", "项目", "min-w-[8rem]")}
      {field("function", "功能科目", "min-w-[6rem]", 40)}
      {field("economic", "经济分类", "min-w-[6rem]", 40)}
      <td className={`${CELL} text-center`}>
        <GridTick name={`line-${at}-off`} label={`第 ${at + 1} 行表外`} />
      </td>
      {field("note", "备注", "min-w-[8rem]", 200)}
    </tr>
  );
}
