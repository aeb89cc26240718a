import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import type { SessionPage } from "~/data/training/session-view.server";
import { writeClock } from "~/domain/training/timetable";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextAreaField } from "~/ui/forms/text-field";
import { SessionFields } from "./session-fields";

interface FormProps {
  readonly session: SerializeFrom<SessionPage>;
  readonly feedback: Feedback | undefined;
}

export function ChangeSessionForm({ session, feedback }: FormProps) {
  const start = {
    ...session,
    startsAt: writeClock(session.startsAt),
    endsAt: writeClock(session.endsAt),
    classHours: String(session.classHours),
  };
  return (
    <Card title="修改课次" className="max-w-4xl">
      {session.hasAttendance && (
        <Notice kind="info">
          这次课已登记考勤：可以修改地点、教师和内容，日期、时间和课时不能再改。
        </Notice>
      )}
      <Form method="post">
        <FormFeedback feedback={feedback}>
          <input type="hidden" name="version" value={session.version} />
          <SessionFields start={start} />
          <div className="mt-5 flex flex-wrap gap-2">
            <SubmitButton name="intent" value="change" pendingLabel="正在保存…">
              保存修改
            </SubmitButton>
            <ButtonLink to={`/classes/${session.classId}/sessions`}>返回</ButtonLink>
          </div>
        </FormFeedback>
      </Form>
    </Card>
  );
}

export function CancelSessionForm({ session, feedback }: FormProps) {
  return (
    <Card title="取消课次" className="max-w-4xl">
      <p className="mb-3 text-slate-600">
        取消后不计入课时和考勤，原记录和原因保留在课程表中；取消后不能恢复，可另行登记。
      </p>
      <Form method="post">
        <FormFeedback feedback={feedback}>
          <input type="hidden" name="version" value={session.version} />
          <TextAreaField
            name="reason"
            label="取消原因"
            hint="如 因防汛停课，改在 6 月 9 日补课"
            required
            rows={2}
            maxLength={200}
            className="mb-4"
          />
          <SubmitButton name="intent" value="cancel" variant="danger" pendingLabel="正在取消…">
            取消这次课
          </SubmitButton>
        </FormFeedback>
      </Form>
    </Card>
  );
}
