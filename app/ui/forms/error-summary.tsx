import { useEffect, useRef } from "react";
import { Icon } from "../icon";
import { jumpWithinPage } from "../jump-within-page";
import { fieldId } from "./field-wiring";

const TITLE_PREFIX = "错误：";

export interface SummaryError {
  readonly message: string;
  /** The field to jump to; an error of the whole form has none. */
  readonly field?: string;
}

interface ErrorSummaryProps {
  /** Either the list, or the `errors` of the form's Feedback. */
  readonly errors: readonly SummaryError[] | Readonly<Record<string, string>> | undefined;
  readonly heading?: string;
}

/** All errors at once, above the form; takes the focus so that a screen reader starts here. */
export function ErrorSummary({ errors, heading }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const list = listOf(errors);
  const any = list.length > 0;
  useEffect(() => {
    if (!any) return undefined;
    box.current?.focus();
    if (!document.title.startsWith(TITLE_PREFIX)) document.title = TITLE_PREFIX + document.title;
    return () => {
      document.title = document.title.replace(TITLE_PREFIX, "");
    };
    // A new answer is a new object: the focus comes back to the summary after every refused attempt.
  }, [any, errors]);
  if (!any) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="mb-4 rounded border-2 border-red-700 bg-white px-4 py-3"
    >
      <h2 className="mb-1 flex items-center gap-1.5 text-base font-semibold text-red-800">
        <Icon name="error" />
        {heading ?? `有 ${list.length} 处需要改正`}
      </h2>
      <ul className="list-disc pl-5">
        {list.map(({ field, message }) => (
          <li key={`${field ?? ""} ${message}`}>
            {field === undefined ? (
              message
            ) : (
              <a
                href={`#${fieldId(field)}`}
                onClick={jumpWithinPage}
                // At the top, or the mark of a message of two lines stands beside its second.
                className="inline-block py-0.5 align-top text-red-700 underline"
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function listOf(errors: ErrorSummaryProps["errors"]): readonly SummaryError[] {
  if (errors === undefined) return [];
  if (isList(errors)) return errors;
  return Object.entries(errors).map(([field, message]) => ({ field, message }));
}

function isList(
  errors: readonly SummaryError[] | Readonly<Record<string, string>>,
): errors is readonly SummaryError[] {
  return Array.isArray(errors);
}
