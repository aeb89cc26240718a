import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { TextField } from "~/ui/forms/text-field";

interface SearchBoxProps {
  readonly label: string;
  /** The name searched for now; a number never comes back into the box. */
  readonly text: string;
  /** Chinese, when nothing was found or the number is not whole. */
  readonly error?: string;
}

/** One box for names and numbers. It is posted, so that no number stands in an address or a log. */
export function SearchBox({ label, text, error }: SearchBoxProps) {
  return (
    <Form
      method="post"
      role="search"
      aria-label={label}
      key={text}
      className="flex min-w-0 flex-1 flex-wrap items-end gap-2"
    >
      <input type="hidden" name="intent" value="find" />
      <TextField
        name="find"
        label={label}
        type="search"
        placeholder="姓名、拼音首字母，或完整身份证号、电话"
        defaultValue={text}
        error={error}
        maxLength={40}
        className="w-full md:w-96"
      />
      <SubmitButton variant="primary" icon="search" pendingLabel="正在查找…">
        查找
      </SubmitButton>
    </Form>
  );
}
