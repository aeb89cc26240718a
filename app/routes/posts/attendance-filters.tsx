import { useSearchParams } from "@remix-run/react";
import { Tabs } from "~/ui/display/tabs";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker, type RegionChoice } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";
import { hrefWith } from "~/ui/tables/sort-address";

type State = "all" | "open" | "whole";
const LABELS: readonly (readonly [State, string])[] = [
  ["all", "全部在岗"],
  ["open", "没有登记完"],
  ["whole", "已登记完"],
];

/** Every figure opens its people. */
export function AttendanceTabs(props: {
  readonly counts: Readonly<Record<State, number>>;
  readonly state: State;
}) {
  const [search] = useSearchParams();
  return (
    <Tabs
      label="登记情况"
      tabs={LABELS.map(([state, label]) => ({
        to: `/posts/attendance${hrefWith(search, { state: state === "all" ? null : state, saved: null })}`,
        label,
        current: state === props.state,
        count: props.counts[state],
      }))}
    />
  );
}

export function AttendanceFilters(props: {
  readonly months: readonly string[];
  readonly month: string;
  readonly state: State;
  readonly counties: readonly RegionChoice[];
  readonly readsDays: boolean;
}) {
  const [search] = useSearchParams();
  const month = props.month.slice(0, 7);
  const months = props.months.includes(month) ? props.months : [month, ...props.months];
  return (
    <FilterBar label="筛选考勤">
      {props.state !== "all" && <input type="hidden" name="state" value={props.state} />}
      <SelectField
        name="month"
        label="月份"
        options={months.map((value) => ({ value, label: value }))}
        emptyLabel={null}
        defaultValue={month}
      />
      {props.counties.length > 1 && (
        <RegionPicker
          name="county"
          label="县（市、区）"
          regions={props.counties}
          emptyLabel="全部"
          defaultValue={search.get("county") ?? ""}
        />
      )}
      {props.readsDays && (
        <TextField
          name="township"
          label="乡镇"
          maxLength={30}
          defaultValue={search.get("township") ?? ""}
        />
      )}
    </FilterBar>
  );
}
