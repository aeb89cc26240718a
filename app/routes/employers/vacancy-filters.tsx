import type { VacancyFilter } from "~/data/employers/vacancy-list-view.server";
import type { WorkplaceGroup } from "~/data/employers/workplace-choice-view.server";
import { VACANCY_KIND_LABELS } from "~/domain/employers/vacancy";
import { FilterBar } from "~/ui/forms/filter-bar";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";

const KINDS = Object.entries(VACANCY_KIND_LABELS).map(([value, label]) => ({ value, label }));
const STATES = [
  { value: "over", label: "已到期、已关闭" },
  { value: "all", label: "全部" },
];

interface VacancyFiltersProps {
  readonly filter: VacancyFilter;
  readonly regions: readonly WorkplaceGroup[];
}

export function VacancyFilters({ filter, regions }: VacancyFiltersProps) {
  return (
    <FilterBar label="筛选岗位">
      {filter.employerId !== "" && (
        <input type="hidden" name="employer" value={filter.employerId} />
      )}
      <TextField name="text" label="岗位或用人单位" type="search" defaultValue={filter.text} />
      <SelectField
        name="kind"
        label="类别"
        options={KINDS}
        emptyLabel="全部"
        defaultValue={filter.kind}
      />
      <SelectField
        name="region"
        label="工作地"
        options={regions}
        emptyLabel="全部"
        defaultValue={filter.region}
      />
      <SelectField
        name="state"
        label="状态"
        options={STATES}
        emptyLabel="招用中、未开始"
        defaultValue={filter.state}
      />
    </FilterBar>
  );
}
