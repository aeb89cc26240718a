import type { SerializeFrom } from "@remix-run/node";
import { Form } from "@remix-run/react";
import type { SigningRow } from "~/data/evidence/signing-view.server";
import type { RosterKind } from "~/domain/rosters/roster";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { EmptyState } from "~/ui/display/empty-state";
import { inkAskedFor } from "~/domain/evidence/signed-roster";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { SigningInk } from "./signing-ink";
import { SIGNING_WORDS } from "./signing-words";

type Row = SerializeFrom<SigningRow>;

interface SigningTableProps {
  readonly roster: { readonly id: string; readonly kind: RosterKind };
  readonly rows: readonly Row[];
  readonly mayRecord: boolean;
  readonly closeUpIsOn: boolean;
  readonly isFiltered: boolean;
}

export function SigningTable(props: SigningTableProps) {
  const { roster, rows, mayRecord, isFiltered } = props;
  const rosterId = roster.id;
  const words = SIGNING_WORDS[roster.kind];
  const hasPrints = inkAskedFor(roster.kind).includes("FINGERPRINT");
  const closeUpIsOn = props.closeUpIsOn && hasPrints;
  const columns: Column<Row>[] = [
    { key: "name", header: words.people, isRowHeader: true, cell: whoCell },
    {
      key: "signature",
      header: "签字",
      cell: (row) => <SigningInk rosterId={rosterId} row={row} element="SIGNATURE" />,
    },
    // Beside the signature they bring: on a phone the rest is out of sight.
    ...(mayRecord
      ? [
          {
            key: "actions",
            header: "办理",
            cell: (row: Row) => <LineActions {...{ row, rosterId, closeUpIsOn }} />,
          },
        ]
      : []),
    { key: "link", header: "签字链接", cell: linkCell },
    ...(hasPrints
      ? [
          {
            key: "print",
            header: "手印",
            cell: (row: Row) => <SigningInk rosterId={rosterId} row={row} element="FINGERPRINT" />,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={words.caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.lineId}
      empty={
        isFiltered ? (
          <EmptyState title={`没有这样的${words.people}`}>换一个条件看看。</EmptyState>
        ) : (
          <EmptyState title={words.empty}>{words.emptyCure}</EmptyState>
        )
      }
    />
  );
}

function whoCell({ lineNo, name, idMasked }: Row) {
  return (
    <>
      {`${lineNo} ${name}`}
      <span className="block font-mono text-xs tabular-nums text-slate-600">{idMasked}</span>
    </>
  );
}

function linkCell({ link }: Row) {
  if (link === null) return "—";
  const where = link.way === "screen" ? "平板" : "手机";
  return `${where}，${link.isOpened ? "已打开" : "未打开"}，${chinaMinute(link.until)} 到期`;
}

interface LineActionsProps {
  readonly row: Row;
  readonly rosterId: string;
  readonly closeUpIsOn: boolean;
}

function LineActions({ row, rosterId, closeUpIsOn }: LineActionsProps) {
  if (row.isUnpaid) return <span className="text-slate-600">未到账，到账后再签收</span>;
  const verb = row.signature === null ? "" : "重签：";
  return (
    <div className="flex flex-wrap gap-1">
      <Form method="post" className="flex flex-col items-start gap-1 sm:flex-row">
        <input type="hidden" name="lineId" value={row.lineId} />
        <SubmitButton size="small" variant="default" name="intent" value="tablet">
          {`${verb}平板签字`}
        </SubmitButton>
        <SubmitButton size="small" variant="default" name="intent" value="phone">
          {`${verb}手机二维码`}
        </SubmitButton>
        {row.link !== null && (
          <SubmitButton size="small" variant="danger" name="intent" value="revoke">
            收回
          </SubmitButton>
        )}
      </Form>
      {closeUpIsOn && (
        <ButtonLink size="small" to={`/rosters/${rosterId}/lines/${row.lineId}/fingerprint`}>
          手印近照
        </ButtonLink>
      )}
    </div>
  );
}
