import { classNames } from "~/ui/class-names";
import { controlClass } from "~/ui/forms/field-frame";
import { useFieldError, useStartValue } from "~/ui/forms/form-feedback";

interface GridInputProps {
  readonly name: string;
  readonly label: string;
  readonly className: string;
  readonly maxLength?: number;
  readonly placeholder?: string;
}

/** A field of a grid: its row and column name it, what is wrong stands below. */
export function GridInput(props: GridInputProps) {
  const { name, label, className, maxLength = 60, placeholder } = props;
  const value = useStartValue(name, "");
  const error = useFieldError(name, undefined);
  return (
    <>
      <input
        id={`field-${name}`}
        name={name}
        aria-label={label}
        aria-invalid={error !== undefined}
        defaultValue={value}
        maxLength={maxLength}
        placeholder={placeholder}
        className={classNames(controlClass(error), "px-1.5 py-1", className)}
      />
      {error !== undefined && (
        <span className="mt-0.5 block whitespace-normal text-xs text-red-700">{error}</span>
      )}
    </>
  );
}

export function GridTick({ name, label }: { readonly name: string; readonly label: string }) {
  const value = useStartValue(name, "");
  return (
    <input
      id={`field-${name}`}
      type="checkbox"
      name={name}
      aria-label={label}
      defaultChecked={value === "on"}
      className="h-4 w-4"
    />
  );
}
