import { Form } from "@remix-run/react";
import type { WageLinePage } from "~/data/posts/wage-line-view.server";
import type { WageSheetHead } from "~/data/posts/wage-sheet-head-view.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextAreaField, TextField } from "~/ui/forms/text-field";
import { CorrectionList } from "./correction-list";

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
          <CorrectionList rows={settled} mayVoid={false} />
        </Card>
      )}
      {head.state === "locked" && (
        <Card title="本月的更正" note="锁定后不改原表，随该岗位下一张工资表结清">
          {corrections.length === 0 && <p className="text-slate-600">没有更正。</p>}
          <CorrectionList rows={corrections} mayVoid={mayCorrect} />
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
