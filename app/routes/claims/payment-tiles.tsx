import type { ClaimPaymentsPage } from "~/data/claims/claim-payments-view.server";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";

/** How many lines stand where; each figure opens them. */
export function PaymentTiles(props: {
  readonly id: string;
  readonly counts: ClaimPaymentsPage["counts"];
}) {
  const { counts } = props;
  const lines = (group: string) => `/claims/${props.id}?group=${group}`;
  return (
    <StatTiles>
      <StatTile label="待发放" value={counts.waiting} unit="条" to={lines("waiting")} />
      <StatTile label="已送银行，等回盘" value={counts.sent} unit="条" to={lines("sent")} />
      <StatTile label="已发放" value={counts.paid} unit="条" to={lines("paid")} />
      <StatTile label="发放失败" value={counts.refused} unit="条" to={lines("refused")} />
      {counts.stopped > 0 && (
        <StatTile label="已停发" value={counts.stopped} unit="条" to={lines("stopped")} />
      )}
    </StatTiles>
  );
}
