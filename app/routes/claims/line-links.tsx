import type { ClaimHead } from "~/data/claims/claim-head-view.server";
import { ButtonLink } from "~/ui/actions/button";

interface LineLinksProps {
  readonly head: ClaimHead;
  readonly lineId: string;
}

/** Where a line's account is entered, and where its money is asked back. */
export function LineLinks({ head, lineId }: LineLinksProps) {
  const { id, state, mayWrite, mayReview, mayPropose, payeeUnit } = head;
  const isApproved = state === "approved" || state === "paid";
  const to = `/claims/${id}/lines/${lineId}`;
  return (
    <>
      {payeeUnit === null && (mayWrite || mayReview) && (
        <ButtonLink to={`${to}/account`}>收款账户</ButtonLink>
      )}
      {isApproved && mayPropose && <ButtonLink to={`${to}/clawback`}>提出追回</ButtonLink>}
    </>
  );
}
