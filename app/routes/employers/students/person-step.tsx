import { Form, Link } from "@remix-run/react";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import { DataTable } from "~/ui/tables/data-table";
import { CANDIDATE_COLUMNS } from "../candidate-columns";
import type { Candidate } from "../person-candidates.server";

interface PersonStepProps {
  readonly q: string;
  readonly candidates: readonly Candidate[];
  /** The page with the person chosen, but for the id. */
  readonly next: string;
  readonly feedback: Feedback | undefined;
}

/** The first step of a form about a person: find him. A number in full leads on at once. */
export function PersonStep({ q, candidates, next, feedback }: PersonStepProps) {
  const choose = {
    key: "choose",
    header: "办理",
    cell: (row: Candidate) => (
      <Link to={`${next}${row.id}`} className="text-brand-600 hover:underline">
        选定
      </Link>
    ),
  };
  return (
    <Card title="找到本人" className="max-w-5xl">
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <FormFeedback feedback={feedback}>
          <TextField
            name="q"
            label="姓名、拼音首字母或完整身份证号"
            required
            maxLength={40}
            defaultValue={q}
            className="w-full md:w-96"
          />
        </FormFeedback>
        <SubmitButton name="intent" value="find" icon="search" pendingLabel="正在查找…">
          查找
        </SubmitButton>
      </Form>
      {q !== "" && (
        <div className="mt-4">
          <DataTable
            caption="找到的人"
            columns={[...CANDIDATE_COLUMNS, choose]}
            rows={candidates}
            rowKey={(row) => row.id}
            tall={false}
            empty={
              <EmptyState title="没有这个姓名的人" icon="search">
                请核对姓名；没有登记过的，在下面填写身份证号、姓名和学校一并登记。
              </EmptyState>
            }
          />
        </div>
      )}
    </Card>
  );
}
