import { useSearchParams } from "@remix-run/react";
import { FAIR_MODE_LABELS, type FairMode } from "~/domain/employers/job-fair";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker, type RegionChoice } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";

interface FairFiltersProps {
  readonly loaded: {
    readonly counties: readonly RegionChoice[];
    readonly years: readonly { readonly value: string; readonly label: string }[];
  };
}

const MODES = (Object.keys(FAIR_MODE_LABELS) as readonly FairMode[]).map((value) => ({
  value,
  label: FAIR_MODE_LABELS[value],
}));

export function FairFilters({ loaded }: FairFiltersProps) {
  const [search] = useSearchParams();
  const given = (name: string) => search.get(name) ?? "";
  const all = { emptyLabel: "全部" };
  return (
    <FilterBar label="筛选招聘会">
      {loaded.counties.length > 1 && (
        <RegionPicker
          {...all}
          name="county"
          label="县（市、区）"
          regions={loaded.counties}
          defaultValue={given("county")}
        />
      )}
      <SelectField
        {...all}
        name="year"
        label="年度"
        options={loaded.years}
        defaultValue={given("year")}
      />
      <SelectField
        {...all}
        name="mode"
        label="举办方式"
        options={MODES}
        defaultValue={given("mode")}
      />
      <SelectField
        {...all}
        name="lacking"
        label="计入目标"
        options={[{ value: "1", label: "已举办，缺材料" }]}
        defaultValue={given("lacking")}
      />
    </FilterBar>
  );
}
