import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewClass } from "~/data/training/class-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { RosterStateBadge } from "~/ui/display/roster-state-badge";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ found }) => found.label,
  crumb: ({ found }) => ({ label: found.label }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const found = await viewClass(actor, params["classId"] ?? "", dayInChina(now()));
  if (found === null) throw notFound();
  const isNew = new URL(request.url).searchParams.get("created") === "1";
  return { found, isNew };
}

export default function TrainingClassPage() {
  const { found, isNew } = useLoaderData<typeof loader>();
  const { roster } = found;
  return (
    <>
      <PageHeader
        title={found.label}
        note={`${found.countyName} · ${found.startsOn} 至 ${found.endsOn}`}
        actions={<ButtonLink to="/classes">返回培训班列表</ButtonLink>}
      />
      {isNew && roster === null && (
        <Notice kind="success" live>
          培训班已登记。下一步：导入本班花名册。
        </Notice>
      )}
      <Card title="基本情况">
        <DescriptionList
          items={[
            { term: "县（市、区）", detail: found.countyName },
            { term: "培训工种", detail: found.trade },
            { term: "开班日期", detail: found.startsOn },
            { term: "结业日期", detail: found.endsOn },
            { term: "培训机构", detail: found.providerName || "未填" },
            { term: "培训地点", detail: found.place || "未填" },
            {
              term: "登记",
              detail: `${found.createdByName} ${chinaMinute(found.createdAt)}`.trim(),
            },
          ]}
        />
      </Card>
      <Card title="花名册">
        <RosterPart found={found} />
        {roster !== null && found.mayImport && (
          <p className="mt-3">
            <ButtonLink to={`/rosters/import?class=${found.id}`} icon="import">
              更新花名册
            </ButtonLink>
          </p>
        )}
      </Card>
    </>
  );
}

function RosterPart({ found }: { readonly found: Loaded["found"] }) {
  const { roster } = found;
  if (roster === null) {
    return (
      <EmptyState
        title="本班还没有花名册"
        icon="roster"
        action={
          found.mayImport && (
            <ButtonLink to={`/rosters/import?class=${found.id}`} variant="primary" icon="import">
              导入花名册
            </ButtonLink>
          )
        }
      >
        由县级经办人导入本班学员的花名册。
      </EmptyState>
    );
  }
  return (
    <p className="flex flex-wrap items-center gap-3">
      <RosterStateBadge state={roster.state} />
      <span className="tabular-nums">{roster.headcount} 人</span>
      <ButtonLink to={`/rosters/${roster.id}`} variant="primary" icon="roster">
        打开花名册
      </ButtonLink>
    </p>
  );
}
