import { TextAreaField, TextField } from "~/ui/forms/text-field";

/** A row of the form's table of trades, as typed. */
export interface TypedItem {
  readonly trade: string;
  readonly classCount: string;
  readonly headcount: string;
  readonly budget: string;
  readonly note: string;
}

interface PlanFieldsProps {
  readonly defaults: Readonly<Record<string, string>>;
  readonly items: readonly TypedItem[];
  /** Rows of trades shown, the empty ones at the end included. */
  readonly rowCount: number;
}

const SPECIFICS = [
  ["goal", "目标任务", "培训多少人、达到什么结果"],
  ["schedule", "时间节点", "何时摸底、开班、结业、归档"],
  ["duties", "责任区分", "各单位分别负责什么"],
  ["measures", "工作举措", "怎样组织和保证质量"],
] as const;

/** The fields of a plan: heading, the four specifics, and a row for each trade. */
export function PlanFields({ defaults, items, rowCount }: PlanFieldsProps) {
  const rows = Array.from({ length: rowCount }, (_, at) => at);
  return (
    <>
      <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
        <TextField
          name="year"
          label="年度"
          required
          inputMode="numeric"
          maxLength={4}
          controlClassName="md:w-28"
          defaultValue={defaults["year"]}
        />
        <TextField
          name="title"
          label="计划名称"
          required
          maxLength={60}
          defaultValue={defaults["title"]}
        />
        <TextField
          name="basis"
          label="依据文件"
          hint="文号和条款"
          maxLength={200}
          className="md:col-span-2"
          defaultValue={defaults["basis"]}
        />
        {SPECIFICS.map(([name, label, hint]) => (
          <TextAreaField
            key={name}
            {...{ name, label, hint }}
            required
            rows={3}
            maxLength={2000}
            defaultValue={defaults[name]}
          />
        ))}
      </div>
      <fieldset className="mt-5">
        <legend id="field-items" className="mb-2 font-medium text-slate-700">
          各工种计划（空行不计；行数不够时先保存，再添新行）
        </legend>
        <div className="space-y-3">
          {rows.map((at) => (
            <ItemRow key={at} at={at} item={items[at]} />
          ))}
        </div>
      </fieldset>
    </>
  );
}

function ItemRow({ at, item }: { readonly at: number; readonly item: TypedItem | undefined }) {
  const name = (field: string) => `item.${at}.${field}`;
  return (
    <div
      role="group"
      aria-label={`第 ${at + 1} 行`}
      className="grid grid-cols-2 gap-x-4 gap-y-2 border-b border-slate-200 pb-3 md:grid-cols-[2fr_1fr_1fr_1.5fr_2fr]"
    >
      <TextField name={name("trade")} label="工种" maxLength={40} defaultValue={item?.trade} />
      <TextField
        name={name("classCount")}
        label="计划班数"
        inputMode="numeric"
        defaultValue={item?.classCount}
      />
      <TextField
        name={name("headcount")}
        label="计划人数"
        inputMode="numeric"
        defaultValue={item?.headcount}
      />
      <TextField
        name={name("budgetFen")}
        label="预算（元）"
        inputMode="decimal"
        defaultValue={item?.budget}
      />
      <TextField name={name("note")} label="备注" maxLength={200} defaultValue={item?.note} />
    </div>
  );
}
