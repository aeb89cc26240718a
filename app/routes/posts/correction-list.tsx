import { Form, Link } from "@remix-run/react";
import type { CorrectionRow } from "~/data/posts/wage-corrections-view.server";
import { yuanText } from "~/domain/shared/fen";
import { SubmitButton } from "~/ui/actions/submit-button";
import { StateBadge } from "~/ui/display/badge";
import { TextField } from "~/ui/forms/text-field";
import { chinaMinute } from "~/ui/frame/frame-data";

/** Corrections with where each is settled; one that waits can be taken back. */
export function CorrectionList(props: {
  readonly rows: readonly CorrectionRow[];
  readonly mayVoid: boolean;
}) {
  return (
    <ul className="divide-y divide-slate-200">
      {props.rows.map((row) => (
        <li key={row.id} className="py-2">
          <p>
            <strong>{`${row.amountFen > 0 ? "补发" : "扣回"} ${yuanText(positive(row.amountFen))}`}</strong>
            <span className="ml-2">{`${row.ofMonth}：${row.reason}`}</span>
            <span className="ml-2">
              <Standing row={row} />
            </span>
          </p>
          <p className="text-slate-600">{`${row.enteredByName} ${chinaMinute(row.enteredAt)}`}</p>
          {props.mayVoid && isOpen(row) && <Void id={row.id} />}
        </li>
      ))}
    </ul>
  );
}

const positive = (amount: CorrectionRow["amountFen"]) =>
  Math.abs(amount) as CorrectionRow["amountFen"];

const isOpen = ({ settledWith, voidReason, returned }: CorrectionRow) =>
  settledWith === null && voidReason === null && returned === null;

function Standing({ row }: { readonly row: CorrectionRow }) {
  const { settledWith, voidReason, returned } = row;
  if (returned !== null) {
    return <StateBadge label={`已退回 ${returned.on}（${returned.note}）`} tone="success" />;
  }
  if (voidReason !== null) return <StateBadge label={`已撤销：${voidReason}`} tone="neutral" />;
  if (settledWith === null) return <StateBadge label="待结清" tone="warning" />;
  return (
    <Link to={settledWith.to} className="text-brand-600 hover:underline">
      {`已列入${settledWith.month}工资表`}
    </Link>
  );
}

function Void({ id }: { readonly id: string }) {
  return (
    <details className="mt-1">
      <summary className="cursor-pointer text-brand-600">撤销这笔更正</summary>
      <Form method="post" className="mt-2 max-w-xl space-y-2">
        <input type="hidden" name="adjustmentId" value={id} />
        <TextField id={`void-${id}`} name="reason" label="撤销原因" required maxLength={200} />
        <SubmitButton name="intent" value="void" variant="danger" size="small">
          撤销更正
        </SubmitButton>
      </Form>
    </details>
  );
}
