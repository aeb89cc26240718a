import { Form } from "@remix-run/react";
import type {
  ClaimDraft,
  ClaimSourceAsked,
  PotChoice,
} from "~/data/claims/claim-draft-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";
import { DraftFigures, DraftProblems } from "./draft-figures";
import { PotField } from "./pot-field";

interface DraftFormProps {
  readonly draft: ClaimDraft;
  readonly source: ClaimSourceAsked;
  readonly pots: readonly PotChoice[];
  readonly years: readonly number[];
  readonly countyCode: string;
  readonly feedback: Feedback | undefined;
}

/** What drawing would give, and the few things an officer chooses. */
export function DraftForm({ draft, source, pots, years, countyCode, feedback }: DraftFormProps) {
  const back = `/claims/new?county=${countyCode}&kind=${source.kind}`;
  return (
    <Card
      title={draft.label}
      actions={
        <ButtonLink to={back} size="small">
          换一个来源
        </ButtonLink>
      }
      className="max-w-4xl"
    >
      <DraftFigures draft={draft} />
      {source.kind === "TRAINING" && <Payee {...{ source, countyCode, draft }} />}
      <DraftProblems draft={draft} pots={pots} />
      {draft.people > 0 && pots.length > 0 && (
        <Form method="post">
          <FormFeedback feedback={feedback}>
            <div className="space-y-4">
              <PotField pots={pots} year={draft.year} />
              <SelectField
                name="year"
                label="申领年度"
                options={years.map((year) => ({ value: String(year), label: `${year} 年` }))}
                emptyLabel={null}
                defaultValue={String(draft.year)}
                required
              />
              <TextField
                name="title"
                label="名称"
                hint="不填按来源命名"
                maxLength={100}
                defaultValue={draft.label}
              />
            </div>
          </FormFeedback>
          <div className="mt-4">
            <SubmitButton>编制并核查</SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  );
}

function Payee({ source, countyCode }: Pick<DraftFormProps, "source" | "countyCode">) {
  if (source.kind !== "TRAINING") return null;
  const base = `/claims/new?county=${countyCode}&kind=TRAINING&classId=${source.classId}`;
  return (
    <p className="my-2">
      <ButtonLink to={source.paysProvider ? base : `${base}&payee=unit`} size="small">
        {source.paysProvider ? "改为发给学员本人" : "改为发给培训机构"}
      </ButtonLink>
    </p>
  );
}
