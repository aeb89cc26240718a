import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { CheckboxField } from "~/ui/forms/choice-fields";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { SignaturePad } from "~/ui/forms/signature-pad";
import { NoticeText } from "./notice-text";
import type { ShownLine, ShownNotice } from "./sign-shown.server";

interface SignFormProps {
  readonly line: SerializeFrom<ShownLine>;
  readonly feedback: Feedback | undefined;
}

const BOX = "mb-4 rounded border border-slate-200 bg-white px-4 py-4";
const HEADING = "mb-2 text-xl font-semibold text-slate-900";

/** Told, asked purpose by purpose, shown his own line, and then signing: in this order. */
export function SignForm({ line, feedback }: SignFormProps) {
  const [told, ...others] = line.notices;
  return (
    <Form method="post" encType="multipart/form-data">
      <h1 className="mb-3 text-2xl font-semibold text-slate-900">{`${line.name}，请看完再签字`}</h1>
      <ErrorSummary errors={feedback?.errors} heading="还没有签好" />
      <input type="hidden" name="shown" value={line.shown} />
      <FormFeedback feedback={feedback}>
        {told && (
          <section className={BOX}>
            <NoticeText notice={told} />
            <CheckboxField name="informed" label="我已看过（或听人念过）上面的告知书" required />
            {told.consent !== null && (
              <Agree notice={told} label="我同意：培训后可以打电话回访我（可以不勾）" />
            )}
          </section>
        )}
        {others.map((notice) => (
          <section key={notice.id} className={BOX}>
            <details>
              <summary className="cursor-pointer py-2 font-semibold text-brand-600">
                {`${notice.title}（点开看）`}
              </summary>
              <NoticeText notice={notice} />
            </details>
            <Agree
              notice={notice}
              label={`我同意：${notice.consent}（可以不勾，不影响培训和补贴）`}
            />
          </section>
        ))}
        <OwnLine heading={OWN_LINE[line.kind]} facts={line.facts} />
        <section className={BOX}>
          <p className="mb-3">{line.statement}</p>
          <SignaturePad name="ink" label="本人签名" />
        </section>
      </FormFeedback>
      <SubmitButton
        size="large"
        name="intent"
        value="sign"
        className="w-full"
        pendingLabel="正在提交…"
      >
        确认提交
      </SubmitButton>
    </Form>
  );
}

/** Never ticked beforehand: each is a consent of its own. */
function Agree(props: { readonly notice: SerializeFrom<ShownNotice>; readonly label: string }) {
  return <CheckboxField name={`agree.${props.notice.purpose}`} label={props.label} />;
}

const OWN_LINE = { TRAINING: "花名册上您的信息", WAGES: "发给您的工资" } as const;

interface OwnLineProps {
  readonly heading: string;
  readonly facts: SerializeFrom<ShownLine>["facts"];
}

function OwnLine({ heading, facts }: OwnLineProps) {
  return (
    <section className={BOX}>
      <h2 className={HEADING}>{heading}</h2>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label} className="flex gap-3 border-b border-slate-100 py-1.5">
            <dt className="w-24 shrink-0 text-slate-600">{label}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2">有不对的，先不要签，请告诉工作人员更正。</p>
    </section>
  );
}
