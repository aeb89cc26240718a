import type { ClaimHead } from "~/data/claims/claim-head-view.server";
import type { ClaimPaymentsPage } from "~/data/claims/claim-payments-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { chinaMinute } from "~/ui/frame/frame-data";

interface UnitAccountCardProps {
  readonly head: ClaimHead;
  readonly account: ClaimPaymentsPage["unitAccount"];
}

/** The account the unit is paid to, masked, with who entered it. */
export function UnitAccountCard({ head, account }: UnitAccountCardProps) {
  const { id, state, mayPay, mayReview } = head;
  const isOpen = state === "draft" || state === "returned";
  const mayEnter = (isOpen && mayPay) || (state === "approved" && mayReview);
  return (
    <Card
      title="收款单位账户"
      actions={
        mayEnter && (
          <ButtonLink to={`/claims/${id}/account`} size="small">
            {account === null ? "登记账户" : "更换账户"}
          </ButtonLink>
        )
      }
    >
      {account === null ? (
        <p className="text-slate-700">还没有登记，由财务人员在报送前登记。</p>
      ) : (
        <DescriptionList
          items={[
            { term: "户名", detail: account.holderName },
            { term: "开户银行", detail: account.bankName },
            { term: "账号", detail: <span className="tabular-nums">{account.masked}</span> },
            { term: "登记", detail: `${account.byName}，${chinaMinute(account.at)}` },
          ]}
        />
      )}
    </Card>
  );
}
