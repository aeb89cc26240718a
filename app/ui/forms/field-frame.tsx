import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { Icon } from "../icon";
import type { FieldProps, FieldWiring } from "./field-wiring";

export function controlClass(error: string | undefined): string {
  return classNames(
    "block w-full rounded border bg-white px-2.5 text-base text-slate-900 md:text-sm",
    "disabled:bg-slate-100 disabled:text-slate-500",
    error === undefined ? "border-gray-500 hover:border-brand-600" : "border-red-700 bg-red-50",
  );
}

export const CONTROL_HEIGHT = "h-10 md:h-8";

interface FieldFrameProps {
  readonly field: FieldProps;
  readonly wiring: FieldWiring;
  readonly children: ReactNode;
}

/** Label above, hint below it, then the control, then the error. */
export function FieldFrame({ field, wiring, children }: FieldFrameProps) {
  return (
    <div className={classNames("min-w-0", field.className)}>
      <label htmlFor={wiring.id} className="mb-1 block font-medium text-slate-700">
        {field.label}
        {field.required && <RequiredMark />}
      </label>
      {field.hint && <FieldHint id={wiring.id}>{field.hint}</FieldHint>}
      {children}
      <FieldError id={wiring.id} error={wiring.error} />
    </div>
  );
}

export function RequiredMark() {
  return <span className="ml-1 text-xs font-normal text-red-700">必填</span>;
}

export function FieldHint({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p id={`${id}-hint`} className="mb-1 text-xs text-slate-600">
      {children}
    </p>
  );
}

export function FieldError(props: { readonly id: string; readonly error: string | undefined }) {
  if (props.error === undefined) return null;
  return (
    <p id={`${props.id}-error`} className="mt-1 flex items-start gap-1 text-red-700">
      <Icon name="error" className="mt-0.5" />
      <span>
        <span className="sr-only">错误：</span>
        {props.error}
      </span>
    </p>
  );
}
