import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { viewScanReview } from "~/data/evidence/scan-review-view.server";
import { viewSignedHead } from "~/data/rosters/signed-head-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { StateBadge } from "~/ui/display/badge";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { openScan } from "~/usecases/evidence/open-scan-page.server";
import { answerReview } from "./scan-answers.server";
import { InkForm } from "./scan-ink-form";
import { STANDING_TONES } from "./scan-list";
import { ScanPicture } from "./scan-picture";
import { PageSteps } from "./scan-steps";

type Loaded = SerializeFrom<typeof loader>;
import { SIGNING_WORDS } from "./signing-words";

export const handle: PageHandle<Loaded> = {
  title: ({ scan, head }) => `${scan.title} ${head.label}`,
  crumb: ({ scan }) => ({ label: scan.title }),
  menuPath: ({ head }) => SIGNING_WORDS[head.kind].menuPath,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { rosterId = "", pageId = "" } = params;
  const today = dayInChina(now());
  const head = await viewSignedHead(actor, rosterId, today);
  if (head === null) throw notFound();
  const opened = await openScan(actor, { rosterId, pageId }, now());
  if (!opened.ok) throw opened.refusal.kind === "notFound" ? notFound() : forbidden();
  const scan = await viewScanReview(actor, head, pageId, today);
  if (scan === null) throw notFound();
  return { head, scan };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { rosterId = "", pageId = "" } = params;
  return answerReview(actor, { rosterId, pageId }, await request.formData());
}

const DONE: Readonly<Record<string, string>> = {
  decide: "已保存本页的确认。",
  line: "已保存。",
  setAside: "本页已设为不采用，据此确认的签字手印已作废。",
  replace: "前一份扫描件已设为不采用，请确认本页。",
  place: "已对应。本页没有裁切，请对照整页逐行确认。",
};

export default function ScanReview() {
  const { head, scan } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const done = DONE[search.get("done") ?? ""];
  const here = `/rosters/${head.id}/scans`;
  return (
    <>
      <PageHeader
        title={scan.title}
        badge={<StateBadge label={scan.label} tone={STANDING_TONES[scan.standing]} />}
        note={`${head.label} · ${scan.source}`}
        actions={
          <>
            {scan.next !== null && (
              <ButtonLink to={`${here}/${scan.next}`}>下一页待确认的</ButtonLink>
            )}
            <ButtonLink to={here}>返回扫描件</ButtonLink>
          </>
        }
      />
      {done !== undefined && answer === undefined && (
        <Notice kind="success" live>
          {done}
        </Notice>
      )}
      {scan.standing !== "placed" && scan.note !== "" && (
        <Notice kind={scan.open > 0 ? "info" : "warning"}>{scan.note}。</Notice>
      )}
      <ErrorSummary errors={answer?.errors} heading="没有保存" />
      <FormFeedback feedback={answer}>
        <div className="gap-4 xl:grid xl:grid-cols-2">
          <ScanPicture rosterId={head.id} scan={scan} />
          <div>
            {scan.rows.length > 0 && <InkForm rosterId={head.id} scan={scan} />}
            <PageSteps scan={scan} rosterId={head.id} />
          </div>
        </div>
      </FormFeedback>
    </>
  );
}
