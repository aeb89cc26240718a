import { useSearchParams } from "@remix-run/react";
import { STUDENT_STATE_LABELS, STUDENT_STATES } from "~/domain/employers/student";
import { CONTACT_DAYS } from "~/domain/employers/student-follow";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker, type RegionChoice } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";

const WORK = [
  { value: "settle", label: "毕业前后 90 天及更早毕业、未落实" },
  { value: "contact", label: `超过 ${CONTACT_DAYS} 天没有联系` },
];

export function StudentFilters({ counties }: { readonly counties: readonly RegionChoice[] }) {
  const [search] = useSearchParams();
  const given = (name: string) => search.get(name) ?? "";
  return (
    <FilterBar label="筛选学生">
      <TextField name="name" label="姓名" type="search" defaultValue={given("name")} />
      <TextField name="school" label="学校" type="search" defaultValue={given("school")} />
      {counties.length > 1 && (
        <RegionPicker
          name="county"
          label="县（市、区）"
          regions={counties}
          emptyLabel="全部"
          defaultValue={given("county")}
        />
      )}
      <SelectField
        name="state"
        label="状态"
        options={STUDENT_STATES.map((value) => ({ value, label: STUDENT_STATE_LABELS[value] }))}
        emptyLabel="全部"
        defaultValue={given("state")}
      />
      <SelectField
        name="work"
        label="待办"
        options={WORK}
        emptyLabel="全部"
        defaultValue={given("work")}
      />
    </FilterBar>
  );
}
