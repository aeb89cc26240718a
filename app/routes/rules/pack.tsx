import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewPack, type PackPage } from "~/data/rules/pack-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { PACK_MARK } from "~/domain/rules/pack";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { DescriptionList, type Description } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerPackForm } from "./pack-answers.server";
import { PackBadge } from "./pack-badge";
import { PackSteps } from "./pack-steps";
import { PackValues } from "./pack-values";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ page }) => page.head.name,
  crumb: ({ page }) => ({ label: page.head.name, to: `/rule-packs/${page.id}` }),
};

const DONE = new Map([
  ["import", "已导入，待另一人签发；签发前不执行。"],
  ["signOff", "已签发，数值自各自的起始日起执行。"],
  ["refuse", "已登记不予签发。"],
  ["withdraw", "已撤回，其中的数值不再执行。"],
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "parameter.read", today)) throw forbidden();
  const search = new URL(request.url).searchParams;
  const asked = { packId: params["packId"] ?? "", withId: search.get("with") };
  const page = await viewPack(actor, asked, today);
  if (page === null) throw notFound();
  return { page, done: search.get("done") ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const packId = params["packId"] ?? "";
  const answer = await answerPackForm(actor, packId, await request.formData());
  return "done" in answer ? redirect(`/rule-packs/${packId}?done=${answer.done}`) : answer;
}

export default function Pack() {
  const { page, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  return (
    <>
      <PageHeader
        title={`${page.head.name} ${page.head.edition}`}
        badge={<PackBadge state={page.state} />}
        note={PACK_MARK}
        actions={
          <span className="flex flex-wrap gap-2 print:hidden">
            {page.mayTry && <ButtonLink to={`/rule-packs/${page.id}/what-if`}>试算</ButtonLink>}
            <Form method="post" action={`/rule-packs/${page.id}/file`} reloadDocument>
              <SubmitButton variant="default" icon="export">
                导出文件
              </SubmitButton>
            </Form>
          </span>
        }
      />
      <ErrorSummary errors={answer?.errors} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <Card title="来源">
        <DescriptionList items={facts(page)} />
      </Card>
      <PackValues page={page} />
      <PackSteps page={page} feedback={answer} />
    </>
  );
}

function facts({ head, regionName, sha256, imported, decided, withdrawn, state }: PackPage) {
  const items: Description[] = [
    { term: "适用地区", detail: regionName },
    { term: "发文机关", detail: head.issuer },
    { term: "文号", detail: `${head.documentNumber}（${head.issuedOn}）` },
    { term: "导入", detail: `${imported.name} ${chinaMinute(imported.at)}` },
  ];
  if (head.backdatedBecause !== "") {
    items.push({ term: "数值早于发文日期的原因", detail: head.backdatedBecause, wide: true });
  }
  const told = (term: string, one: PackPage["decided"]) => {
    if (one === null) return;
    const why = one.words === "" ? "" : `：${one.words}`;
    items.push({ term, detail: `${one.name} ${chinaMinute(one.at)}${why}` });
  };
  told(state === "refused" ? "不予签发" : "签发", decided);
  told("撤回", withdrawn);
  const digest = <span className="break-all font-mono text-xs">{sha256}</span>;
  return [...items, { term: "文件指纹", detail: digest, wide: true }];
}
