import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listSupervisions } from "~/data/evidence/supervision-records-view.server";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { may } from "~/domain/access/policy";
import { partiesOf } from "~/domain/evidence/supervision";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { ProblemList } from "~/ui/tables/problem-list";
import { requireActor } from "~/usecases/access/require-actor.server";
import { ClassFrame } from "../class-frame";
import { PartyTiles } from "./party-tiles";
import { RECORD_COLUMNS } from "./record-columns";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.label}监督`,
  crumb: () => ({ label: "监督" }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewClassHead(actor, params["classId"], today);
  if (head === null) throw notFound();
  const records = await listSupervisions(actor, head.id);
  const mayWrite =
    may(actor, "supervision.write", head.countyCode, today) &&
    partiesOf(actor, head.countyCode, today).length > 0;
  const mayPrint = may(actor, "roster.print", head.countyCode, today);
  const isVoided = new URL(request.url).searchParams.get("done") === "void";
  return { head, records, mayWrite: mayWrite && !head.isSealed, mayPrint, isVoided };
}

export default function Supervision() {
  const { head, records, mayWrite, mayPrint, isVoided } = useLoaderData<typeof loader>();
  const at = `/classes/${head.id}/supervision`;
  const standing = records.filter(({ voidedAt }) => voidedAt === null);
  const problems = standing.flatMap((record) =>
    record.findings.map(({ severity, message }) => ({
      severity,
      message,
      place: `${record.heldOn} ${record.signerName}`,
    })),
  );
  return (
    <ClassFrame
      head={head}
      current="supervision"
      actions={
        <>
          {mayPrint && (
            <ButtonLink to={`${at}/form`} icon="print">
              监督记录表
            </ButtonLink>
          )}
          {mayWrite && (
            <ButtonLink to={`${at}/new`} variant="primary" icon="plus">
              登记监督记录
            </ButtonLink>
          )}
        </>
      }
    >
      {isVoided && (
        <Notice kind="success" live>
          监督记录已作废。需要时请重新登记。
        </Notice>
      )}
      <PartyTiles records={standing} />
      <div className={problems.length > 0 ? "mb-4" : "hidden"}>
        <ProblemList label="监督发现的问题" problems={problems} />
      </div>
      <DataTable
        caption="监督记录"
        columns={RECORD_COLUMNS}
        rows={records}
        rowKey={(record) => record.id}
        rowHref={(record) => `${at}/${record.id}`}
        rowTone={(record) =>
          record.voidedAt === null && record.findings.some(({ severity }) => severity === "refused")
            ? "danger"
            : "plain"
        }
        empty={
          <EmptyState title="本班还没有监督记录" icon="check">
            人社局（县审核人或州市人社监管）和援滇干部各至少登记一份，由到场的本人登录登记并签名。县经办人不能代填。
          </EmptyState>
        }
      />
    </ClassFrame>
  );
}
