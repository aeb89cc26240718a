import { Form } from "@remix-run/react";
import type { VacancyPage } from "~/data/employers/vacancy-view.server";
import type { WorkplaceGroup } from "~/data/employers/workplace-choice-view.server";
import { fen, yuanDigits } from "~/domain/shared/fen";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import { VacancyFields } from "./vacancy-fields";

interface VacancyFormsProps {
  readonly vacancy: VacancyPage;
  readonly workplaces: readonly WorkplaceGroup[];
  readonly answer:
    | {
        readonly intent: string;
        readonly values: Record<string, string>;
        readonly errors: Record<string, string>;
      }
    | undefined;
}

/** Correcting and closing a vacancy. */
export function VacancyForms({ vacancy, workplaces, answer }: VacancyFormsProps) {
  const feedbackOf = (intent: string) => (answer?.intent === intent ? answer : undefined);
  return (
    <>
      <Card title="修改岗位" className="max-w-4xl">
        <Form method="post">
          <input type="hidden" name="version" value={vacancy.version} />
          <FormFeedback feedback={feedbackOf("change")}>
            <VacancyFields workplaces={workplaces} defaults={standing(vacancy)} />
          </FormFeedback>
          <SubmitButton className="mt-4" name="intent" value="change" pendingLabel="正在保存…">
            保存修改
          </SubmitButton>
        </Form>
      </Card>
      <Card title="关闭岗位" className="max-w-4xl">
        <Form method="post">
          <input type="hidden" name="version" value={vacancy.version} />
          <FormFeedback feedback={feedbackOf("close")}>
            <TextField
              name="reason"
              label="关闭的原因"
              hint="如 已招满、单位取消用工。关闭后不再招用，也不能再改；已安排的人不受影响"
              required
              maxLength={200}
            />
          </FormFeedback>
          <SubmitButton
            className="mt-4"
            name="intent"
            value="close"
            variant="danger"
            pendingLabel="正在关闭…"
          >
            关闭岗位
          </SubmitButton>
        </Form>
      </Card>
    </>
  );
}

function standing(vacancy: VacancyPage): Record<string, string> {
  const { kind, title, workplaceCode, headcount, requirement, openFrom, openTo, source } = vacancy;
  return {
    ...{ kind, title, workplaceCode, requirement, openFrom, source },
    headcount: String(headcount),
    openTo: openTo ?? "",
    wageFromFen: yuanOf(vacancy.wageFromFen),
    wageToFen: yuanOf(vacancy.wageToFen),
  };
}

function yuanOf(amount: number | null): string {
  return amount === null ? "" : yuanDigits(fen(amount));
}
