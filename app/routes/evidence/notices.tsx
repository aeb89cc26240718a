import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  listNotices,
  type NoticeStanding,
  type ShownNotice,
} from "~/data/evidence/notice-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { CONSENT_PURPOSE_LABELS } from "~/domain/evidence/consent";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { StateBadge } from "~/ui/display/badge";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import type { Tone } from "~/ui/tone";
import { requireActor } from "~/usecases/access/require-actor.server";

export const handle: PageHandle = { title: "告知书", crumb: () => ({ label: "告知书" }) };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "consent.read", today)) throw forbidden();
  return {
    notices: await listNotices(actor, today),
    mayIssue: mayAnywhere(actor, "notice.issue", today),
  };
}

type Row = SerializeFrom<ShownNotice>;

const STANDING: Readonly<Record<NoticeStanding, { readonly label: string; readonly tone: Tone }>> =
  {
    inForce: { label: "施行中", tone: "success" },
    toCome: { label: "待施行", tone: "info" },
    replaced: { label: "已被新版替代", tone: "neutral" },
  };

const COLUMNS: readonly Column<Row>[] = [
  {
    key: "title",
    header: "标题",
    isRowHeader: true,
    className: "min-w-[14rem] whitespace-normal",
    cell: (one) => one.title,
  },
  { key: "purpose", header: "事项", cell: (one) => CONSENT_PURPOSE_LABELS[one.purpose] },
  { key: "version", header: "版本", align: "right", cell: (one) => `第 ${one.version} 版` },
  { key: "area", header: "适用地区", cell: (one) => one.areaName },
  { key: "from", header: "施行日期", cell: (one) => one.inForceFrom },
  {
    key: "state",
    header: "状态",
    cell: (one) => <StateBadge {...STANDING[one.standing]} />,
  },
  { key: "by", header: "发布人", cell: (one) => one.issuedByName },
];

export default function Notices() {
  const { notices, mayIssue } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="告知书"
        note="征求同意前给学员看的说明。县里没有自己的，用州（市）的；都没有的，用各地通用的。发布后不再改动，只发布新版。"
        actions={
          mayIssue && (
            <ButtonLink to="/notices/new" variant="primary" icon="plus">
              发布新版
            </ButtonLink>
          )
        }
      />
      <DataTable
        caption="告知书"
        columns={COLUMNS}
        rows={notices}
        rowKey={(one) => one.id}
        rowHref={(one) => `/notices/${one.id}`}
        empty={
          <EmptyState title="还没有告知书">系统启动时自动载入通用版，请联系管理员。</EmptyState>
        }
      />
    </>
  );
}
