import { expect, test } from "vitest";
import { jobFairForm } from "~/domain/employers/job-fair";
import { workshopForm } from "~/domain/employers/workshop";
import { wholeNumber, yuan } from "~/domain/shared/form-fields";
import { revisionForm, targetForm, targetTexts, voidForm } from "~/domain/targets/target-form";

const FORMS = { jobFairForm, workshopForm, targetForm, revisionForm, voidForm };

test.each(Object.entries(FORMS))(
  "%s sent without its fields complains as a clerk reads it",
  (_, form) => {
    const read = form.safeParse(targetTexts({}));
    const messages = read.success ? [] : read.error.issues.map(({ message }) => message);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) expect(message).toMatch(/^请(填写|选择|至少)/);
  },
);

test("a number or an amount that is not sent at all is asked for", () => {
  for (const field of [wholeNumber("任务数", 0, 9), yuan("金额")]) {
    expect(field.safeParse(undefined).error?.issues[0]?.message).toMatch(/^请填写(任务数|金额)$/);
  }
});
