import { CheckboxField } from "~/ui/forms/choice-fields";
import { TextField } from "~/ui/forms/text-field";

/** A county of the form: in the target or not, and its number where the document gives one. */
export interface ShareRow {
  readonly code: string;
  readonly name: string;
  readonly isIn: boolean;
  readonly value: string;
}

/** A tick and a number for each county of the area. */
export function ShareFields({ areas }: { readonly areas: readonly ShareRow[] }) {
  return (
    <fieldset className="mt-5">
      <legend id="field-shares" tabIndex={-1} className="font-medium text-slate-700">
        分县任务
      </legend>
      <p className="mb-2 text-slate-600">
        列入的县请勾选；文件给出数字的填数字，未给出的留空。填了数字的自动列入。
      </p>
      <div className="grid grid-cols-1 gap-x-6 gap-y-3 md:grid-cols-2 xl:grid-cols-3">
        {areas.map(({ code, name, isIn, value }) => (
          <div key={code} role="group" aria-label={name} className="flex items-end gap-3">
            <CheckboxField
              name={`area.${code}`}
              label={name}
              defaultChecked={isIn}
              className="w-40 shrink-0"
            />
            <TextField
              name={`share.${code}`}
              label="任务数"
              inputMode="numeric"
              maxLength={7}
              controlClassName="w-28"
              defaultValue={value}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
