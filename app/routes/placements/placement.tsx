import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewPlacementHead } from "~/data/placements/placement-head-view.server";
import { viewPlacement } from "~/data/placements/placement-view.server";
import { viewRetention } from "~/data/placements/retention-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { CountingCard } from "./counting-card";
import { FilingDoubts } from "./filing-doubts";
import { OverlapCard } from "./overlap-card";
import { answerOverlapCheck, answerVerification } from "./placement-answers.server";
import { PlacementFacts } from "./placement-facts";
import { PlacementFrame } from "./placement-frame";
import { PlacementHistory } from "./placement-history";
import { PlacementTies } from "./placement-ties";
import { RetentionCard } from "./retention-card";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => `${head.name}的就业登记`,
  crumb: ({ head }) => ({ label: `${head.name} · ${head.employerName}` }),
};

const DONE = new Map([
  ["register", "已登记。请上传合同、工资条等佐证，有佐证才计入进度。"],
  ["change", "已保存修改。"],
  ["end", "已登记离岗。"],
  ["reopen", "已撤销离岗。"],
  ["overlaps", "已记下核对情况，不再列为待核对。"],
  ["verify", "已按建档立卡数据重新查验。"],
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewPlacementHead(actor, params["placementId"], today);
  if (head === null) throw notFound();
  const done = new URL(request.url).searchParams.get("done") ?? "";
  const person = { id: head.personId, countyCode: head.countyCode };
  const retention = head.isRemoved ? null : await viewRetention(actor, person, today);
  return { head, done, page: await viewPlacement(actor, head, today), retention };
}

/** One form finds the overlaps in order, the other asks the registry again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { placementId = "" } = params;
  const form = await request.formData();
  if (form.get("intent") === "checkOverlaps") return answerOverlapCheck(actor, placementId, form);
  return answerVerification(actor, placementId, form);
}

export default function PlacementPage() {
  const { head, page, done, retention } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  return (
    <PlacementFrame
      head={head}
      current="overview"
      actions={head.mayWrite && <Actions head={head} />}
    >
      <ErrorSummary errors={answer?.errors} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <div className="space-y-4">
        <CountingCard
          head={head}
          page={page}
          again={
            head.mayWrite && (
              <Form method="post">
                <input type="hidden" name="version" value={head.version} />
                <SubmitButton variant="default" pendingLabel="正在查验…">
                  重新查验
                </SubmitButton>
              </Form>
            )
          }
        />
        {page.details !== null && (
          <OverlapCard head={head} details={page.details} feedback={answer} />
        )}
        {page.details !== null && <FilingDoubts facts={page.details.facts} />}
        <PlacementFacts head={head} page={page} />
        {retention !== null && <RetentionCard view={retention} />}
        {page.details !== null && <PlacementTies head={head} details={page.details} />}
        {head.readsWhole && <PlacementHistory history={page.history} />}
      </div>
    </PlacementFrame>
  );
}

function Actions({ head }: Pick<SerializeFrom<typeof loader>, "head">) {
  const at = `/placements/${head.id}`;
  return (
    <>
      <ButtonLink to={`${at}/edit`} icon="edit">
        修改
      </ButtonLink>
      <ButtonLink to={`${at}/end`}>{head.endedOn === null ? "办理离岗" : "撤销离岗"}</ButtonLink>
      <ButtonLink to={`${at}/remove`}>移出台账</ButtonLink>
    </>
  );
}
