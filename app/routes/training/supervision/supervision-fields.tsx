import type { SerializeFrom } from "@remix-run/node";
import type { SupervisionFormPage } from "~/data/evidence/supervision-form-view.server";
import { SPOT_CHECK_OUTCOME_LABELS, SPOT_CHECK_OUTCOMES } from "~/domain/evidence/spot-check";
import {
  SUPERVISION_PARTY_LABELS,
  SUPERVISION_WAY_LABELS,
  SUPERVISION_WAYS,
} from "~/domain/evidence/supervision";
import { noteField, outcomeField } from "~/domain/evidence/supervision-form";
import { Card } from "~/ui/display/card";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";

type Page = SerializeFrom<SupervisionFormPage>;

interface SupervisionFieldsProps {
  readonly head: { readonly startsOn: string; readonly endsOn: string };
  readonly page: Page;
  readonly today: string;
}

/** What was seen; in which capacity only for who holds both. */
export function SupervisionFields({ head, page, today }: SupervisionFieldsProps) {
  const ways = SUPERVISION_WAYS.map((way) => ({ value: way, label: SUPERVISION_WAY_LABELS[way] }));
  return (
    <div className="max-w-3xl space-y-4">
      {page.parties.length > 1 && (
        <RadioGroup
          name="party"
          label="以哪一方的身份监督"
          hint="您兼有两方角色，请说明本次身份；同一个班只能代表一方。"
          options={page.parties.map((party) => ({
            value: party,
            label: SUPERVISION_PARTY_LABELS[party],
          }))}
          inline
          required
        />
      )}
      <RadioGroup name="way" label="监督方式" options={ways} inline required />
      <DateField
        name="heldOn"
        label="监督日期"
        defaultValue={today <= head.endsOn ? today : ""}
        hint={`培训期 ${head.startsOn} 至 ${head.endsOn}`}
        required
      />
      <TextField
        name="outsideReason"
        label="不在培训期内的原因"
        hint="监督日期在培训期内的不填"
        maxLength={200}
      />
      <SelectField
        name="sessionId"
        label="课次"
        hint={page.sessions.length === 0 ? "本班还没有登记课次" : "现场监督必选"}
        emptyLabel="未选课次"
        options={page.sessions.map(({ id, label }) => ({ value: id, label }))}
      />
      <TextField
        name="headcountSeen"
        label="现场清点人数"
        hint="现场监督必填，系统与该课次的考勤比对"
        inputMode="numeric"
      />
      <TextAreaField
        name="observations"
        label="监督情况"
        hint="如 授课内容、教师、学员到课和设备材料"
        rows={4}
        maxLength={1000}
        required
      />
      <TextAreaField name="problems" label="发现的问题" rows={3} maxLength={1000} />
      <TextAreaField name="advice" label="整改意见" rows={3} maxLength={1000} />
    </div>
  );
}

const OUTCOMES = SPOT_CHECK_OUTCOMES.map((value) => ({
  value,
  label: SPOT_CHECK_OUTCOME_LABELS[value],
}));

/** One answer for each drawn trainee. */
export function SampledFields({ trainees }: { readonly trainees: Page["trainees"] }) {
  return (
    <Card
      title={`抽查结果（${trainees.length} 人）`}
      note="逐人登记，缺一人不能提交。"
      actions={
        // In a window of its own, so that what is typed here stays.
        <a
          href={`phones?sampled=${trainees.length}`}
          target="_blank"
          rel="noreferrer"
          className="text-brand-600 hover:underline"
        >
          抽中学员的联系电话（新窗口）
        </a>
      }
    >
      <ul className="divide-y divide-slate-200">
        {trainees.map(({ lineId, lineNo, name, address }) => (
          <li key={lineId} className="py-3">
            <RadioGroup
              name={outcomeField(lineId)}
              label={`第 ${lineNo} 号 ${name}`}
              hint={address}
              options={OUTCOMES}
              inline
              required
            />
            <TextField
              name={noteField(lineId)}
              label={`${name}的备注`}
              maxLength={200}
              className="mt-2 max-w-2xl"
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
