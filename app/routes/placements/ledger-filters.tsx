import { useSearchParams } from "@remix-run/react";
import { DESTINATION_LABELS } from "~/domain/placements/destination";
import {
  LEDGER_CHECK_LABELS,
  PROOF_STATE_LABELS,
  type LedgerCheck,
} from "~/domain/placements/ledger-filter";
import {
  ARRANGEMENT_LABELS,
  FORM_LABELS,
  WORKER_GROUP_LABELS,
} from "~/domain/placements/placement";
import { countedText } from "~/domain/shared/counted";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker, type RegionChoice } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";

/** What the list hangs on and a search keeps. */
const KEPT = ["state", "employer", "import", "batch", "vacancy", "class"] as const;
const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** 时间重叠（3 条）: how many the list would have, where that is counted. */
function counted(checks: LedgerFiltersProps["checks"]): Record<LedgerCheck, string> {
  const text = (one: LedgerCheck) => {
    const many = countedText(checks[one]);
    return `${LEDGER_CHECK_LABELS[one]}${many === undefined ? "" : `（${many} 条）`}`;
  };
  return {
    overlap: text("overlap"),
    overlapChecked: text("overlapChecked"),
    noBatch: text("noBatch"),
  };
}

interface LedgerFiltersProps {
  readonly counties: readonly RegionChoice[];
  /** Township, group and checks are not asked for by a reader who is told none of them. */
  readonly readsWhole: boolean;
  readonly checks: Partial<Readonly<Record<LedgerCheck, number>>>;
}

export function LedgerFilters({ counties, readsWhole, checks }: LedgerFiltersProps) {
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
      {readsWhole && select("arrangement", "组织方式", ARRANGEMENT_LABELS)}
      {readsWhole && select("group", "人员类别", WORKER_GROUP_LABELS)}
      {select("proof", "查验和佐证", PROOF_STATE_LABELS)}
      {readsWhole && select("check", "核对", counted(checks))}
    </FilterBar>
  );
}
