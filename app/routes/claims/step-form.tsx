import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ClaimHead } from "~/data/claims/claim-head-view.server";

/** A form of a step: sent to the steps' own address, with the version that is on the screen. */
export function StepForm(props: { readonly head: ClaimHead; readonly children: ReactNode }) {
  const { id, version } = props.head;
  return (
    <Form method="post" action={`/claims/${id}/steps`}>
      <input type="hidden" name="version" value={version} />
      {props.children}
    </Form>
  );
}
