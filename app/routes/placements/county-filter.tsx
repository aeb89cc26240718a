import type { RegionChoice } from "~/data/regions/region-name-view.server";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker } from "~/ui/forms/region-picker";

interface CountyFilterProps {
  readonly counties: readonly RegionChoice[];
  readonly county: string;
  /** What else the address says and the filter keeps. */
  readonly kept: Readonly<Record<string, string>>;
}

/** Narrows a list of several counties to one. */
export function CountyFilter({ counties, county, kept }: CountyFilterProps) {
  return (
    <FilterBar label="按县筛选">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <RegionPicker
        name="county"
        label="县（市、区）"
        regions={counties}
        emptyLabel="全部"
        defaultValue={county}
      />
    </FilterBar>
  );
}
