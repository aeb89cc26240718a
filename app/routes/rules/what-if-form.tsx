import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { SelectField, type Option } from "~/ui/forms/select-field";

/** All batches that are not yet approved. */
export const ALL = "open";

interface WhatIfFormProps {
  readonly batches: readonly Option[];
  readonly others: readonly Option[];
  readonly batchId: string;
  readonly againstId: string;
}

/** What a pack is compared with, and over which batch. */
export function WhatIfForm({ batches, others, batchId, againstId }: WhatIfFormProps) {
  return (
    <Card
      title="比较什么"
      note="用批次最近一次核查的数据，比较对照的数值与换成这个规则包以后；不改变任何明细"
    >
      <Form
        method="get"
        key={`${againstId} ${batchId}`}
        className="grid gap-3 md:grid-cols-[1fr_1fr_auto] md:items-end"
      >
        <SelectField
          name="against"
          label="对照"
          emptyLabel="现行数值"
          options={others}
          defaultValue={againstId}
        />
        <SelectField
          name="batch"
          label="补贴申领批次"
          options={[{ value: ALL, label: "全部未批准的批次" }, ...batches]}
          required
          defaultValue={batchId}
        />
        <SubmitButton pendingLabel="正在试算…">试算</SubmitButton>
      </Form>
    </Card>
  );
}
