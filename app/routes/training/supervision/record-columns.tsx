import type { SerializeFrom } from "@remix-run/node";
import type { SupervisionEntry } from "~/data/evidence/supervision-records-view.server";
import { SUPERVISION_PARTY_LABELS, SUPERVISION_WAY_LABELS } from "~/domain/evidence/supervision";
import { Badge } from "~/ui/display/badge";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Column } from "~/ui/tables/column";

type Row = SerializeFrom<SupervisionEntry>;

export const RECORD_COLUMNS: readonly Column<Row>[] = [
  { key: "heldOn", header: "监督日期", isRowHeader: true, cell: ({ heldOn }) => heldOn },
  { key: "party", header: "监督方", cell: ({ party }) => SUPERVISION_PARTY_LABELS[party] },
  { key: "way", header: "方式", cell: ({ way }) => SUPERVISION_WAY_LABELS[way] },
  {
    key: "signer",
    header: "监督人",
    cell: ({ signerName, signerOffice }) => `${signerName}（${signerOffice}）`,
  },
  {
    key: "seen",
    header: "现场人数",
    align: "right",
    cell: ({ headcountSeen }) => headcountSeen ?? "–",
  },
  {
    key: "asked",
    header: "抽查",
    align: "right",
    cell: ({ people }) => (people.length === 0 ? "–" : `${people.length} 人`),
  },
  {
    key: "state",
    header: "状态",
    cell: ({ voidedAt, findings }) => {
      if (voidedAt !== null) return <Badge>已作废</Badge>;
      if (findings.some(({ kind }) => kind === "denied")) {
        return <Badge tone="danger">有人称未参训</Badge>;
      }
      return findings.length > 0 ? (
        <Badge tone="warning">有待核对</Badge>
      ) : (
        <Badge tone="success">无异常</Badge>
      );
    },
  },
  { key: "signedAt", header: "签名时间", cell: ({ signedAt }) => chinaMinute(signedAt) },
];
