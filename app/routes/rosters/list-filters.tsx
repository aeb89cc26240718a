import { useSearchParams } from "@remix-run/react";
import { ROSTER_STATE_LABELS, ROSTER_STATES } from "~/domain/rosters/roster";
import { CheckboxField } from "~/ui/forms/choice-fields";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker } from "~/ui/forms/region-picker";
import type { RegionChoice } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";

const STATES = ROSTER_STATES.map((state) => ({ value: state, label: ROSTER_STATE_LABELS[state] }));
/** What is searched for stays while the list is narrowed down. */
const KEPT = ["q", "same", "as"];

export function ListFilters({ counties }: { readonly counties: readonly RegionChoice[] }) {
  const [search] = useSearchParams();
  const given = (name: string) => search.get(name) ?? "";
  return (
    <FilterBar label="筛选花名册">
      {KEPT.filter((name) => search.has(name)).map((name) => (
        <input key={name} type="hidden" name={name} value={given(name)} />
      ))}
      {counties.length > 1 && (
        <RegionPicker
          name="county"
          label="县（市、区）"
          regions={counties}
          emptyLabel="全部"
          defaultValue={given("county")}
        />
      )}
      <TextField name="class" label="培训班" type="search" defaultValue={given("class")} />
      <SelectField
        name="state"
        label="状态"
        options={STATES}
        emptyLabel="全部"
        defaultValue={given("state")}
      />
      <CheckboxField
        name="problems"
        label="只看有问题"
        value="1"
        defaultChecked={given("problems") === "1"}
      />
    </FilterBar>
  );
}
