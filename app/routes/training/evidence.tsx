import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewGate } from "~/data/evidence/gate-view.server";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PrintButton } from "~/ui/print/print-button";
import { requireActor } from "~/usecases/access/require-actor.server";
import { ClassFrame } from "./class-frame";
import { EvidenceChecklist } from "./evidence-checklist";
import { ProofMatrix } from "./proof-matrix";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.label}证据清单`,
  crumb: ({ head }) => ({ label: head.label, to: `/classes/${head.id}` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const at = now();
  const today = dayInChina(at);
  const head = await viewClassHead(actor, params["classId"], today);
  if (head === null) throw notFound();
  const { roster, countyCode } = head;
  const gate = roster === null ? null : await viewGate(actor, { id: roster.id, countyCode }, today);
  return { head, gate, at: at.toISOString() };
}

export default function ClassEvidence() {
  const { head, gate, at } = useLoaderData<typeof loader>();
  const { roster } = head;
  if (gate === null || roster === null) {
    return (
      <ClassFrame head={head} current="evidence">
        <EmptyState title="本班还没有花名册" icon="roster">
          由县级经办人导入花名册后，这里逐项列出还缺什么。
        </EmptyState>
      </ClassFrame>
    );
  }
  return (
    <ClassFrame
      head={head}
      current="evidence"
      actions={
        <>
          <PrintButton />
          {gate.missingCount > 0 && (
            <ButtonLink to={`/classes/${head.id}/evidence/missing`} icon="export" reloadDocument>
              导出缺项清单
            </ButtonLink>
          )}
          <ButtonLink
            to={`/rosters/${roster.id}/seal`}
            icon="lock"
            variant={gate.missingCount === 0 && !head.isSealed ? "primary" : "default"}
          >
            封存
          </ButtonLink>
        </>
      }
    >
      <Standing isSealed={head.isSealed} missing={gate.missingCount} at={chinaMinute(at)} />
      <EvidenceChecklist gate={gate} />
      <ProofMatrix gate={gate} />
    </ClassFrame>
  );
}

function Standing(props: {
  readonly isSealed: boolean;
  readonly missing: number;
  readonly at: string;
}) {
  if (props.isSealed) {
    return <Notice kind="success">已封存，以下为封存的内容，不再更改。</Notice>;
  }
  return props.missing === 0 ? (
    <Notice kind="success" title="五要素、监督和影像都已齐全，可以封存">
      截至 {props.at}。由未经办本班的审核人封存。
    </Notice>
  ) : (
    <Notice kind="warning" title={`还缺 ${props.missing} 项，补齐后才能封存`}>
      截至 {props.at}。逐项列在下面，点开即到办理的页面；也可打印或导出，带到现场补齐。
    </Notice>
  );
}
