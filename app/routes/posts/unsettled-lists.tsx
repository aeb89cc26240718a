import { Form, Link } from "@remix-run/react";
import type { LateRow, UnsettledRow } from "~/data/posts/unsettled-view.server";
import { fen, yuanText } from "~/domain/shared/fen";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { DateField, TextField } from "~/ui/forms/text-field";

const LINK = "font-semibold text-brand-600 hover:underline";

/** Each with how it will be settled, and the form for money that came back. */
export function UnsettledList(props: {
  readonly rows: readonly UnsettledRow[];
  readonly feedback: Feedback | undefined;
}) {
  const { rows, feedback } = props;
  return (
    <Card title="没有结清的更正" note={`${rows.length} 笔`}>
      {rows.length === 0 && <p className="text-slate-700">没有未结清的更正。</p>}
      <ul className="divide-y divide-slate-200">
        {rows.map((row) => (
          <li key={row.id} className="py-2">
            <p>
              <Link to={row.to} className={LINK}>
                {row.name}
              </Link>
              {` ${row.countyName} ${row.ofMonth} `}
              <strong>{`${row.amountFen > 0 ? "补发" : "扣回"} ${yuanText(fen(Math.abs(row.amountFen)))}`}</strong>
              {`：${row.reason}（${row.enteredByName}）`}
            </p>
            <p className="text-slate-600">{howSettled(row)}</p>
            {row.mayReturn && (
              <Returned
                row={row}
                feedback={feedback?.values?.["adjustmentId"] === row.id ? feedback : undefined}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function howSettled({ amountFen, isEnded }: UnsettledRow): string {
  if (amountFen > 0) return "列入下一张工资表";
  return isEnded ? "岗位已结束，没有工资可扣，请本人退回" : "列入该岗位下一张工资表扣回";
}

function Returned(props: {
  readonly row: Pick<UnsettledRow, "id">;
  readonly feedback: Feedback | undefined;
}) {
  const { row, feedback } = props;
  return (
    <details className="mt-1" open={feedback !== undefined}>
      <summary className="cursor-pointer text-brand-600">登记已退回</summary>
      <Form method="post" className="mt-2 max-w-xl space-y-2">
        <input type="hidden" name="adjustmentId" value={row.id} />
        <FormFeedback feedback={feedback}>
          <DateField id={`on-${row.id}`} name="returnedOn" label="退回日期" required />
          <TextField
            id={`note-${row.id}`}
            name="note"
            label="收款凭证"
            hint="如 现金缴款单号、银行回单号"
            required
            maxLength={200}
          />
        </FormFeedback>
        <SubmitButton size="small">登记已退回</SubmitButton>
      </Form>
    </details>
  );
}

/** Money out after somebody's last day, with the line on which it is corrected. */
export function LateList({ rows }: { readonly rows: readonly LateRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Card title="退岗后多发，还没有登记更正" note={`${rows.length} 人月`} className="mt-4">
      <ul className="divide-y divide-slate-200">
        {rows.map((row) => (
          <li key={row.id} className="py-2">
            <Link to={row.to} className={LINK}>
              {row.name}
            </Link>
            {` ${row.countyName} ${row.month}：${row.text}`}
          </li>
        ))}
      </ul>
    </Card>
  );
}
