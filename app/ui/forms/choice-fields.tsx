import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { FieldError, FieldHint, RequiredMark } from "./field-frame";
import { useFieldWiring } from "./field-wiring";
import type { FieldProps } from "./field-wiring";
import { useStartValue } from "./form-feedback";

export interface RadioOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

interface RadioGroupProps extends FieldProps {
  readonly options: readonly RadioOption[];
  /** Side by side when the labels are short. */
  readonly inline?: boolean;
}

const BOX = "mt-0.5 h-4 w-4 shrink-0 border-gray-500";
/** 24 px at a desk, 40 px under a thumb (WCAG 2.5.8). */
const CHOICE_LABEL = "flex min-h-[2.5rem] items-start gap-2 py-2 md:min-h-[1.5rem] md:py-0.5";

export function RadioGroup(props: RadioGroupProps) {
  const wiring = useFieldWiring(props);
  const start = useStartValue(props.name, props.defaultValue);
  return (
    <fieldset className={classNames("min-w-0", props.className)} {...wiring.aria}>
      <legend className="mb-1 font-medium text-slate-700">
        {props.label}
        {props.required && <RequiredMark />}
      </legend>
      {props.hint && <FieldHint id={wiring.id}>{props.hint}</FieldHint>}
      <div className={props.inline ? "flex flex-wrap gap-x-6" : "space-y-1"}>
        {props.options.map((option, index) => (
          <label key={option.value} className={CHOICE_LABEL}>
            <input
              type="radio"
              // The first choice carries the field's id: the error summary leads the keyboard there.
              id={index === 0 ? wiring.id : undefined}
              name={props.name}
              value={option.value}
              defaultChecked={start === option.value}
              required={props.required}
              disabled={option.disabled}
              className={BOX}
            />
            <span>
              {option.label}
              {option.hint && <span className="block text-xs text-slate-600">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={wiring.id} error={wiring.error} />
    </fieldset>
  );
}

interface CheckboxFieldProps extends FieldProps {
  /** What is sent when ticked; "on" unless told. */
  readonly value?: string;
  readonly defaultChecked?: boolean;
}

export function CheckboxField(props: CheckboxFieldProps) {
  const wiring = useFieldWiring(props);
  const value = props.value ?? "on";
  const start = useStartValue(props.name, props.defaultChecked ? value : undefined);
  return (
    <div className={props.className}>
      <label className={CHOICE_LABEL}>
        <input
          {...wiring.aria}
          type="checkbox"
          id={wiring.id}
          name={props.name}
          value={value}
          defaultChecked={start === value}
          required={props.required}
          className={BOX}
        />
        <span>
          {props.label}
          {props.required && <RequiredMark />}
        </span>
      </label>
      {props.hint && <FieldHint id={wiring.id}>{props.hint}</FieldHint>}
      <FieldError id={wiring.id} error={wiring.error} />
    </div>
  );
}
