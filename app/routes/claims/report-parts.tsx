import { Form } from "@remix-run/react";
import type { ClaimHead } from "~/data/claims/claim-head-view.server";
import type { ClaimReport } from "~/data/claims/claim-report-view.server";
import { PARAMETERS, toParameterId } from "~/domain/rules/parameter";
import { Button } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";
import { SelectField } from "~/ui/forms/select-field";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

/** The runs of the claim, to look at an earlier one. */
export function RunPicker({ report }: { readonly report: ClaimReport }) {
  if (report.runs.length < 2) return null;
  return (
    <Form method="get" className="mb-3 flex flex-wrap items-end gap-3">
      <SelectField
        name="run"
        label="核查"
        options={report.runs.map(({ number, ranAt, ranByName }) => ({
          value: String(number),
          label: `第 ${number} 次 ${chinaMinute(ranAt)} ${ranByName}`,
        }))}
        emptyLabel={null}
        defaultValue={String(report.number)}
      />
      <Button type="submit">查看</Button>
    </Form>
  );
}

export function ReportTiles(props: { readonly head: ClaimHead; readonly report: ClaimReport }) {
  const { head, report } = props;
  const { number, ranAt, ranByName, lineCount, blockedLines, warnedLines, unknownLines } = report;
  const isLatest = report.runs[0]?.number === number;
  const to = (group: string) => (isLatest ? { to: `/claims/${head.id}?group=${group}` } : {});
  return (
    <>
      <p className="mb-2 text-slate-700">
        {`第 ${number} 次核查：${ranByName} ${chinaMinute(ranAt)}，标准按各事项当日执行的（截至 ${report.asOf} 录入）`}
      </p>
      <StatTiles>
        <StatTile label="明细" value={lineCount} unit="条" {...to("all")} />
        <StatTile
          label="不能报送"
          value={blockedLines}
          unit="条"
          {...to("blocked")}
          {...(blockedLines > 0 && { tone: "danger" as const })}
        />
        <StatTile
          label="要说明"
          value={warnedLines}
          unit="条"
          {...to("warned")}
          {...(warnedLines > 0 && { tone: "warning" as const })}
        />
        <StatTile
          label="其中无法判断"
          value={unknownLines}
          unit="条"
          {...to("unknown")}
          {...(unknownLines > 0 && { tone: "warning" as const })}
        />
      </StatTiles>
    </>
  );
}

type ReportNumber = ClaimReport["numbers"][number];

const COLUMNS: readonly Column<ReportNumber>[] = [
  {
    key: "label",
    header: "标准参数",
    isRowHeader: true,
    className: "whitespace-normal",
    cell: ({ parameter }) => meaning(parameter).label,
  },
  {
    key: "value",
    header: "数值",
    align: "right",
    cell: ({ parameter, value }) => `${value} ${meaning(parameter).unit}`,
  },
  { key: "from", header: "起始日", align: "right", cell: ({ fromOn }) => fromOn ?? "" },
  {
    key: "source",
    header: "依据",
    className: "whitespace-normal",
    cell: ({ source }) => source ?? "本系统定义",
  },
];

/** The dated numbers that the run went by. */
export function ReportNumbers({ numbers }: { readonly numbers: readonly ReportNumber[] }) {
  if (numbers.length === 0) return null;
  return (
    <Card title="核查所用的标准参数" flush className="mt-4">
      <DataTable
        caption="核查所用的标准参数"
        columns={COLUMNS}
        rows={numbers}
        rowKey={({ parameter, fromOn }) => `${parameter} ${fromOn ?? ""}`}
        tall={false}
        empty={null}
      />
    </Card>
  );
}

function meaning(parameter: string): { readonly label: string; readonly unit: string } {
  const id = toParameterId(parameter);
  return id === null ? { label: parameter, unit: "" } : PARAMETERS[id];
}
