import { Form } from "@remix-run/react";
import type { NoticePage } from "~/data/posts/notice-view.server";
import { OBJECTION_WAY_LABELS } from "~/domain/posts/objection";
import { SubmitButton } from "~/ui/actions/submit-button";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField } from "~/ui/forms/text-field";

const WAYS = Object.entries(OBJECTION_WAY_LABELS).map(([value, label]) => ({ value, label }));

interface ObjectionEntryProps {
  readonly notice: NoticePage;
  readonly feedback: Feedback | undefined;
}

/** Writes down what somebody said against the notice or one of its people. */
export function ObjectionEntry({ notice, feedback }: ObjectionEntryProps) {
  const people = notice.people
    .filter(({ isRemoved, isConfirmed }) => !isRemoved && !isConfirmed)
    .map(({ id, name, title }) => ({ value: id, label: `${name}（${title}）` }));
  return (
    <Form method="post" className="mt-4 border-t border-slate-200 pt-4">
      <input type="hidden" name="version" value={notice.version} />
      <FormFeedback feedback={feedback}>
        <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
          <SelectField name="appointmentId" label="针对谁" options={people} emptyLabel="整个公示" />
          <DateField name="receivedOn" label="收到日期" required />
          <RadioGroup name="way" label="反映方式" inline required options={WAYS} />
          <TextAreaField name="content" label="反映的问题" required rows={2} maxLength={300} />
        </div>
      </FormFeedback>
      <SubmitButton
        className="mt-3"
        name="intent"
        value="objection"
        variant="default"
        pendingLabel="正在登记…"
      >
        登记异议
      </SubmitButton>
    </Form>
  );
}
