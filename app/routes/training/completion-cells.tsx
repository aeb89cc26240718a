import { classNames } from "~/ui/class-names";
import { CONTROL_HEIGHT, controlClass, FieldError } from "~/ui/forms/field-frame";
import { useFieldWiring } from "~/ui/forms/field-wiring";
import { useStartValue } from "~/ui/forms/form-feedback";

interface CellProps {
  readonly name: string;
  /** Read aloud, as the column's header stands far above: 第 3 号 沙马阿依 证书编号. */
  readonly label: string;
  readonly stored: string;
  readonly widthClass: string;
}

export function TextCell(props: CellProps & { readonly maxLength: number }) {
  const wiring = useFieldWiring(props);
  const start = useStartValue(props.name, props.stored);
  return (
    <>
      <input
        {...wiring.aria}
        id={wiring.id}
        name={props.name}
        aria-label={props.label}
        defaultValue={start}
        maxLength={props.maxLength}
        autoComplete="off"
        className={classNames(controlClass(wiring.error), CONTROL_HEIGHT, props.widthClass)}
      />
      <CellError id={wiring.id} error={wiring.error} />
    </>
  );
}

interface ChoiceCellProps extends CellProps {
  readonly options: Readonly<Record<string, string>>;
  readonly emptyLabel: string;
}

export function ChoiceCell(props: ChoiceCellProps) {
  const wiring = useFieldWiring(props);
  const start = useStartValue(props.name, props.stored);
  return (
    <>
      <select
        {...wiring.aria}
        id={wiring.id}
        name={props.name}
        aria-label={props.label}
        defaultValue={start ?? ""}
        className={classNames(
          controlClass(wiring.error),
          CONTROL_HEIGHT,
          "select-arrow",
          props.widthClass,
        )}
      >
        <option value="">{props.emptyLabel}</option>
        {Object.entries(props.options).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <CellError id={wiring.id} error={wiring.error} />
    </>
  );
}

function CellError({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  return (
    <span className="block max-w-[14rem] whitespace-normal">
      <FieldError id={id} error={error} />
    </span>
  );
}
