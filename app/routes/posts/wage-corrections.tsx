import { Form, Link } from "@remix-run/react";
import type { CorrectionRow, WageLinePage } from "~/data/posts/wage-line-view.server";
import type { WageSheetHead } from "~/data/posts/wage-sheet-head-view.server";
import { yuanText } from "~/domain/shared/fen";
import { SubmitButton } from "~/ui/actions/submit-button";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextAreaField, TextField } from "~/ui/forms/text-field";
import { chinaMinute } from "~/ui/frame/frame-data";

interface CorrectionsProps {
  readonly head: Pick<WageSheetHead, "state" | "mayWrite">;
  readonly money: NonNullable<WageLinePage["money"]>;
  readonly lineId: string;
  readonly feedback: (Feedback & { readonly intent?: string }) | undefined;
}

/** What earlier months brought with them, and what is corrected of this one once it is locked. */
export function WageCorrections({ head, money, feedback }: CorrectionsProps) {
  const { settled, corrections } = money;
  const mayCorrect = head.state === "locked" && head.mayWrite;
  return (
    <>
      {settled.length > 0 && (
        <Card title="随本月结清的更正" note={`${settled.length} 笔`}>
          <List rows={settled} mayVoid={false} />
        </Card>
      )}
      {head.state === "locked" && (
        <Card title="本月的更正" note="锁定后不改原表，随该岗位下一张工资表结清">
          {corrections.length === 0 && <p className="text-slate-600">没有更正。</p>}
          <List rows={corrections} mayVoid={mayCorrect} />
          {mayCorrect && <NewCorrection feedback={feedback} />}
        </Card>
      )}
    </>
  );
}

function NewCorrection({ feedback }: Pick<CorrectionsProps, "feedback">) {
  return (
    <Form method="post" className="mt-4 max-w-2xl space-y-3 border-t border-slate-200 pt-4">
      <FormFeedback feedback={feedback?.intent === "correct" ? feedback : undefined}>
        <RadioGroup
          name="way"
          label="更正"
          options={[
            { value: "more", label: "补发" },
            { value: "less", label: "扣回" },
          ]}
          inline
          required
        />
        <TextField
          name="amount"
          label="金额（元）"
          required
          inputMode="decimal"
          maxLength={12}
          controlClassName="tabular-nums md:w-44"
        />
        <TextAreaField
          name="reason"
          label="更正原因"
          hint="如 5月12日实际出勤，漏记"
          required
          rows={2}
          maxLength={200}
        />
      </FormFeedback>
      <SubmitButton name="intent" value="correct">
        登记更正
      </SubmitButton>
    </Form>
  );
}

function List(props: { readonly rows: readonly CorrectionRow[]; readonly mayVoid: boolean }) {
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
          {props.mayVoid && row.settledWith === null && row.voidReason === null && (
            <Void id={row.id} />
          )}
        </li>
      ))}
    </ul>
  );
}

const positive = (amount: CorrectionRow["amountFen"]) =>
  Math.abs(amount) as CorrectionRow["amountFen"];

function Standing({ row: { settledWith, voidReason } }: { readonly row: CorrectionRow }) {
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
