import { Form, Link } from "@remix-run/react";
import type { NoticeObjection } from "~/data/posts/notice-objections-view.server";
import type { NoticePage } from "~/data/posts/notice-view.server";
import { OBJECTION_OUTCOME_LABELS, OBJECTION_WAY_LABELS } from "~/domain/posts/objection";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import { ObjectionEntry } from "./objection-entry";

const OUTCOMES = Object.entries(OBJECTION_OUTCOME_LABELS).map(([value, label]) => ({
  ...{ value, label },
}));

interface NoticeObjectionsProps {
  readonly notice: NoticePage;
  readonly objections: readonly NoticeObjection[];
  readonly feedback: Feedback | undefined;
}

/** What was said against a notice or its people, and what was decided over it. */
export function NoticeObjections({ notice, objections, feedback }: NoticeObjectionsProps) {
  const intent = feedback?.values?.["intent"];
  const decided = feedback?.values?.["objectionId"];
  return (
    <Card
      title={`异议（${objections.length}）`}
      note="由没有参与登记和公示的审核人处理；没有处理或成立的，换一次公示也不能确认聘用，查清后可以改判"
    >
      {objections.length === 0 && <p className="text-slate-700">没有收到异议。</p>}
      <ul className="divide-y divide-slate-200">
        {objections.map((one) => (
          <li key={one.id} className="space-y-2 py-3">
            <Said objection={one} />
            {notice.mayDecide && one.former === null && one.outcome !== "DISMISSED" && (
              <Deciding
                objection={one}
                version={notice.version}
                feedback={intent === "decide" && decided === one.id ? feedback : undefined}
              />
            )}
          </li>
        ))}
      </ul>
      {notice.mayWrite && notice.state !== "withdrawn" && (
        <ObjectionEntry notice={notice} feedback={intent === "objection" ? feedback : undefined} />
      )}
    </Card>
  );
}

function Said({ objection }: { readonly objection: NoticeObjection }) {
  const { person, receivedOn, way, content, outcome, decision, former } = objection;
  return (
    <>
      <p>
        <strong>{person ?? "整个公示"}</strong>
        <span className="ml-2 text-slate-700">
          {`${receivedOn} ${OBJECTION_WAY_LABELS[way]}，${objection.recordedByName}登记`}
        </span>
      </p>
      <p>{content}</p>
      {former !== null && (
        <p>
          {"原公示："}
          <Link to={`/posts/notices/${former.id}`} className="text-brand-600 hover:underline">
            {former.title}
          </Link>
        </p>
      )}
      {outcome !== null && (
        <p>
          <strong>{OBJECTION_OUTCOME_LABELS[outcome]}</strong>
          <span className="ml-2">{decision}</span>
          <span className="ml-2 text-slate-700">
            {`${objection.decidedByName}，${objection.decidedOn ?? ""}`}
          </span>
        </p>
      )}
    </>
  );
}

interface DecidingProps {
  readonly objection: NoticeObjection;
  readonly version: number;
  readonly feedback: Feedback | undefined;
}

function Deciding({ objection, version, feedback }: DecidingProps) {
  return (
    <Form method="post" className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="objectionId" value={objection.id} />
      <FormFeedback feedback={feedback}>
        <RadioGroup
          id={`outcome-${objection.id}`}
          name="outcome"
          label="处理结果"
          inline
          required
          options={OUTCOMES}
        />
        <TextField
          id={`decision-${objection.id}`}
          name="decision"
          label="处理情况"
          required
          maxLength={300}
          className="w-full md:w-96"
        />
      </FormFeedback>
      <SubmitButton name="intent" value="decide" variant="default" pendingLabel="正在保存…">
        保存处理结果
      </SubmitButton>
    </Form>
  );
}
