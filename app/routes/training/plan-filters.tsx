import type { PlanFilter } from "~/data/training/plan-list-view.server";
import type { RegionChoice } from "~/data/regions/region-name-view.server";
import { PLAN_STATE_LABELS } from "~/domain/training/plan";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";

const STATE_OPTIONS = Object.entries(PLAN_STATE_LABELS).map(([value, label]) => ({ value, label }));

interface PlanFiltersProps {
  readonly loaded: {
    readonly filter: PlanFilter;
    readonly counties: RegionChoice[];
    readonly years: readonly string[];
  };
}

export function PlanFilters({ loaded }: PlanFiltersProps) {
  const { counties, filter } = loaded;
  const years = loaded.years.map((year) => ({ value: year, label: `${year} 年` }));
  const year = filter.year === null ? "" : String(filter.year);
  return (
    <FilterBar label="筛选计划">
      {counties.length > 1 && (
        <RegionPicker
          name="county"
          label="县（市、区）"
          regions={counties}
          emptyLabel="全部"
          defaultValue={filter.county}
        />
      )}
      <SelectField name="year" label="年度" options={years} emptyLabel="全部" defaultValue={year} />
      <SelectField
        name="state"
        label="状态"
        options={STATE_OPTIONS}
        emptyLabel="全部"
        defaultValue={filter.state ?? ""}
      />
    </FilterBar>
  );
}
