import type { ComponentProps } from "react";
import { classNames } from "../class-names";
import { CONTROL_HEIGHT, controlClass, FieldFrame } from "./field-frame";
import { useFieldWiring } from "./field-wiring";
import type { FieldProps } from "./field-wiring";
import { useStartValue } from "./form-feedback";

type Native = "autoComplete" | "inputMode" | "maxLength" | "placeholder" | "readOnly" | "disabled";

interface TextFieldProps extends FieldProps, Pick<ComponentProps<"input">, Native> {
  readonly type?: "text" | "search" | "tel" | "number" | "email";
  readonly autoFocus?: boolean;
  /** The control alone is this wide, e.g. "md:w-40"; a short answer deserves a short box. */
  readonly controlClassName?: string;
  readonly form?: string;
}

export function TextField(props: TextFieldProps) {
  const wiring = useFieldWiring(props);
  const start = useStartValue(props.name, props.defaultValue);
  return (
    <FieldFrame field={props} wiring={wiring}>
      <input
        {...wiring.aria}
        id={wiring.id}
        name={props.name}
        type={props.type ?? "text"}
        defaultValue={start}
        required={props.required}
        autoComplete={props.autoComplete ?? "off"}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        readOnly={props.readOnly}
        disabled={props.disabled}
        autoFocus={props.autoFocus}
        form={props.form}
        className={classNames(
          controlClass(wiring.error),
          CONTROL_HEIGHT,
          props.readOnly && "bg-slate-50",
          props.controlClassName,
        )}
      />
    </FieldFrame>
  );
}

interface TextAreaFieldProps extends FieldProps {
  readonly rows?: number;
  readonly maxLength?: number;
  readonly placeholder?: string;
}

export function TextAreaField(props: TextAreaFieldProps) {
  const wiring = useFieldWiring(props);
  const start = useStartValue(props.name, props.defaultValue);
  return (
    <FieldFrame field={props} wiring={wiring}>
      <textarea
        {...wiring.aria}
        id={wiring.id}
        name={props.name}
        rows={props.rows ?? 4}
        defaultValue={start}
        required={props.required}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        className={classNames(controlClass(wiring.error), "py-1.5")}
      />
    </FieldFrame>
  );
}

/** A day as people write it; the server reads the other spellings, so a calendar is never needed. */
export function DateField(props: FieldProps) {
  return (
    <TextField
      {...props}
      hint={props.hint ?? "如 2020-06-01；写 20200601、2020年6月1日 也可以"}
      inputMode="text"
      maxLength={20}
      controlClassName="tabular-nums md:w-44"
    />
  );
}
