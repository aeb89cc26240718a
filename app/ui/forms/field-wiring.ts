import type { ReactNode } from "react";
import { useFieldError } from "./form-feedback";

/** What every field of the family takes. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** Chinese: what is wrong and how to mend it. Without it the surrounding FormFeedback is asked. */
  readonly error?: string;
  readonly required?: boolean;
  /** Only needed when two forms on one page have a field of the same name. */
  readonly id?: string;
  /** The stored value; a refused or interrupted form's value comes before it. */
  readonly defaultValue?: string;
  readonly className?: string;
}

export interface FieldWiring {
  readonly id: string;
  readonly error: string | undefined;
  readonly aria: {
    readonly "aria-describedby": string | undefined;
    readonly "aria-invalid": true | undefined;
  };
}

export function fieldId(name: string): string {
  return `field-${name}`;
}

/** The ids that tie a control to its label, hint and error. */
export function useFieldWiring(props: FieldProps): FieldWiring {
  const id = props.id ?? fieldId(props.name);
  const error = useFieldError(props.name, props.error);
  const described = [props.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return {
    id,
    error,
    aria: {
      "aria-describedby": described === "" ? undefined : described,
      "aria-invalid": error === undefined ? undefined : true,
    },
  };
}
