import { COMMISSIONING_LABELS } from "~/domain/training/filing";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { TextAreaField, TextField } from "~/ui/forms/text-field";

interface PartProps {
  readonly values: Readonly<Record<string, string>>;
}

const KINDS = Object.entries(COMMISSIONING_LABELS).map(([value, label]) => ({ value, label }));

/** Ordinary, or for an employer who ordered it. */
export function OrderPart({ values }: PartProps) {
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
      <RadioGroup
        name="commissioning"
        label="培训方式"
        inline
        options={KINDS}
        defaultValue={values["commissioning"]}
        className="md:col-span-2"
      />
      <TextField
        name="employerName"
        label="用人单位"
        hint="订单式、定向式必填"
        maxLength={60}
        defaultValue={values["employerName"]}
      />
      <TextField
        name="employerCreditCode"
        label="用人单位统一社会信用代码"
        hint="订单式、定向式必填"
        maxLength={30}
        defaultValue={values["employerCreditCode"]}
      />
      <TextAreaField
        name="employerOrder"
        label="订单内容"
        hint="订单式、定向式必填：岗位、人数、工资、用工时间"
        rows={3}
        maxLength={500}
        className="md:col-span-2"
        defaultValue={values["employerOrder"]}
      />
    </div>
  );
}
