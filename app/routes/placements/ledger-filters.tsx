import { useSearchParams } from "@remix-run/react";
import { DESTINATION_LABELS } from "~/domain/placements/destination";
import { PROOF_STATE_LABELS } from "~/domain/placements/ledger-filter";
import { FORM_LABELS, WORKER_GROUP_LABELS } from "~/domain/placements/placement";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker, type RegionChoice } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";

/** What the list hangs on and a search keeps. */
const KEPT = ["state", "employer", "import", "batch", "vacancy", "class"] as const;
const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

interface LedgerFiltersProps {
  readonly counties: readonly RegionChoice[];
  /** Township and group are not asked for by a reader who is told neither. */
  readonly readsWhole: boolean;
}

export function LedgerFilters({ counties, readsWhole }: LedgerFiltersProps) {
  const [search] = useSearchParams();
  const given = (name: string) => search.get(name) ?? "";
  const select = (name: string, label: string, labels: Readonly<Record<string, string>>) => (
    <SelectField
      name={name}
      label={label}
      options={options(labels)}
      emptyLabel="全部"
      defaultValue={given(name)}
    />
  );
  return (
    <FilterBar label="筛选台账">
      {KEPT.map((name) =>
        given(name) === "" ? null : (
          <input key={name} type="hidden" name={name} value={given(name)} />
        ),
      )}
      <TextField
        name="text"
        label="姓名或首字母"
        type="search"
        maxLength={30}
        defaultValue={given("text")}
      />
      {counties.length > 1 && (
        <RegionPicker
          name="county"
          label="户籍县（市、区）"
          regions={counties}
          emptyLabel="全部"
          defaultValue={given("county")}
        />
      )}
      {readsWhole && (
        <TextField name="township" label="乡镇" maxLength={30} defaultValue={given("township")} />
      )}
      {select("destination", "去向", DESTINATION_LABELS)}
      {select("form", "就业形式", FORM_LABELS)}
      {readsWhole && select("group", "人员类别", WORKER_GROUP_LABELS)}
      {select("proof", "查验和佐证", PROOF_STATE_LABELS)}
    </FilterBar>
  );
}
