import type { SerializeFrom } from "@remix-run/node";
import { Form, Link } from "@remix-run/react";
import type { EmployerChoice } from "~/data/employers/employer-choice-view.server";
import type { FairEmployerRow } from "~/data/employers/fair-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import type { Column } from "~/ui/tables/column";

type Row = SerializeFrom<FairEmployerRow>;

const COLUMNS: readonly Column<Row>[] = [
  {
    key: "name",
    header: "单位",
    isRowHeader: true,
    cell: (row) => row.name,
    className: "min-w-[12rem] whitespace-normal",
  },
  { key: "posts", header: "岗位数", align: "right", cell: (row) => row.posts },
  { key: "headcount", header: "招聘人数", align: "right", cell: (row) => row.headcount },
];

export function fairEmployerColumns(mayWrite: boolean, here: string): readonly Column<Row>[] {
  if (!mayWrite) return COLUMNS;
  const change: Column<Row> = {
    key: "change",
    header: "办理",
    cell: (row) => (
      <Link to={`${here}?employer=${row.employerId}`} className="text-brand-600 hover:underline">
        修改或移出
      </Link>
    ),
  };
  return [...COLUMNS, change];
}

interface OfferFormProps {
  readonly employer: SerializeFrom<EmployerChoice>;
  /** What it offers already. */
  readonly stands: Row | undefined;
  readonly back: string;
  readonly feedback: Feedback | undefined;
}

/** What one employer offered at the fair. */
export function OfferForm({ employer, stands, back, feedback }: OfferFormProps) {
  return (
    <Card title={employer.name} note={employer.creditCode ?? undefined} className="max-w-4xl">
      <Form method="post">
        <input type="hidden" name="employerId" value={employer.id} />
        <FormFeedback feedback={feedback}>
          <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
            <TextField
              name="posts"
              label="岗位数"
              hint="提供多少种岗位"
              required
              inputMode="numeric"
              defaultValue={stands === undefined ? "" : String(stands.posts)}
            />
            <TextField
              name="headcount"
              label="招聘人数"
              required
              inputMode="numeric"
              defaultValue={stands === undefined ? "" : String(stands.headcount)}
            />
          </div>
        </FormFeedback>
        <div className="mt-4 flex flex-wrap gap-2">
          <SubmitButton name="intent" value="put" pendingLabel="正在保存…">
            保存
          </SubmitButton>
          {stands !== undefined && (
            <SubmitButton
              variant="danger"
              name="intent"
              value="takeOff"
              formNoValidate
              pendingLabel="正在移出…"
            >
              移出参会单位
            </SubmitButton>
          )}
          <ButtonLink to={back}>取消</ButtonLink>
        </div>
      </Form>
    </Card>
  );
}
