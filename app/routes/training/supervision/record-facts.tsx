import type { SerializeFrom } from "@remix-run/node";
import type {
  AskedPerson,
  SupervisionEntry,
} from "~/data/evidence/supervision-records-view.server";
import { SPOT_CHECK_OUTCOME_LABELS } from "~/domain/evidence/spot-check";
import { SUPERVISION_PARTY_LABELS, SUPERVISION_WAY_LABELS } from "~/domain/evidence/supervision";
import { Badge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

export type ShownRecord = Omit<SerializeFrom<SupervisionEntry>, "signedBy">;

export function RecordFacts({ record }: { readonly record: ShownRecord }) {
  const { attended, headcountSeen } = record;
  const attendance = attended === null ? "未登记考勤" : `考勤登记到课 ${attended} 人`;
  return (
    <Card title="监督情况">
      <DescriptionList
        items={[
          { term: "监督方", detail: SUPERVISION_PARTY_LABELS[record.party] },
          { term: "监督人", detail: `${record.signerName}（${record.signerOffice}）` },
          { term: "监督方式", detail: SUPERVISION_WAY_LABELS[record.way] },
          { term: "监督日期", detail: record.heldOn },
          { term: "课次", detail: record.sessionLabel ?? "–" },
          {
            term: "现场人数",
            detail: headcountSeen === null ? "–" : `${headcountSeen} 人（${attendance}）`,
          },
          ...(record.outsideReason === ""
            ? []
            : [{ term: "不在培训期内的原因", detail: record.outsideReason, wide: true }]),
          { term: "监督情况", detail: record.observations, wide: true },
          { term: "发现的问题", detail: record.problems || "无", wide: true },
          { term: "整改意见", detail: record.advice || "无", wide: true },
          { term: "签名时间", detail: chinaMinute(record.signedAt) },
        ]}
      />
    </Card>
  );
}

const PEOPLE: readonly Column<AskedPerson>[] = [
  { key: "lineNo", header: "花名册序号", align: "right", cell: ({ lineNo }) => lineNo },
  { key: "name", header: "姓名", isRowHeader: true, cell: ({ name }) => name },
  {
    key: "outcome",
    header: "抽查结果",
    cell: ({ outcome }) => (
      <Badge tone={toneOf(outcome)}>{SPOT_CHECK_OUTCOME_LABELS[outcome]}</Badge>
    ),
  },
  {
    key: "note",
    header: "备注",
    cell: ({ note }) => note,
    className: "min-w-[10rem] whitespace-normal",
  },
];

function toneOf(outcome: AskedPerson["outcome"]) {
  if (outcome === "DENIED") return "danger";
  return outcome === "CONFIRMED" ? "success" : "warning";
}

export function AskedPeople({ record }: { readonly record: ShownRecord }) {
  return (
    <Card
      title={`抽查的学员（${record.people.length} 人）`}
      note={`由系统随机抽取，随机种子 ${record.sampleSeed}。`}
    >
      <DataTable
        caption="抽查的学员"
        columns={PEOPLE}
        rows={record.people}
        rowKey={({ lineId }) => lineId}
        rowTone={({ outcome }) => (outcome === "DENIED" ? "danger" : "plain")}
        empty={null}
        tall={false}
      />
    </Card>
  );
}
