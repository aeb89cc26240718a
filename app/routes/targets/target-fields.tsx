import { BASIS_LABELS, MEASURE_LABELS } from "~/domain/targets/measure";
import { CheckboxField, RadioGroup } from "~/ui/forms/choice-fields";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";
import { ShareFields, type ShareRow } from "./share-fields";

const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

interface TargetFieldsProps {
  readonly defaults: Readonly<Record<string, string>>;
  readonly areas: readonly ShareRow[];
  /** A revision keeps the measure. */
  readonly isRevision: boolean;
}

/** What a document demands: the document, the measure with its dates and basis, and the counties' parts. */
export function TargetFields({ defaults, areas, isRevision }: TargetFieldsProps) {
  return (
    <>
      <DocumentFields defaults={defaults} isRevision={isRevision} />
      <TaskFields defaults={defaults} isRevision={isRevision} />
      <ShareFields areas={areas} />
    </>
  );
}

type PartProps = Omit<TargetFieldsProps, "areas">;

function DocumentFields({ defaults, isRevision }: PartProps) {
  const text = (name: string, label: string, maxLength: number, hint?: string) => (
    <TextField
      {...{ name, label, maxLength }}
      {...(hint === undefined ? {} : { hint })}
      required
      defaultValue={defaults[name]}
    />
  );
  return (
    <fieldset className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
      <legend className="mb-2 font-medium text-slate-700">依据文件</legend>
      {text("documentNumber", "文号", 60, "如 楚沪滇组发〔2020〕2号")}
      {text("clause", "条款", 40, "如 二、（二）3")}
      {text("issuer", "发文单位", 80)}
      <DateField name="issuedOn" label="发文日期" required defaultValue={defaults["issuedOn"]} />
      {isRevision && text("revisionReason", "修订原因", 300)}
    </fieldset>
  );
}

function TaskFields({ defaults, isRevision }: PartProps) {
  return (
    <fieldset className="mt-5 grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
      <legend className="mb-2 font-medium text-slate-700">任务</legend>
      {!isRevision && (
        <SelectField
          name="measure"
          label="指标"
          required
          options={options(MEASURE_LABELS)}
          defaultValue={defaults["measure"]}
        />
      )}
      <TextField
        name="value"
        label="总任务数"
        inputMode="numeric"
        hint="文件未给出数字的留空，不要填 0"
        defaultValue={defaults["value"]}
      />
      <DateField
        name="periodFrom"
        label="起算日期"
        required
        defaultValue={defaults["periodFrom"]}
      />
      <DateField
        name="deadlineOn"
        label="完成时限"
        required
        defaultValue={defaults["deadlineOn"]}
      />
      <RadioGroup
        name="basis"
        label="计数口径"
        required
        options={options(BASIS_LABELS)}
        defaultValue={defaults["basis"]}
      />
      <Ticks defaults={defaults} />
      <TextAreaField
        name="summary"
        label="内容摘要"
        rows={2}
        maxLength={500}
        className="md:col-span-2"
        defaultValue={defaults["summary"]}
      />
      <TextAreaField
        name="assumptions"
        label="文件未写的内容"
        hint="文件没有写明、由录入人设定的起算日期、完成时限或县（市、区）"
        rows={2}
        maxLength={300}
        className="md:col-span-2"
        defaultValue={defaults["assumptions"]}
      />
    </fieldset>
  );
}

function Ticks({ defaults }: { readonly defaults: Readonly<Record<string, string>> }) {
  const tick = (name: string, label: string) => (
    <CheckboxField {...{ name, label }} defaultChecked={defaults[name] === "on"} />
  );
  return (
    <div>
      {tick("basisIsStated", "计数口径为文件规定（不勾选：本系统定义）")}
      {tick("mayShare", "同一人可同时计入本文件的其他指标")}
      {tick("mustExceed", "文件要求超额完成（须超过任务数）")}
    </div>
  );
}
