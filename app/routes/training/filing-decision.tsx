import type { FilingPage } from "~/data/training/filing-view.server";
import { CheckboxField } from "~/ui/forms/choice-fields";
import { Notice } from "~/ui/display/notice";
import { ReviewPanel } from "./review-panel";

interface FilingDecisionProps {
  readonly filing: FilingPage;
  readonly isReturning?: boolean;
}

/** 批准开班 or 退回; stands below the findings, which the reviewer says he has gone through. */
export function FilingDecision({ filing, isReturning = false }: FilingDecisionProps) {
  const { offers, findings } = filing;
  if (offers.ownWork && filing.state === "submitted") {
    return <Notice kind="info">您登记或报送过本班，须由另一位审核人审批。</Notice>;
  }
  if (!offers.return) return null;
  const seen = findings.map(({ id }) => id).join(" ");
  const fields = (
    <>
      <input type="hidden" name="seen" value={seen} />
      {findings.length > 0 && (
        <CheckboxField name="hasSeen" label={`已核对上面列出的 ${findings.length} 项问题`} />
      )}
    </>
  );
  return (
    <ReviewPanel
      action={`/classes/${filing.id}/filing`}
      version={filing.version}
      approval={offers.approve ? { label: "批准开班", fields } : null}
      returnLabel={offers.approve ? "退回" : "撤回批准，退回修改"}
      isReturning={isReturning}
    >
      {offers.approve
        ? `开班备案待您审批${findings.length > 0 ? `，查出 ${findings.length} 项问题，批准后仍会列出` : ""}。批准后不能再改。`
        : "开班备案已批准。需要更改的，撤回批准后由县级修改，再行审批。"}
    </ReviewPanel>
  );
}
