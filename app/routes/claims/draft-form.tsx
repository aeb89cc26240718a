import { Form } from "@remix-run/react";
import type {
  ClaimDraft,
  ClaimSourceAsked,
  PotChoice,
} from "~/data/claims/claim-draft-view.server";
import { yuanText } from "~/domain/shared/fen";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";

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
              <PotField pots={pots} />
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

/** Pots with what is left in each. */
export function PotField(props: {
  readonly pots: readonly PotChoice[];
  readonly defaultValue?: string;
}) {
  return (
    <SelectField
      name="potId"
      label="资金项目"
      options={props.pots.map(({ id, name, year, leftFen }) => ({
        value: id,
        label: `${year} 年 ${name}（未占用 ${yuanText(leftFen)}）`,
      }))}
      emptyLabel="请选择"
      required
      {...(props.defaultValue !== undefined && { defaultValue: props.defaultValue })}
    />
  );
}

function DraftFigures({ draft }: { readonly draft: ClaimDraft }) {
  const { people, claimed, empty, rates, totalFen, payee } = draft;
  const left = [
    claimed > 0 ? `已列入其他申领 ${claimed} 人` : "",
    empty > 0 ? `没有到课天数 ${empty} 人` : "",
  ].filter((one) => one !== "");
  return (
    <DescriptionList
      items={[
        { term: "列入", detail: `${people} 人` },
        { term: "不列入", detail: left.length === 0 ? "无" : left.join("；") },
        {
          term: "标准",
          detail: rates.map(({ rateFen, source, lines }) => (
            <span key={`${rateFen ?? ""}${source ?? ""}`} className="block">
              {rateFen === null
                ? `没有录入标准：${lines} 条金额为 0`
                : `${yuanText(rateFen)}（${source ?? "本系统定义"}）${lines} 条`}
            </span>
          )),
        },
        { term: "金额合计", detail: <strong>{yuanText(totalFen)}</strong> },
        { term: "发给", detail: payee ?? "每个人本人" },
      ]}
    />
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

function DraftProblems({ draft, pots }: Pick<DraftFormProps, "draft" | "pots">) {
  const { people, rates } = draft;
  const isUnpriced = rates.some(({ rateFen }) => rateFen === null);
  return (
    <div className="my-3 space-y-2">
      {people === 0 && (
        <Notice kind="warning">没有可以列入的人：都已申领，或没有核实完成的记录。</Notice>
      )}
      {pots.length === 0 && (
        <Notice kind="warning">本县没有可以用的资金项目：先登记资金项目，或等结转资金解锁。</Notice>
      )}
      {people > 0 && isUnpriced && (
        <Notice kind="warning">
          文件没有规定人均金额。没有录入标准的明细金额为
          0，核查结论是“无法判断”，不能报送；先在标准参数或规则包里录入当地标准。
        </Notice>
      )}
    </div>
  );
}
