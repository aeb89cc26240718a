import type { SerializeFrom } from "@remix-run/node";
import { Form, Link } from "@remix-run/react";
import type { ParticipantToEdit } from "~/data/employers/fair-participants-view.server";
import type { FairPage } from "~/data/employers/fair-view.server";
import { FAIR_OUTCOME_LABELS, FAIR_OUTCOMES } from "~/domain/employers/fair-outcome";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";

interface OutcomeCardProps {
  readonly fair: SerializeFrom<FairPage>;
  readonly one: SerializeFrom<ParticipantToEdit>;
  readonly feedbackOf: (intent: string) => Feedback | undefined;
}

/** What came of the fair for one participant; the page of one person's result. */
export function OutcomeCard({ fair, one, feedbackOf }: OutcomeCardProps) {
  const here = `/job-fairs/${fair.id}/participants`;
  return (
    <Card title={`登记结果：${one.name}`} className="max-w-4xl">
      <Form method="post" className="space-y-4">
        <OneOfMany one={one} />
        <FormFeedback feedback={feedbackOf("outcome")}>
          <RadioGroup
            name="outcome"
            label="结果"
            inline
            required
            options={FAIR_OUTCOMES.map((value) => ({ value, label: FAIR_OUTCOME_LABELS[value] }))}
            defaultValue={one.outcome}
          />
          <WhereFields fair={fair} one={one} />
          <TextField name="note" label="备注" maxLength={200} defaultValue={one.note} />
        </FormFeedback>
        <p className="text-slate-600">
          还没有就业登记的，先
          <Link to={`/placements/new?person=${one.personId}`} className="text-brand-600 underline">
            登记转移就业
          </Link>
          ，再回来登记“已上岗”。
        </p>
        <div className="flex flex-wrap gap-2">
          <SubmitButton name="intent" value="outcome" pendingLabel="正在保存…">
            保存结果
          </SubmitButton>
          <ButtonLink to={here}>返回名单</ButtonLink>
        </div>
      </Form>
      <TakeOffForm one={one} feedback={feedbackOf("takeOff")} />
    </Card>
  );
}

/** Where the outcome points: an employer of the fair, or the person's own placement. */
function WhereFields({ fair, one }: Pick<OutcomeCardProps, "fair" | "one">) {
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
      <SelectField
        name="employerId"
        label="意向单位"
        hint="参会单位；已上岗的以就业登记为准，不用选"
        options={fair.employers.map((row) => ({ value: row.employerId, label: row.name }))}
        emptyLabel="未注明"
        defaultValue={one.employerId ?? ""}
      />
      <SelectField
        name="placementId"
        label="就业登记（已上岗的必选）"
        hint={`本人 ${fair.heldOn} 及以后开始的工作`}
        options={one.placements.map(({ id, employerName, startedOn }) => ({
          value: id,
          label: `${startedOn} ${employerName}`,
        }))}
        emptyLabel="未选"
        defaultValue={one.placementId ?? ""}
      />
    </div>
  );
}

interface TakeOffFormProps {
  readonly one: SerializeFrom<ParticipantToEdit>;
  readonly feedback: Feedback | undefined;
}

/** For somebody put on the list by mistake. */
function TakeOffForm({ one, feedback }: TakeOffFormProps) {
  return (
    <Form
      method="post"
      className="mt-5 flex flex-wrap items-end gap-3 border-t border-slate-200 pt-4"
    >
      <OneOfMany one={one} />
      <FormFeedback feedback={feedback}>
        <TextField
          name="reason"
          label="误登记的，写明原因后移出"
          maxLength={300}
          required
          className="w-full md:w-96"
        />
      </FormFeedback>
      <SubmitButton variant="danger" name="intent" value="takeOff" pendingLabel="正在移出…">
        移出名单
      </SubmitButton>
    </Form>
  );
}

function OneOfMany({ one }: { readonly one: SerializeFrom<ParticipantToEdit> }) {
  return (
    <>
      <input type="hidden" name="participantId" value={one.id} />
      <input type="hidden" name="version" value={one.version} />
    </>
  );
}
