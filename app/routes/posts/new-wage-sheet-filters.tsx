import type { DraftPage } from "~/data/posts/wage-draft-view.server";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker, type RegionChoice } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";

const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

/** The month, and what the sheet is narrowed to. */
export function NewWageSheetFilters(props: {
  readonly asked: {
    readonly countyCode: string;
    readonly month: string;
    readonly township: string;
    readonly fundSource: string;
  };
  readonly counties: readonly RegionChoice[];
  readonly months: readonly string[];
  readonly draft: Pick<DraftPage, "townships" | "fundSources">;
}) {
  const { asked, counties, months, draft } = props;
  const month = asked.month.slice(0, 7);
  return (
    <FilterBar label="月份和范围">
      {counties.length > 1 && (
        <RegionPicker
          name="county"
          label="县（市、区）"
          regions={counties}
          defaultValue={asked.countyCode}
        />
      )}
      <SelectField
        name="month"
        label="月份"
        options={options(months.includes(month) ? months : [month, ...months])}
        emptyLabel={null}
        defaultValue={month}
      />
      <SelectField
        name="township"
        label="乡镇"
        options={options(draft.townships)}
        emptyLabel="全县"
        defaultValue={asked.township}
      />
      <SelectField
        name="fundSource"
        label="资金来源"
        options={options(draft.fundSources)}
        emptyLabel="全部"
        defaultValue={asked.fundSource}
      />
    </FilterBar>
  );
}
