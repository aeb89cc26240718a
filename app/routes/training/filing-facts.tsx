import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { FilingPage, FilingStepBy } from "~/data/training/filing-view.server";
import { yuanText } from "~/domain/shared/fen";
import { COST_QUANTITY_WORDS, COST_UNIT_LABELS } from "~/domain/training/class-budget";
import { AUDIENCE_LABELS, COMMISSIONING_LABELS } from "~/domain/training/filing";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { DescriptionList, type Description } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";
import { chinaMinute } from "~/ui/frame/frame-data";
import { FILING_BADGES } from "./state-badges";

/** The filing as it stands, its approval, and the step that the reader may take. */
export function FilingFacts({ filing }: { readonly filing: FilingPage }) {
  const { filed } = filing;
  return (
    <Card
      title="开班备案"
      note={<StateBadge {...FILING_BADGES[filing.state]} />}
      actions={filing.offers.change && <FilingSteps filing={filing} />}
    >
      {filing.returnReason !== null && (
        <Notice kind="warning" title="退回原因">
          {filing.returnReason}
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: "年度计划", detail: linked(filed.planLabel, "/plans/", filed.planId) },
          {
            term: "培训机构",
            detail: linked(filed.providerName || null, "/providers/", filed.providerId),
          },
          { term: "培训工种", detail: filed.trade },
          { term: "培训对象", detail: AUDIENCE_LABELS[filed.audience] },
          { term: "开班日期", detail: filed.startsOn },
          { term: "结业日期", detail: filed.endsOn },
          {
            term: "培训地点",
            detail: `${filed.place || "未填"}${filed.venueRegion === "" ? "" : "（上海）"}`,
          },
          { term: "培训方式", detail: COMMISSIONING_LABELS[filed.commissioning] },
          ...orderItems(filing),
          ...costItems(filing),
          { term: "报送", detail: stepText(filing.submitted) },
          { term: "审批", detail: stepText(filing.reviewed) },
        ]}
      />
    </Card>
  );
}

function FilingSteps({ filing }: { readonly filing: FilingPage }) {
  return (
    <>
      <ButtonLink to={`/classes/${filing.id}/filing`} icon="edit">
        填写备案
      </ButtonLink>
      <Form method="post" action={`/classes/${filing.id}/filing`}>
        <input type="hidden" name="version" value={filing.version} />
        <SubmitButton name="intent" value="submit" pendingLabel="正在报送…">
          报送审批
        </SubmitButton>
      </Form>
    </>
  );
}

function orderItems({ filed }: FilingPage): Description[] {
  if (filed.commissioning === "ORDINARY") return [];
  const code = filed.employerCreditCode === "" ? "" : `（${filed.employerCreditCode}）`;
  return [
    { term: "用人单位", detail: `${filed.employerName || "未填"}${code}`, wide: true },
    { term: "订单内容", detail: filed.employerOrder || "未填", wide: true },
  ];
}

function costItems({ filed, computedBudgetFen }: FilingPage): Description[] {
  const { unitCostFen, costQuantity, costUnit, plannedHeadcount, budgetFen } = filed;
  const unit = unitCostFen === null ? "未填" : yuanText(unitCostFen);
  const quantity = costQuantity === null ? "未填" : String(costQuantity);
  const persons = plannedHeadcount === null ? "未填" : `${plannedHeadcount} 人`;
  const formula = `${unit} × ${quantity} ${COST_QUANTITY_WORDS[costUnit]} × ${persons}`;
  const reason = filed.implementerReason === "" ? "" : `（${filed.implementerReason}）`;
  return [
    { term: "计划人数", detail: persons },
    { term: "班次预算", detail: budgetFen === null ? "未填" : yuanText(budgetFen) },
    {
      term: "按标准计算",
      detail:
        computedBudgetFen === null
          ? "填全单位费用、天（月）数和计划人数后计算"
          : `${COST_UNIT_LABELS[costUnit]} ${formula} = ${yuanText(computedBudgetFen)}`,
      wide: true,
    },
    { term: "资金来源", detail: filed.fundSource || "未填" },
    { term: "实施单位", detail: `${filed.implementerName || "未填"}${reason}` },
    { term: "责任人", detail: filed.responsibleOfficer || "未填" },
  ];
}

function linked(label: string | null, path: string, id: string | null): ReactNode {
  if (label === null) return "未选定";
  if (id === null) return label;
  return (
    <Link to={`${path}${id}`} className="text-brand-600 hover:underline">
      {label}
    </Link>
  );
}

function stepText(step: FilingStepBy | null): string {
  return step === null ? "—" : `${step.name} ${chinaMinute(step.at)}`.trim();
}
