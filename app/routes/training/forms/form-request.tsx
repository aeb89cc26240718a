import { Form } from "@remix-run/react";
import type { ClassFormId } from "~/domain/training/layouts/form-layout";
import { MOST_SIGNED_A_DAY } from "~/domain/training/layouts/sign-in-sheet";
import { Button, ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";

export const FORM_NAMES: Readonly<Record<ClassFormId, string>> = {
  "sign-in": "签到表",
  timetable: "课程表",
  "attendance-summary": "考勤汇总表",
  "completion-roster": "结业名册",
};

interface SessionChoice {
  readonly id: string;
  readonly heldOn: string;
  readonly hours: string;
}

interface FormRequestProps {
  readonly page: {
    readonly id: ClassFormId;
    readonly head: { readonly id: string };
    readonly mayDownload: boolean;
    readonly asksPurpose: boolean;
    readonly sessions: readonly SessionChoice[];
  };
  readonly feedback: Feedback;
}

/** What a form is asked for with; one page serves paper and workbook, each a button. */
export function FormRequest({ page, feedback }: FormRequestProps) {
  const { id, head, mayDownload, asksPurpose, sessions } = page;
  const back = `/classes/${head.id}/forms`;
  if (id === "sign-in" && sessions.length === 0) {
    return (
      <EmptyState
        title="还没有课次"
        icon="training"
        action={<ButtonLink to={`/classes/${head.id}/sessions`}>打开课程表</ButtonLink>}
      >
        由县级经办人先登记课程表，再打印签到表。
      </EmptyState>
    );
  }
  return (
    <Card className="max-w-2xl">
      {/* Paper is a new page and a workbook a file: the browser itself sends this form. */}
      <Form method="post" reloadDocument>
        <FormFeedback feedback={feedback}>
          <div className="space-y-4">
            {id === "sign-in" && (
              <SelectField
                name="which"
                label="课次或日期"
                required
                options={whichOptions(sessions)}
              />
            )}
            {asksPurpose && (
              <TextField
                name="purpose"
                label="用途"
                hint="如 结业归档；含身份证号和联系电话，无权查看完整号码的隐去中间数字"
                required
                maxLength={100}
              />
            )}
            <p className="text-slate-600">每次打印和下载都会留痕，页脚印有经办人、时间和份号。</p>
            <div className="flex flex-wrap gap-2">
              <Button type="submit" variant="primary" icon="print">
                生成打印页
              </Button>
              {mayDownload && (
                <Button type="submit" formAction={`${back}/${id}/file`} icon="export">
                  下载 xlsx
                </Button>
              )}
              <ButtonLink to={back}>返回</ButtonLink>
            </div>
          </div>
        </FormFeedback>
      </Form>
    </Card>
  );
}

function whichOptions(sessions: readonly SessionChoice[]) {
  const days = [...new Set(sessions.map(({ heldOn }) => heldOn))];
  const countOf = (day: string) => sessions.filter(({ heldOn }) => heldOn === day).length;
  const whole = days.filter((day) => countOf(day) > 1 && countOf(day) <= MOST_SIGNED_A_DAY);
  const ofDays = whole.map((day) => ({ value: day, label: `${day} 全天（${countOf(day)} 次课）` }));
  const ofSessions = sessions.map(({ id, heldOn, hours }) => ({
    value: id,
    label: `${heldOn} ${hours}`,
  }));
  return [
    ...(ofDays.length > 0 ? [{ label: "按天", options: ofDays }] : []),
    { label: "按课次", options: ofSessions },
  ];
}
