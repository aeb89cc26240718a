import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { listSupervisions } from "~/data/evidence/supervision-records-view.server";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { may } from "~/domain/access/policy";
import { SUPERVISION_PARTY_LABELS } from "~/domain/evidence/supervision";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { Button, ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { SelectField } from "~/ui/forms/select-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { portraitLinks } from "~/ui/print/page-links";
import { requireActor } from "~/usecases/access/require-actor.server";
import { makeSupervisionForm } from "~/usecases/evidence/make-supervision-form.server";
import { PaperSupervision } from "./paper-supervision";

type Loaded = SerializeFrom<typeof loader>;

export const links = portraitLinks;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.label}监督记录表`,
  frame: "bare",
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewClassHead(actor, params["classId"], today);
  if (head === null) throw notFound();
  if (!may(actor, "roster.print", head.countyCode, today)) throw forbidden();
  const records = await listSupervisions(actor, head.id);
  const options = records.map(({ id, heldOn, party, signerName, voidedAt }) => ({
    value: id,
    label: `${heldOn} ${SUPERVISION_PARTY_LABELS[party]} ${signerName}${voidedAt === null ? "" : "（已作废）"}`,
  }));
  const chosen = new URL(request.url).searchParams.get("record") ?? "";
  return { head, options, chosen, printedBy: actor.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const typed = String((await request.formData()).get("record") ?? "");
  const recordId = typed === "" ? null : typed;
  const asked = { classId: params["classId"] ?? "", recordId, as: "print" } as const;
  const outcome = await makeSupervisionForm(actor, asked, now());
  if (!outcome.ok) throw outcome.refusal.kind === "notFound" ? notFound() : forbidden();
  const { heading, rows, copyNo, madeAt } = outcome.value;
  return data({ heading, rows, copyNo, madeAt }, { headers: { "Cache-Control": "no-store" } });
}

export default function SupervisionForm() {
  const { head, options, chosen, printedBy } = useLoaderData<typeof loader>();
  const printed = useActionData<typeof action>();
  if (printed !== undefined) return <PaperSupervision {...printed} printedBy={printedBy} />;
  const at = `/classes/${head.id}/supervision`;
  return (
    <>
      <PageHeader title="监督记录表" note={`${head.label} · ${head.countyName}`} />
      <Card className="max-w-2xl">
        <Form method="post" action={`${at}/form`} reloadDocument>
          <SelectField
            name="record"
            label="打印或下载哪一份"
            hint="空白表供现场手写，写完拍照上传登记"
            emptyLabel="空白表"
            options={options}
            defaultValue={chosen}
            className="mb-4"
          />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" icon="print">
              生成打印页
            </Button>
            <Button type="submit" icon="export" formAction={`${at}/form/file`}>
              下载 Excel
            </Button>
            <ButtonLink to={at}>返回监督记录</ButtonLink>
          </div>
        </Form>
      </Card>
    </>
  );
}
