import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewDocument } from "~/data/funds/document-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { documentLabel } from "~/domain/funds/document";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { StateBadge } from "~/ui/display/badge";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { ClausesCard, DeadlinesCard, DocumentFactsCard } from "./document-parts";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ page }) => documentLabel(page.document),
  crumb: ({ page }) => {
    return { label: documentLabel(page.document), to: `/documents/${page.document.id}` };
  },
};

const DONE = new Map([
  ["add", "文件已登记。"],
  ["change", "已保存。"],
  ["void", "文件已作废。"],
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, "document.read", today)) throw forbidden();
  const page = await viewDocument(actor, params["documentId"] ?? "", today);
  if (page === null) throw notFound();
  return { page, done: new URL(request.url).searchParams.get("done") ?? "" };
}

export default function DocumentDetail() {
  const { page, done } = useLoaderData<typeof loader>();
  const { document, conflicts, mayWrite } = page;
  const said = DONE.get(done);
  return (
    <>
      <PageHeader
        title={documentLabel(document)}
        badge={
          document.voidedAt !== null ? (
            <StateBadge label="已作废" tone="neutral" />
          ) : page.supersededBy.length > 0 ? (
            <StateBadge label="已被替代" tone="warning" />
          ) : undefined
        }
        note={document.title}
        actions={
          mayWrite && (
            <>
              <ButtonLink to={`/documents/${document.id}/edit`} icon="edit">
                修改
              </ButtonLink>
              <ButtonLink to={`/documents/${document.id}/void`}>作废</ButtonLink>
            </>
          )
        }
      />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      {document.voidedAt !== null && (
        <Notice kind="warning">作废原因：{document.voidReason}</Notice>
      )}
      {conflicts.length > 0 && (
        <Notice kind="warning" title="本文件的期限有矛盾">
          <ul className="list-disc pl-5">
            {conflicts.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="space-y-4">
        <DocumentFactsCard {...page} />
        <DeadlinesCard document={document} />
        <ClausesCard document={document} />
      </div>
    </>
  );
}
