import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker, type RegionChoice } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";
import { POT_SHOW_LABELS, type PotShow } from "./pot-show";

interface PotFiltersProps {
  readonly years: readonly number[];
  readonly year: number;
  readonly regions: readonly RegionChoice[];
  readonly area: string;
  readonly show: PotShow;
}

export function PotFilters({ years, year, regions, area, show }: PotFiltersProps) {
  const choices = years.includes(year) ? years : [year, ...years];
  return (
    <FilterBar label="筛选资金项目">
      <SelectField
        name="year"
        label="年度"
        options={choices.map((one) => ({ value: String(one), label: `${one} 年` }))}
        emptyLabel={null}
        defaultValue={String(year)}
      />
      {regions.length > 1 && (
        <RegionPicker
          name="area"
          label="地区"
          regions={regions}
          emptyLabel="全部"
          defaultValue={area}
        />
      )}
      <SelectField
        name="show"
        label="条件"
        options={Object.entries(POT_SHOW_LABELS)
          .filter(([value]) => value !== "all")
          .map(([value, label]) => ({ value, label }))}
        emptyLabel={POT_SHOW_LABELS.all}
        defaultValue={show === "all" ? "" : show}
      />
    </FilterBar>
  );
}
