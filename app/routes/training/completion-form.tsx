import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import { useRef } from "react";
import type { CompletionRow } from "~/data/training/completion-view.server";
import { CERTIFICATE_KIND_LABELS } from "~/domain/training/completion";
import { Button } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField } from "~/ui/forms/text-field";
import { DataTable } from "~/ui/tables/data-table";
import { useHydrated } from "~/ui/use-hydrated";
import { WRITTEN_COLUMNS } from "./completion-table";

interface CompletionFormProps {
  readonly rows: readonly SerializeFrom<CompletionRow>[];
  readonly feedback: Feedback | undefined;
}

/** Results of all trainees in one form; a pasted column fills its boxes and saves nothing. */
export function CompletionForm({ rows, feedback }: CompletionFormProps) {
  const form = useRef<HTMLFormElement>(null);
  return (
    <Form method="post" ref={form}>
      <FormFeedback feedback={feedback}>
        <Card
          title="结业结果"
          note="没有选结果的不登记；证书编号可逐行填写，也可成列粘贴"
          actions={<RestPassed onFill={() => fillRest(form.current)} />}
          flush
        >
          <DataTable
            caption="结业结果"
            columns={WRITTEN_COLUMNS}
            rows={rows}
            rowKey={(row) => row.id}
            empty={null}
          />
          <div id="field-results" className="border-t border-slate-200 p-4">
            <SubmitButton name="intent" value="save" pendingLabel="正在保存…">
              保存结业结果
            </SubmitButton>
          </div>
        </Card>
        <PastedNumbers />
      </FormFeedback>
    </Form>
  );
}

function PastedNumbers() {
  const options = Object.entries(CERTIFICATE_KIND_LABELS).map(([value, label]) => ({
    value,
    label,
  }));
  return (
    <Card title="成列粘贴证书编号" className="max-w-4xl">
      <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
        <TextAreaField
          name="pasted"
          label="证书编号"
          hint="从电子表格复制一列编号（按花名册顺序逐人一行，没有证书的留空行），或姓名、编号两列"
          rows={6}
          className="md:row-span-2"
        />
        <SelectField name="pastedKind" label="证书类别" options={options} emptyLabel="不填" />
        <DateField name="pastedIssuedOn" label="发证日期" hint="可不填，如 2020-06-15" />
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <SubmitButton name="intent" value="fill" variant="default" pendingLabel="正在填入…">
          填入上表
        </SubmitButton>
        <span className="text-slate-600">只填入上面的表格，核对后再点“保存结业结果”。</span>
      </div>
    </Card>
  );
}

/** With scripts it chooses and waits for 保存; without, the click itself saves the rest as passed. */
function RestPassed({ onFill }: { readonly onFill: () => void }) {
  const hydrated = useHydrated();
  if (hydrated) return <Button onClick={onFill}>全部合格（只选未登记的）</Button>;
  return (
    <SubmitButton name="intent" value="restPassed" variant="default" pendingLabel="正在保存…">
      其余均合格并保存
    </SubmitButton>
  );
}

function fillRest(form: HTMLFormElement | null): void {
  const boxes = form?.querySelectorAll<HTMLSelectElement>('select[name^="result."]') ?? [];
  for (const box of Array.from(boxes)) if (box.value === "") box.value = "PASSED";
}
