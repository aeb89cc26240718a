import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewFair } from "~/data/employers/fair-view.server";
import { shanghaiDistricts } from "~/data/regions/region-name-view.server";
import { FAIR_OUTCOME_LABELS, FAIR_OUTCOMES } from "~/domain/employers/fair-outcome";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { gapText } from "./counts-badge";
import { answerFairForm } from "./fair-answers.server";
import { FairFrame } from "./fair-frame";
import { RemoveCard } from "../remove-card";
import { ChangeFair } from "./fair-forms";
import { fairDays, OUTCOME_TONES } from "./fair-words";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ fair }) => fair.name,
  crumb: ({ fair }) => ({ label: fair.name }),
};

const DONE = new Map([
  ["create", "招聘会已登记。接着登记参会单位和参加人员，上传照片或公告。"],
  ["change", "已保存。"],
  ["remove", "已撤销登记。"],
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const fair = await viewFair(actor, params["fairId"], dayInChina(now()));
  if (fair === null) throw notFound();
  const done = new URL(request.url).searchParams.get("done") ?? "";
  return { fair, done, districts: fair.mayWrite ? shanghaiDistricts() : [] };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const fairId = params["fairId"];
  if (!isUuid(fairId)) throw notFound();
  return answerFairForm(actor, fairId, await request.formData());
}

export default function JobFair() {
  const { fair, done, districts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  const feedbackOf = (intent: string) => (answer?.intent === intent ? answer : undefined);
  const people = `/job-fairs/${fair.id}/participants`;
  return (
    <FairFrame fair={fair} current="overview">
      <ErrorSummary errors={answer?.errors} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      {fair.gaps.length > 0 && fair.removedReason === null && (
        <Notice kind="warning" title="还不计入目标">
          {gapText(fair.gaps)}。
        </Notice>
      )}
      <StatTiles>
        <StatTile label="参加" value={fair.participants} unit="人" to={people} />
        {FAIR_OUTCOMES.map((outcome) => (
          <StatTile
            key={outcome}
            label={FAIR_OUTCOME_LABELS[outcome]}
            value={fair.outcomes[outcome]}
            unit="人"
            tone={OUTCOME_TONES[outcome]}
            to={`${people}?outcome=${outcome}`}
          />
        ))}
      </StatTiles>
      <Card title="基本情况">
        <DescriptionList
          items={[
            { term: "日期", detail: fairDays(fair) },
            { term: "地点或平台", detail: fair.place },
            { term: "主办单位", detail: fair.organiser },
            { term: "结对区", detail: fair.districtName ?? "未注明" },
            { term: "备注", detail: fair.note || "无", wide: true },
          ]}
        />
      </Card>
      {fair.mayWrite && (
        <>
          <ChangeFair fair={fair} districts={districts} feedback={feedbackOf("change")} />
          <RemoveCard
            note="登记有误时使用；撤销后保留记录，不再计入目标"
            version={fair.version}
            feedback={feedbackOf("remove")}
          />
        </>
      )}
    </FairFrame>
  );
}
