import type { RegionChoice } from "~/data/regions/region-name-view.server";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker } from "~/ui/forms/region-picker";
import { DateField } from "~/ui/forms/text-field";
import type { Figure } from "./retention-board";

interface RetentionFiltersProps {
  readonly choices: readonly RegionChoice[];
  readonly county: string;
  readonly figure: Figure;
  readonly asOf: string;
}

/** The day of the board, and one county of several; the figure that is open stays open. */
export function RetentionFilters({ choices, county, figure, asOf }: RetentionFiltersProps) {
  return (
    <FilterBar label="截至日期和县">
      <input type="hidden" name="months" value={figure.months} />
      <input type="hidden" name="state" value={figure.state} />
      <DateField name="asOf" label="截至日期" hint="空白为今天" defaultValue={asOf} />
      {choices.length > 1 && (
        <RegionPicker
          name="county"
          label="县（市、区）"
          regions={choices}
          emptyLabel="全部"
          defaultValue={county}
        />
      )}
    </FilterBar>
  );
}
