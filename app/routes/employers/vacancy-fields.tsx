import type { WorkplaceGroup } from "~/data/employers/workplace-choice-view.server";
import { VACANCY_KIND_LABELS } from "~/domain/employers/vacancy";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";

const KINDS = Object.entries(VACANCY_KIND_LABELS).map(([value, label]) => ({ value, label }));

interface VacancyFieldsProps {
  readonly defaults?: Readonly<Record<string, string>>;
  readonly workplaces: readonly WorkplaceGroup[];
}

/** The fields of a vacancy or order, with what stands already. */
export function VacancyFields({ defaults = {}, workplaces }: VacancyFieldsProps) {
  const text = (name: string) => defaults[name];
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
      <RadioGroup
        name="kind"
        label="类别"
        hint="招聘岗位面向所有人；用工订单是单位约定要人，可据此办订单式培训"
        inline
        required
        options={KINDS}
        defaultValue={text("kind") ?? "OPEN"}
        className="md:col-span-2"
      />
      <TextField
        name="title"
        label="岗位名称"
        required
        maxLength={40}
        defaultValue={text("title")}
      />
      <SelectField
        name="workplaceCode"
        label="工作地"
        required
        options={workplaces}
        defaultValue={text("workplaceCode")}
      />
      <TextField
        name="headcount"
        label="需要人数"
        inputMode="numeric"
        required
        maxLength={7}
        controlClassName="md:w-40"
        defaultValue={text("headcount")}
      />
      <div className="grid grid-cols-2 gap-x-4">
        <Wage name="wageFromFen" label="月工资下限（元）" defaultValue={text("wageFromFen")} />
        <Wage name="wageToFen" label="月工资上限（元）" defaultValue={text("wageToFen")} />
      </div>
      <Days defaults={defaults} />
      <TextAreaField
        name="requirement"
        label="要求和待遇"
        hint="年龄、技能、食宿等"
        rows={3}
        maxLength={500}
        defaultValue={text("requirement")}
      />
      <TextField
        name="source"
        label="信息来源"
        hint="如 嘉定区就促中心、单位来函、招聘会"
        maxLength={200}
        defaultValue={text("source")}
      />
    </div>
  );
}

function Days({ defaults = {} }: Pick<VacancyFieldsProps, "defaults">) {
  return (
    <>
      <DateField name="openFrom" label="招用开始" required defaultValue={defaults["openFrom"]} />
      <DateField name="openTo" label="招用截止" defaultValue={defaults["openTo"]} />
    </>
  );
}

interface WageProps {
  readonly name: string;
  readonly label: string;
  readonly defaultValue: string | undefined;
}

function Wage(props: WageProps) {
  return <TextField {...props} inputMode="decimal" maxLength={12} />;
}
