import type { ProviderFilter } from "~/data/training/provider-list-view.server";
import type { RegionChoice } from "~/data/regions/region-name-view.server";
import { CheckboxField } from "~/ui/forms/choice-fields";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker } from "~/ui/forms/region-picker";
import { TextField } from "~/ui/forms/text-field";

interface ProviderFiltersProps {
  readonly loaded: {
    readonly filter: ProviderFilter;
    readonly counties: RegionChoice[];
  };
}

export function ProviderFilters({ loaded }: ProviderFiltersProps) {
  const { counties, filter } = loaded;
  return (
    <FilterBar label="筛选培训机构">
      <TextField name="text" label="机构名称或信用代码" type="search" defaultValue={filter.text} />
      {counties.length > 1 && (
        <RegionPicker
          name="county"
          label="县（市、区）"
          regions={counties}
          emptyLabel="全部"
          defaultValue={filter.county}
        />
      )}
      <TextField name="trade" label="工种" type="search" defaultValue={filter.trade} />
      <CheckboxField
        name="suspended"
        label="只看暂停承训的"
        value="1"
        defaultChecked={filter.onlySuspended}
      />
    </FilterBar>
  );
}
