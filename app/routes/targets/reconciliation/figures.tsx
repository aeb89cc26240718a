import { Form } from "@remix-run/react";
import type { ReconciliationPage } from "~/data/targets/reconciliation-view.server";
import { LONGEST_EXPLANATION } from "~/domain/targets/reconciliation-form";
import { countedMonthsWords } from "~/domain/targets/reconciliation-figures";
import { FIGURE_DEFINITION } from "~/domain/targets/reconciliation-words";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { TextAreaField } from "~/ui/forms/text-field";

interface FiguresProps {
  readonly one: ReconciliationPage;
  readonly feedback: Feedback | undefined;
}

/** The two figures side by side; each opens the people it counts. */
export function Figures({ one, feedback }: FiguresProps) {
  const { county, district, districtFigureKind, countyName, districtName } = one;
  const isList = districtFigureKind === "list";
  const year = `/reconciliations?year=${one.month.slice(0, 4)}${
    one.measure === "SHANGHAI_PLACED" ? "" : `&measure=${one.measure}`
  }`;
  const shown = (figure: number | null) => figure ?? "—";
  const list = (group: string) =>
    `?group=${group}${one.round < one.rounds ? `&round=${one.round}` : ""}#people`;
  const total = (side: typeof county) => (one.year.months.length === 0 ? "—" : side.cumulative);
  const soFar = `${one.state === "locked" ? "锁定时，" : ""}${countedMonthsWords(one.year)}`;
  const difference =
    county.figure === null || district.figure === null ? null : county.figure - district.figure;
  return (
    <>
      <StatTiles>
        <StatTile
          label={`县方（${countyName}）本月新增`}
          value={shown(county.figure)}
          unit="人"
          to={list("county")}
          note="取自转移就业台账"
        />
        <StatTile
          label={`区方（${districtName}）本月新增`}
          value={shown(district.figure)}
          unit="人"
          {...(isList ? { to: list("district") } : {})}
          note={kindWords(districtFigureKind)}
        />
        <StatTile
          label="本月差异（县方减区方）"
          value={shown(difference)}
          unit="人"
          {...(isList ? { to: list("countyOnly") } : {})}
          {...(difference === null || difference === 0 ? {} : { tone: "warning" as const })}
          {...(isList ? { note: `名单不一致且未说明 ${one.openLines} 人` } : {})}
        />
        <StatTile label="县方本年累计" value={total(county)} unit="人" to={year} note={soFar} />
        <StatTile label="区方本年累计" value={total(district)} unit="人" to={year} note={soFar} />
      </StatTiles>
      <p className="mb-4 text-slate-600">口径：{FIGURE_DEFINITION}</p>
      {districtFigureKind === "typed" && <WholeExplanation one={one} feedback={feedback} />}
    </>
  );
}

function kindWords(kind: ReconciliationPage["districtFigureKind"]): string {
  switch (kind) {
    case "list":
      return "按导入名单计";
    case "typed":
      return "填报人数，未附名单";
    case null:
      return "未填报";
  }
}

function WholeExplanation({ one, feedback }: FiguresProps) {
  const { offers, explanation, version, county, district } = one;
  const isEqual = county.figure === district.figure;
  if (isEqual && explanation === "") return null;
  return (
    <Card title="差异说明" note="区方未附名单，双方人数不同的须说明原因">
      {offers.explain ? (
        <Form method="post" className="max-w-3xl">
          <input type="hidden" name="intent" value="explain" />
          <input type="hidden" name="version" value={version} />
          <FormFeedback feedback={feedback}>
            <TextAreaField
              name="whole"
              label="人数不同的原因"
              hint="写明差在哪几个人、为什么；不要写证件号码和电话"
              rows={3}
              maxLength={LONGEST_EXPLANATION}
              defaultValue={explanation}
            />
          </FormFeedback>
          <div className="mt-3">
            <SubmitButton variant="default" pendingLabel="正在保存…">
              保存说明
            </SubmitButton>
          </div>
        </Form>
      ) : (
        <p>{explanation === "" ? "尚未说明。" : explanation}</p>
      )}
    </Card>
  );
}
