import { Form } from "@remix-run/react";
import type { ClaimHead } from "~/data/claims/claim-head-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";

/** Checking, and while it is drawn up drawing anew, changing and taking back. */
export function ClaimActions({ head }: { readonly head: ClaimHead }) {
  const { id, state, mayWrite, mayCheck, version, check, payeeUnit } = head;
  const isOpen = (state === "draft" || state === "returned") && mayWrite;
  return (
    <>
      {mayWrite && payeeUnit === null && (isOpen || state === "approved") && (
        <ButtonLink to={`/claims/${id}/accounts`}>批量登记账户</ButtonLink>
      )}
      {isOpen && (
        <>
          <ButtonLink to={`/claims/${id}/remove`}>撤销本批</ButtonLink>
          {check !== null && check.blockedLines > 0 && !check.isStale && (
            <ButtonLink to={`/claims/${id}/take-out`}>移出不能报送的</ButtonLink>
          )}
          <ButtonLink to={`/claims/${id}/edit`} icon="edit">
            修改
          </ButtonLink>
          <Form method="post" action={`/claims/${id}/redraw`}>
            <input type="hidden" name="version" value={version} />
            <SubmitButton variant="default">重新取数</SubmitButton>
          </Form>
        </>
      )}
      {mayCheck && (
        <Form method="post" action={`/claims/${id}/check`}>
          <SubmitButton variant={needsCheck(head) ? "primary" : "default"}>核查</SubmitButton>
        </Form>
      )}
    </>
  );
}

function needsCheck({ check, state }: ClaimHead): boolean {
  const isOpen = state === "draft" || state === "returned";
  return isOpen && (check === null || check.isStale);
}
