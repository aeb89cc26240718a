import { classNames } from "../class-names";
import { CONTROL_HEIGHT, controlClass, FieldFrame } from "./field-frame";
import { useFieldWiring } from "./field-wiring";
import type { FieldProps } from "./field-wiring";
import { useStartValue } from "./form-feedback";

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

interface SelectFieldProps extends FieldProps {
  readonly options: readonly (Option | OptionGroup)[];
  /** The empty first choice, e.g. 请选择 or 全部; null leaves it out. */
  readonly emptyLabel?: string | null;
  readonly form?: string;
}

export function SelectField(props: SelectFieldProps) {
  const wiring = useFieldWiring(props);
  const start = useStartValue(props.name, props.defaultValue);
  const emptyLabel = props.emptyLabel === undefined ? "请选择" : props.emptyLabel;
  return (
    <FieldFrame field={props} wiring={wiring}>
      <select
        {...wiring.aria}
        id={wiring.id}
        name={props.name}
        defaultValue={start ?? ""}
        required={props.required}
        form={props.form}
        className={classNames(controlClass(wiring.error), CONTROL_HEIGHT, "select-arrow")}
      >
        {emptyLabel !== null && <option value="">{emptyLabel}</option>}
        {props.options.map((item) =>
          "options" in item ? (
            <Group key={item.label} group={item} />
          ) : (
            <Choice key={item.value} option={item} />
          ),
        )}
      </select>
    </FieldFrame>
  );
}

function Group({ group }: { readonly group: OptionGroup }) {
  return (
    <optgroup label={group.label}>
      {group.options.map((option) => (
        <Choice key={option.value} option={option} />
      ))}
    </optgroup>
  );
}

function Choice({ option }: { readonly option: Option }) {
  return (
    <option value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  );
}
