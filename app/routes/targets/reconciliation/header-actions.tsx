import { Form } from "@remix-run/react";
import type { ReconciliationPage } from "~/data/targets/reconciliation-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";

/** What this reader may do with the month as a whole. */
export function HeaderActions({ one }: { readonly one: ReconciliationPage }) {
  const { id, offers, version, district } = one;
  const past = one.round < one.rounds ? `?round=${one.round}` : "";
  return (
    <>
      {offers.enter && (
        <ButtonLink
          to={`/reconciliations/${id}/list`}
          variant={district.figure === null ? "primary" : "default"}
          icon="import"
        >
          填报区方数据
        </ButtonLink>
      )}
      {offers.draw && (
        <Form method="post">
          <input type="hidden" name="intent" value="draw" />
          <input type="hidden" name="version" value={version} />
          <SubmitButton variant="default" pendingLabel="正在取数…">
            重新取数
          </SubmitButton>
        </Form>
      )}
      {offers.export && (
        // A download is no page: the browser takes it as it comes.
        <Form method="post" action={`/reconciliations/${id}/file`} reloadDocument>
          <SubmitButton variant="default" icon="export" pendingLabel="正在生成…">
            导出
          </SubmitButton>
        </Form>
      )}
      <ButtonLink to={`/reconciliations/${id}/print${past}`} icon="print">
        打印
      </ButtonLink>
    </>
  );
}
