import { Link } from "@remix-run/react";
import type { LinesPage } from "~/data/targets/reconciliation-lines-view.server";
import { differingParts, type DifferingPart } from "~/domain/targets/line-differences";
import { LONGEST_EXPLANATION } from "~/domain/targets/reconciliation-form";
import { type LineGroup } from "~/domain/targets/reconciliation-groups";
import { EXPLANATION_LABELS } from "~/domain/targets/reconciliation-words";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";
import type { Column } from "~/ui/tables/column";

type Line = LinesPage["page"]["rows"][number];

const KINDS = Object.entries(EXPLANATION_LABELS).map(([value, label]) => ({ value, label }));

const NAME: Column<Line> = {
  ...{ key: "name", header: "姓名", isRowHeader: true },
  cell: (row) =>
    row.placementId === null ? (
      row.name
    ) : (
      <Link to={`/placements/${row.placementId}`} className="text-brand-600 underline">
        {row.name}
      </Link>
    ),
};
const NUMBER: Column<Line> = {
  ...{ key: "maskedId", header: "身份证号码" },
  cell: (row) => <span className="font-mono">{row.maskedId}</span>,
};
const COUNTY: readonly Column<Line>[] = [
  {
    ...{ key: "employer", header: "企业（县方）", className: "min-w-[10rem] whitespace-normal" },
    cell: (row) => row.employerName,
  },
  { key: "startedOn", header: "上岗日期（县方）", cell: (row) => row.startedOn ?? "" },
];
const DISTRICT: readonly Column<Line>[] = [
  {
    ...{ key: "districtEmployer", header: "企业（区方）" },
    className: "min-w-[10rem] whitespace-normal",
    cell: (row) => <Differing text={row.districtEmployer} part="employer" row={row} />,
  },
  {
    ...{ key: "districtStartOn", header: "上岗日期（区方）" },
    cell: (row) => <Differing text={row.districtStartOn ?? ""} part="startedOn" row={row} />,
  },
];

/** What each list tells of its people; one-sided people carry their explanation, or the fields for it. */
export function lineColumns(group: LineGroup, mayExplain: boolean): readonly Column<Line>[] {
  switch (group) {
    case "countyOnly":
      return [NAME, NUMBER, ...COUNTY, explanation(mayExplain)];
    case "districtOnly":
      return [NAME, NUMBER, ...DISTRICT, explanation(mayExplain)];
    case "both":
      return [NAME, NUMBER, ...COUNTY, ...DISTRICT, DISTRICT_NAME];
    case "county":
      return [NAME, NUMBER, ...COUNTY];
    case "district":
      return [NAME, NUMBER, ...DISTRICT];
  }
}

const DISTRICT_NAME: Column<Line> = {
  ...{ key: "districtName", header: "姓名（区方）" },
  cell: (row) => <Differing text={row.districtName} part="name" row={row} />,
};

interface DifferingProps {
  readonly text: string;
  readonly part: DifferingPart;
  readonly row: Line;
}

/** What the district says, with a word where the county says something else of the same person. */
function Differing({ text, part, row }: DifferingProps) {
  const differs = differingParts(row).includes(part);
  return (
    <>
      {text}
      {differs && <span className="ml-1 text-xs text-amber-900">（与县方不同）</span>}
    </>
  );
}

function explanation(mayExplain: boolean): Column<Line> {
  return {
    ...{ key: "explanation", header: "差异说明", className: "whitespace-normal" },
    cell: (row) => (mayExplain ? <ExplanationFields row={row} /> : <Explained row={row} />),
  };
}

function Explained({ row }: { readonly row: Line }) {
  const { explanationKind, explanation: words, explainedByName } = row;
  if (explanationKind === null) return <span className="text-amber-900">未说明</span>;
  return (
    <>
      {EXPLANATION_LABELS[explanationKind]}
      {words !== "" && `：${words}`}
      {explainedByName !== null && (
        <span className="ml-1 text-xs text-slate-600">（{explainedByName}）</span>
      )}
    </>
  );
}

function ExplanationFields({ row }: { readonly row: Line }) {
  return (
    <div className="flex min-w-[14rem] flex-col gap-2 md:min-w-[28rem] md:flex-row">
      <SelectField
        name={`kind.${row.id}`}
        label={`${row.name}差异原因`}
        options={KINDS}
        emptyLabel="未说明"
        defaultValue={row.explanationKind ?? ""}
        className="md:w-44"
      />
      <TextField
        name={`text.${row.id}`}
        label={`${row.name}补充说明`}
        maxLength={LONGEST_EXPLANATION}
        defaultValue={row.explanation}
        className="md:flex-1"
      />
    </div>
  );
}
