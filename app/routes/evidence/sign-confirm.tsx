import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";

/** Nothing but a name and four characters, until somebody says that it is he. */
export function SignConfirm({ name, idTail }: { readonly name: string; readonly idTail: string }) {
  return (
    <section className="rounded border border-slate-200 bg-white px-5 py-6">
      <h1 className="mb-4 text-2xl font-semibold text-slate-900">您好，请确认是您本人</h1>
      <p>
        姓名：<strong>{name}</strong>
      </p>
      <p className="mb-6">
        身份证号最后四位：<strong className="font-mono">{idTail}</strong>
      </p>
      <Form method="post" className="grid gap-4">
        <SubmitButton size="large" name="intent" value="confirm" pendingLabel="正在打开…">
          是我本人
        </SubmitButton>
        <SubmitButton
          size="large"
          variant="default"
          name="intent"
          value="disown"
          pendingLabel="正在结束…"
        >
          不是我
        </SubmitButton>
      </Form>
    </section>
  );
}
