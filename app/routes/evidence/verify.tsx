import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/platform/clock.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { DescriptionList } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { TextAreaField, TextField } from "~/ui/forms/text-field";
import { PRODUCT_NAME } from "~/ui/frame/frame-data";
import type { PageHandle } from "~/ui/frame/page-handle";
import {
  checkPrintedSeal,
  type SealAnswer,
  type SealCheckRefusal,
} from "~/usecases/rosters/check-seal.server";

export const handle: PageHandle = { title: "核验封存名册", frame: "bare" };

/** A scanned form fills the boxes; whoever holds it sends them himself. */
export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const given = (name: string) => (searchParams.get(name) ?? "").slice(0, 200);
  return { code: given("code"), digest: given("digest") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const values = {
    code: String(form.get("code") ?? "").slice(0, 100),
    digest: String(form.get("digest") ?? "").slice(0, 200),
  };
  const outcome = await checkPrintedSeal(values, String(context["ip"] ?? ""), now());
  if (outcome.ok) return data({ values, errors: {}, answer: outcome.value });
  return data({ values, errors: messageOf(outcome.refusal), answer: null }, { status: 422 });
}

function messageOf(refusal: SealCheckRefusal): Readonly<Record<string, string>> {
  switch (refusal.kind) {
    case "tooMany":
      return { code: "核验过于频繁，请十分钟后再试" };
    case "codeWrong":
      return { code: "编号应为 20 位字母和数字，请照封存名册页脚录入" };
    case "digestWrong":
      return { digest: "摘要应为 64 位数字和字母 A 至 F，请照封存名册页脚录入" };
    case "unknown":
      return { code: "没有这个编号，请核对；如编号无误，这份名册不是本系统封存的" };
  }
}

export default function VerifySeal() {
  const given = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="mx-auto mt-4 max-w-2xl md:mt-10">
      <div className="rounded border border-slate-200 bg-white px-5 py-6 shadow-sm md:px-8">
        <h1 className="mb-1 text-xl font-semibold text-slate-900">核验封存名册</h1>
        <p className="mb-5 text-slate-600">
          {PRODUCT_NAME}
          。手里的封存名册（或已锁定的工资签收表）是否就是当初封存的那一份，凭页脚的编号和摘要即可核对。
        </p>
        {answer?.answer && <Verdict answer={answer.answer} />}
        <ErrorSummary errors={answer?.errors} heading="没有核验" />
        <Form method="post" replace>
          <FormFeedback feedback={answer ?? { values: given, errors: {} }}>
            <TextField
              name="code"
              label="编号"
              hint="20 位，可不写短横"
              required
              maxLength={100}
              autoComplete="off"
              className="mb-4"
            />
            <TextAreaField
              name="digest"
              label="摘要（SHA-256）"
              hint="64 位，可带空格"
              required
              rows={3}
              maxLength={200}
              className="mb-6"
            />
          </FormFeedback>
          <SubmitButton size="large" pendingLabel="正在核验…" className="w-full">
            核验
          </SubmitButton>
        </Form>
        <p className="mt-5 text-slate-600">本页不显示任何人的个人信息。</p>
      </div>
    </div>
  );
}

function Verdict({ answer }: { readonly answer: SealAnswer }) {
  return (
    <div className="mb-5">
      {!answer.isSame && (
        <Notice kind="error" title="摘要不符" live>
          这个编号的名册封存时的摘要与您录入的不同：请先核对录入，仍不符的，这份名册不是封存的原件。
        </Notice>
      )}
      {answer.isSame && answer.isStillAsSealed && (
        <Notice kind="success" title="与封存时一致" live>
          摘要与封存时一致，系统内的记录重新计算也得出同一摘要。
        </Notice>
      )}
      {answer.isSame && !answer.isStillAsSealed && (
        <Notice kind="error" title="与封存时一致，但系统内的记录已有变动" live>
          您手里的名册是封存的原件；系统内的记录重新计算得不出同一摘要，请通知州市人社局和系统管理员核查。
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: "名册", detail: answer.label },
          { term: "县（市、区）", detail: answer.countyName },
          { term: "人数", detail: `${answer.headcount} 人` },
          { term: "封存日期", detail: answer.sealedOn },
          answer.amendments === null
            ? { term: "锁定后更正", detail: "在以后月份的工资表中办理" }
            : { term: "封存后更正", detail: `${answer.amendments} 项` },
        ]}
      />
    </div>
  );
}
