import { Form } from "@remix-run/react";
import { MOST_SAMPLED } from "~/domain/evidence/spot-check";
import { Button } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { TextField } from "~/ui/forms/text-field";

interface SampleCardProps {
  readonly sampled: number;
  readonly headcount: number;
}

/** Draws before anything is typed, so that the page may be asked for anew without a loss. */
export function SampleCard({ sampled, headcount }: SampleCardProps) {
  return (
    <Card
      title="第一步：抽取学员"
      note="随机走访和电话抽查须先抽取学员；现场监督可以不抽。由系统随机抽取，再次打开仍是同一批人，不能重抽。"
    >
      {headcount === 0 ? (
        <p>花名册上还没有学员，无人可抽，只能登记现场监督。</p>
      ) : (
        <Form method="get" className="flex flex-wrap items-end gap-3">
          <TextField
            name="sampled"
            id="field-draw"
            label={`抽取人数（本班 ${headcount} 人）`}
            inputMode="numeric"
            defaultValue={sampled === 0 ? "" : String(sampled)}
            className="w-56"
            hint={`1 至 ${Math.min(MOST_SAMPLED, headcount)}`}
          />
          <Button type="submit">抽取学员</Button>
        </Form>
      )}
    </Card>
  );
}
