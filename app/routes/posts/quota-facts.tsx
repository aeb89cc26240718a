import type { QuotaPage } from "~/data/posts/quota-view.server";
import { POST_KIND_LABELS } from "~/domain/posts/post";
import { quotaArea } from "~/domain/posts/quota";
import { yuanText } from "~/domain/shared/fen";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";

type Shown = Pick<QuotaPage, "facts" | "countyName" | "isClosed" | "closedReason">;

/** What a quota says. */
export function QuotaFactsCard({ quota }: { readonly quota: Shown }) {
  const { facts, countyName, isClosed, closedReason } = quota;
  const issued = [facts.issuer, facts.issuedOn ?? ""].filter((one) => one !== "").join("，");
  return (
    <Card title="指标内容">
      <DescriptionList
        items={[
          { term: "区域", detail: `${countyName} ${quotaArea(facts)}` },
          { term: "岗位类别", detail: POST_KIND_LABELS[facts.kind] },
          { term: "用工单位", detail: facts.employer },
          { term: "岗位数", detail: `${facts.posts} 个` },
          { term: "月工资标准", detail: yuanText(facts.monthlyRateFen) },
          { term: "资金来源", detail: facts.fundSource },
          { term: "依据", detail: `${facts.documentNumber}${issued && `（${issued}）`}` },
          { term: "期限", detail: `${facts.fromOn} 至 ${facts.toOn}` },
          { term: "备注", detail: facts.note || "无", wide: true },
          ...(isClosed ? [{ term: "关闭原因", detail: closedReason, wide: true }] : []),
        ]}
      />
    </Card>
  );
}
