import { useSearchParams } from "@remix-run/react";
import { isOfToday, type BoardFilter } from "~/domain/posts/board";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker, type RegionChoice } from "~/ui/forms/region-picker";
import { TextField } from "~/ui/forms/text-field";

const KEPT = ["state", "by", "quota", "import"] as const;

interface BoardFiltersProps {
  readonly counties: readonly RegionChoice[];
  /** Township and village are not asked for by a reader who is told neither. */
  readonly readsWhole: boolean;
  readonly filter: BoardFilter;
}

export function BoardFilters({ counties, readsWhole, filter }: BoardFiltersProps) {
  const [search] = useSearchParams();
  const text = (name: "text" | "title" | "township" | "village", label: string) => (
    <TextField name={name} label={label} maxLength={30} defaultValue={filter[name]} />
  );
  return (
    <FilterBar label="筛选岗位">
      {KEPT.map((name) =>
        search.get(name) === null ? null : (
          <input key={name} type="hidden" name={name} value={search.get(name) ?? ""} />
        ),
      )}
      {text("text", "姓名或首字母")}
      {counties.length > 1 && (
        <RegionPicker
          name="county"
          label="县（市、区）"
          regions={counties}
          emptyLabel="全部"
          defaultValue={filter.county}
        />
      )}
      {readsWhole && text("township", "乡镇")}
      {readsWhole && text("village", "行政村")}
      {text("title", "岗位名称")}
      {!isOfToday(filter.state) && (
        <TextField
          name="year"
          label="年度"
          inputMode="numeric"
          maxLength={4}
          // What is not in the address is not typed: the year shown is then the latest with posts.
          placeholder={String(filter.year)}
          defaultValue={search.get("year") ?? ""}
        />
      )}
    </FilterBar>
  );
}
