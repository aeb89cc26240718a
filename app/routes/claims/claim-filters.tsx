import { useSearchParams } from "@remix-run/react";
import {
  CLAIM_KIND_LABELS,
  CLAIM_KINDS,
  CLAIM_STATE_LABELS,
  type ClaimState,
} from "~/domain/claims/claim";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker, type RegionChoice } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";

const STATES = Object.keys(CLAIM_STATE_LABELS) as readonly ClaimState[];
const STATE_OPTIONS = [
  ...STATES.map((value) => ({ value: value as string, label: CLAIM_STATE_LABELS[value] })),
  { value: "removed", label: "已撤销" },
];
const KIND_OPTIONS = CLAIM_KINDS.map((value) => ({ value, label: CLAIM_KIND_LABELS[value] }));

interface ClaimFiltersProps {
  readonly counties: readonly RegionChoice[];
  readonly years: readonly number[];
}

export function ClaimFilters({ counties, years }: ClaimFiltersProps) {
  const [search] = useSearchParams();
  const given = (name: string) => search.get(name) ?? "";
  const pot = given("pot");
  return (
    <FilterBar label="筛选申领">
      <SelectField
        name="kind"
        label="补贴种类"
        options={KIND_OPTIONS}
        emptyLabel="全部"
        defaultValue={given("kind")}
      />
      <SelectField
        name="state"
        label="状态"
        options={STATE_OPTIONS}
        emptyLabel="全部（不含已撤销）"
        defaultValue={given("state")}
      />
      <SelectField
        name="year"
        label="年度"
        options={years.map((year) => ({ value: String(year), label: `${year} 年` }))}
        emptyLabel="全部"
        defaultValue={given("year")}
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
      {pot !== "" && <input type="hidden" name="pot" value={pot} />}
    </FilterBar>
  );
}
