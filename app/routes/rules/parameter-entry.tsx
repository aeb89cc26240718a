import { Form, Link } from "@remix-run/react";
import type { RegionChoice } from "~/data/regions/region-name-view.server";
import { PARAMETER_IDS, PARAMETERS } from "~/domain/rules/parameter";
import { needsPack } from "~/domain/rules/parameter-range";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { RegionPicker } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextField } from "~/ui/forms/text-field";

const OPTIONS = PARAMETER_IDS.filter((id) => !needsPack(id)).map((value) => {
  const { label, unit } = PARAMETERS[value];
  return { value, label: `${label}（${unit}）` };
});

interface ParameterEntryProps {
  readonly areas: readonly RegionChoice[];
  readonly feedback: Feedback | undefined;
}

/** Enters a value with the day from which it holds and the paper that says so. */
export function ParameterEntry({ areas, feedback }: ParameterEntryProps) {
  const only = areas.length === 1 ? areas[0]?.code : undefined;
  return (
    <Card title="录入">
      <p className="mb-4 text-slate-700">
        补贴标准、申领条件和资金的数值不在这里录入：
        <Link to="/rule-packs" className="text-brand-700 underline">
          导入规则包
        </Link>
        ，由另一人签发后执行。
      </p>
      <Form method="post">
        <FormFeedback feedback={feedback}>
          <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-3">
            <SelectField name="parameter" label="参数" options={OPTIONS} required />
            <RegionPicker
              name="regionCode"
              label="适用地区"
              regions={[...areas]}
              required
              defaultValue={only}
            />
            <TextField name="value" label="数值" required inputMode="decimal" maxLength={20} />
            <DateField name="fromOn" label="起始日" required />
            <DateField name="toOn" label="截止日" hint="长期适用的不填" />
            <TextField name="source" label="依据" hint="文号和条款" required maxLength={200} />
          </div>
        </FormFeedback>
        <SubmitButton className="mt-4" name="intent" value="enter" pendingLabel="正在录入…">
          录入
        </SubmitButton>
      </Form>
    </Card>
  );
}
