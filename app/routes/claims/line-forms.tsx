import { Form } from "@remix-run/react";
import type { ClaimHead } from "~/data/claims/claim-head-view.server";
import type { ClaimLinePage } from "~/data/claims/claim-line-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import type { Feedback } from "~/ui/forms/form-feedback";
import { ReasonCard } from "~/ui/forms/reason-card";

interface LineFormsProps {
  readonly head: ClaimHead;
  readonly line: ClaimLinePage;
  readonly feedback: Feedback | undefined;
}

/** While the claim is drawn up: taking the line out, or putting it back. */
export function LineForms({ head, line, feedback }: LineFormsProps) {
  const isOpen = head.state === "draft" || head.state === "returned";
  if (!isOpen || !head.mayWrite) return null;
  if (line.removedReason === null) {
    return (
      <ReasonCard
        title="移出本批"
        note="移出后不计入合计，重新取数时也不再列入；可以再放回"
        className="mt-4 max-w-3xl"
        version={head.version}
        field={{ label: "移出原因" }}
        button={{ intent: "takeOut", label: "移出", pendingLabel: "正在移出", variant: "danger" }}
        feedback={feedback}
      />
    );
  }
  if (!line.isTakenOut) return null;
  return (
    <Card
      title="放回本批"
      note="没有列入其他申领的可以放回，放回后重新核查"
      className="mt-4 max-w-3xl"
    >
      <Form method="post">
        <input type="hidden" name="version" value={head.version} />
        <SubmitButton name="intent" value="putBack" variant="default">
          放回
        </SubmitButton>
      </Form>
    </Card>
  );
}
