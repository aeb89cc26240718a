import type { SerializeFrom } from "@remix-run/node";
import type { BatchEntry } from "~/data/evidence/verification-batches-view.server";
import { VERIFICATION_EVENT_LABELS } from "~/domain/evidence/verification-event";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { chinaMinute } from "~/ui/frame/frame-data";
import { BatchState } from "./batch-columns";

interface BatchFactsProps {
  readonly batch: SerializeFrom<BatchEntry>;
  readonly at: string;
  readonly mayOpen: boolean;
}

/** What was asked, what came back, and both files. */
export function BatchFacts({ batch, at, mayOpen }: BatchFactsProps) {
  const { resultAt, verifiedOn, counts } = batch;
  const came =
    resultAt === null
      ? []
      : [
          { term: "平台查验日期", detail: verifiedOn ?? "" },
          { term: "平台操作人", detail: batch.platformOperator },
          { term: "导入", detail: `${batch.resultByName} ${chinaMinute(resultAt)}` },
          { term: "结果文件", detail: batch.resultFileName },
        ];
  const left = counts.left ?? 0;
  return (
    <Card title={`${VERIFICATION_EVENT_LABELS[batch.event]}名单`}>
      <DescriptionList
        items={[
          { term: "查验日", detail: batch.eventOn },
          { term: "人数", detail: `${batch.lineCount} 人` },
          { term: "导出", detail: `${batch.exportedByName} ${chinaMinute(batch.exportedAt)}` },
          { term: "结果", detail: <BatchState batch={batch} /> },
          ...came,
          ...(left > 0
            ? [{ term: "未记入", detail: `${left} 人已从花名册移除，不再记入`, wide: true }]
            : []),
        ]}
      />
      {mayOpen ? (
        <div className="mt-3 flex flex-wrap gap-2">
          <ButtonLink to={`${at}/${batch.id}/files/list`} icon="export" reloadDocument>
            下载名单
          </ButtonLink>
          {batch.isAnswered && (
            <ButtonLink to={`${at}/${batch.id}/files/result`} icon="export" reloadDocument>
              下载平台结果
            </ButtonLink>
          )}
        </div>
      ) : (
        <p className="mt-3 text-slate-600">名单含完整身份证号，您没有下载的权限。</p>
      )}
    </Card>
  );
}
