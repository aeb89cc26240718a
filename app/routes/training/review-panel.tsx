import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { buttonClass } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { TextAreaField } from "~/ui/forms/text-field";
import { Icon } from "~/ui/icon";

interface ReviewPanelProps {
  /** The address whose action takes the forms. */
  readonly action: string;
  readonly version: number;
  /** What is to be decided, in a sentence. */
  readonly children: ReactNode;
  /** Hidden fields and boxes of the form that approves; null when there is nothing to approve. */
  readonly approval: { readonly label: string; readonly fields?: ReactNode } | null;
  readonly returnLabel: string;
  /** Open after a refused attempt to return. */
  readonly isReturning: boolean;
}

/** 批准 or 退回, by another person than who filed it. */
export function ReviewPanel(props: ReviewPanelProps) {
  const { action, version, children, approval, returnLabel, isReturning } = props;
  return (
    <section
      aria-label="审批"
      className="mb-4 flex flex-wrap items-start gap-3 rounded border border-blue-300 bg-blue-50 p-3 print:hidden"
    >
      <p className="min-w-[14rem] flex-1 py-1 text-slate-800">{children}</p>
      {approval !== null && (
        <Form method="post" action={action} className="flex flex-wrap items-center gap-3">
          <input type="hidden" name="version" value={version} />
          {approval.fields}
          <SubmitButton name="intent" value="approve" pendingLabel="正在批准…" icon="check">
            {approval.label}
          </SubmitButton>
        </Form>
      )}
      <details open={isReturning} className="w-full md:w-auto">
        <summary className={buttonClass("danger")}>
          <Icon name="left" />
          {returnLabel}
        </summary>
        <Form method="post" action={action}>
          <input type="hidden" name="version" value={version} />
          <TextAreaField
            name="reason"
            label="退回原因"
            hint="写明哪几项、要补正什么"
            rows={3}
            maxLength={500}
            className="my-2 md:w-96"
          />
          <SubmitButton variant="danger" name="intent" value="return" pendingLabel="正在退回…">
            确认退回
          </SubmitButton>
        </Form>
      </details>
    </section>
  );
}
