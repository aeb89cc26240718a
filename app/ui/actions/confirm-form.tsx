import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorSummary } from "../forms/error-summary";
import { TextField } from "../forms/text-field";
import { Icon } from "../icon";
import { buttonClass } from "./button";
import { SubmitButton } from "./submit-button";

interface ConfirmFormProps {
  readonly action?: string;
  /** On the closed button, e.g. 撤销本次导入. */
  readonly title: string;
  /** What will happen and that it cannot be undone; with numbers. */
  readonly consequence: ReactNode;
  /** What must be typed: the number of rows, the class's name. Sent as `confirmWord`; the server compares. */
  readonly word: string;
  readonly wordLabel?: string;
  /** Chinese, from the action, when the word did not fit. */
  readonly error?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly children?: ReactNode;
}

export const CONFIRM_WORD = "confirmWord";

/** A step that destroys: closed until opened, sent only with the word typed. Native, so it works without scripts. */
export function ConfirmForm(props: ConfirmFormProps) {
  const { title, word, error } = props;
  return (
    <details open={error !== undefined} className="print:hidden">
      <summary className={buttonClass("danger")}>
        <Icon name="warning" />
        {title}
      </summary>
      <Form
        method="post"
        action={props.action}
        className="mt-2 max-w-xl rounded border border-red-300 bg-red-50 p-4"
      >
        {error !== undefined && <ErrorSummary errors={[{ field: CONFIRM_WORD, message: error }]} />}
        <div className="mb-3">{props.consequence}</div>
        {Object.entries(props.fields ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {props.children}
        <TextField
          name={CONFIRM_WORD}
          label={props.wordLabel ?? `请输入“${word}”以确认`}
          error={error}
          required
          controlClassName="md:w-64"
          className="mb-3"
        />
        <SubmitButton variant="danger">{title}</SubmitButton>
      </Form>
    </details>
  );
}

/** The server's side of the typed word: spaces around it are forgiven, nothing else is. */
export function isConfirmed(form: FormData, word: string): boolean {
  const typed = form.get(CONFIRM_WORD);
  return typeof typed === "string" && typed.trim() === word;
}
