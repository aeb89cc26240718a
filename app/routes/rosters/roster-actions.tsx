import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { RosterPage } from "~/data/rosters/roster-view.server";
import { ButtonLink, buttonClass } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Notice } from "~/ui/display/notice";
import { TextAreaField } from "~/ui/forms/text-field";
import { Icon } from "~/ui/icon";

/** What can be taken out of the roster or put in; the step onwards stands in its own card. */
export function RosterLinks({ roster }: { readonly roster: RosterPage }) {
  const { id, classId, offers, headcount } = roster;
  return (
    <>
      {offers.print && headcount > 0 && (
        <ButtonLink to={`/rosters/${id}/print`} icon="print">
          打印
        </ButtonLink>
      )}
      {offers.export && (
        <ButtonLink to={`/rosters/${id}/export`} icon="export">
          导出
        </ButtonLink>
      )}
      {offers.edit && (
        <ButtonLink to={`/rosters/import?class=${classId}`} icon="import">
          {headcount === 0 ? "导入花名册" : "更新花名册"}
        </ButtonLink>
      )}
      {offers.submit && (
        <StepForm roster={roster} intent="submit">
          <SubmitButton pendingLabel="正在报送…">报送</SubmitButton>
        </StepForm>
      )}
    </>
  );
}

interface ReviewProps {
  readonly roster: RosterPage;
  /** Open after a refused attempt to return. */
  readonly isReturning: boolean;
}

/** 核定 or 退回, for a reviewer who entered none of it. */
export function ReviewPanel({ roster, isReturning }: ReviewProps) {
  if (roster.offers.ownWork) {
    return <Notice kind="info">您报送或录入过本册的内容，须由另一位审核人核定或退回。</Notice>;
  }
  if (!roster.offers.review) return null;
  const unverified = roster.headcount - roster.verifiedCount;
  return (
    <section
      aria-label="审核"
      className="mb-4 flex flex-wrap items-start gap-3 rounded border border-blue-300 bg-blue-50 p-3 print:hidden"
    >
      <p className="min-w-[14rem] flex-1 py-1 text-slate-800">
        本册待您审核：{roster.headcount} 人{unverified > 0 && `，其中 ${unverified} 人未查验`}
        {roster.problemCount > 0 && `，${roster.problemCount} 人有提醒`}。核定后不能再修改。
      </p>
      <StepForm roster={roster} intent="accept">
        <SubmitButton pendingLabel="正在核定…" icon="check">
          核定
        </SubmitButton>
      </StepForm>
      <details open={isReturning} className="w-full md:w-auto">
        <summary className={buttonClass("danger")}>
          <Icon name="left" />
          退回
        </summary>
        <StepForm roster={roster} intent="return">
          <TextAreaField
            name="reason"
            label="退回原因"
            hint="写明哪几行、要补正什么"
            rows={3}
            maxLength={500}
            className="my-2 md:w-96"
          />
          <SubmitButton variant="danger" pendingLabel="正在退回…">
            确认退回
          </SubmitButton>
        </StepForm>
      </details>
    </section>
  );
}

interface StepFormProps {
  readonly roster: RosterPage;
  readonly intent: "submit" | "return" | "accept";
  readonly children: ReactNode;
}

/** Carries the version that is on the screen, so that nobody decides over what he has not seen. */
function StepForm({ roster, intent, children }: StepFormProps) {
  return (
    <Form method="post" action={`/rosters/${roster.id}`}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={roster.version} />
      {children}
    </Form>
  );
}
