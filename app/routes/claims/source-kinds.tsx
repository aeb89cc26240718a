import { CLAIM_KIND_LABELS, CLAIM_KINDS, type ClaimKind } from "~/domain/claims/claim";
import { Tabs } from "~/ui/display/tabs";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker, type RegionChoice } from "~/ui/forms/region-picker";

interface SourceKindsProps {
  readonly counties: readonly RegionChoice[];
  readonly countyCode: string;
  readonly kind: ClaimKind;
}

/** The five kinds there are, and for whoever serves several counties the county. */
export function SourceKinds({ counties, countyCode, kind }: SourceKindsProps) {
  return (
    <>
      {counties.length > 1 && (
        <FilterBar label="选择县">
          <RegionPicker
            name="county"
            label="县（市、区）"
            regions={counties}
            defaultValue={countyCode}
          />
          <input type="hidden" name="kind" value={kind} />
        </FilterBar>
      )}
      <Tabs
        label="补贴种类"
        tabs={CLAIM_KINDS.map((one) => ({
          to: `/claims/new?county=${countyCode}&kind=${one}`,
          label: CLAIM_KIND_LABELS[one],
          current: one === kind,
        }))}
      />
    </>
  );
}
