import { useSearchParams } from "@remix-run/react";
import { WAGE_SHEET_STATE_LABELS, type WageSheetState } from "~/domain/posts/wage";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker, type RegionChoice } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";

const STATES = Object.keys(WAGE_SHEET_STATE_LABELS) as readonly WageSheetState[];
const OPTIONS = [
  ...STATES.map((value) => ({ value: value as string, label: WAGE_SHEET_STATE_LABELS[value] })),
  { value: "removed", label: "已撤销" },
];

interface WageSheetFiltersProps {
  readonly counties: readonly RegionChoice[];
  readonly months: readonly string[];
}

export function WageSheetFilters({ counties, months }: WageSheetFiltersProps) {
  const [search] = useSearchParams();
  const given = (name: string) => search.get(name) ?? "";
  return (
    <FilterBar label="筛选工资表">
      <SelectField
        name="month"
        label="月份"
        options={months.map((value) => ({ value, label: value }))}
        emptyLabel="全部"
        defaultValue={given("month")}
      />
      <SelectField
        name="state"
        label="状态"
        options={OPTIONS}
        emptyLabel="全部（不含已撤销）"
        defaultValue={given("state")}
      />
      {counties.length > 1 && (
        <RegionPicker
          name="county"
          label="县（市、区）"
          regions={counties}
          emptyLabel="全部"
          defaultValue={given("county")}
        />
      )}
    </FilterBar>
  );
}
