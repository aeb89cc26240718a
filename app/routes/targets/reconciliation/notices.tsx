import { Link } from "@remix-run/react";
import type { ReconciliationPage } from "~/data/targets/reconciliation-view.server";
import { TURN_LABELS, type ReconciliationTurn } from "~/domain/targets/reconciliation";
import { Notice } from "~/ui/display/notice";

const NEXT: Readonly<Record<ReconciliationTurn, string>> = {
  drawList: "县经办人点“重新取数”，从台账取本月名单。",
  enterFigure: "区方经办点“填报区方数据”，填报本月人数或导入名单。",
  explain: "任一方把差异说明清楚后，双方才能签字。",
  signCounty: "县方由审核人签字，取数的经办人不能签。",
  signDistrict: "区方由结对区的经办签字。",
};

/** Whose turn it is, for the reader who may do nothing as well. */
export function TurnNotice({ one }: { readonly one: ReconciliationPage }) {
  const { turns, pairingEndedOn, offers } = one;
  if (turns.length === 0) return null;
  return (
    <Notice kind="info" title={turns.map((turn) => TURN_LABELS[turn]).join("，")}>
      {turns.map((turn) => (
        <p key={turn}>{NEXT[turn]}</p>
      ))}
      {offers.ownList && <p>本月县方名单由您取数，须由另一位审核人签字。</p>}
      {pairingEndedOn !== null && (
        <p>两地结对已于 {pairingEndedOn} 结束，区方不能再填报和签字，本月保持现状供查阅。</p>
      )}
    </Notice>
  );
}

/** Nothing of an earlier round may be taken for what stands now. */
export function PastNotice({ one }: { readonly one: ReconciliationPage }) {
  if (one.round === one.rounds) return null;
  return (
    <Notice kind="info" title={`以下是第 ${one.round} 轮双方签字锁定时的数字、名单和说明`}>
      重新打开后仅供查阅。
      <Link to={`/reconciliations/${one.id}`} className="text-brand-600 underline">
        查看现行的第 {one.rounds} 轮
      </Link>
    </Notice>
  );
}

const MOST_NAMES = 30;

/** What the ledger says now and the list does not. */
export function DriftNotice({ one }: { readonly one: ReconciliationPage }) {
  const { added, gone } = one.drift;
  if (added.length + gone.length === 0) return null;
  const since = one.state === "locked" ? "锁定后" : "取数后";
  const parts = [
    ...(added.length > 0 ? [`增 ${added.length} 人`] : []),
    ...(gone.length > 0 ? [`减 ${gone.length} 人`] : []),
  ];
  return (
    <Notice kind="warning" title={`${since}台账又${parts.join("、")}`}>
      <Names label="增加" people={added} />
      <Names label="减少" people={gone} />
      <p>
        {one.state === "locked"
          ? "本月数字以锁定时为准；确需更正的，报州市人社部门重新打开。"
          : "要按台账现有数据对账的，请县经办人重新取数。"}
      </p>
    </Notice>
  );
}

type Drifted = ReconciliationPage["drift"]["added"];

function Names({ label, people }: { readonly label: string; readonly people: Drifted }) {
  if (people.length === 0) return null;
  return (
    <p>
      {label}：
      {people.slice(0, MOST_NAMES).map(({ name, placementId }, at) => (
        <span key={placementId ?? `${name}-${at}`}>
          {at > 0 && "、"}
          {placementId === null ? (
            name
          ) : (
            <Link to={`/placements/${placementId}`} className="text-brand-600 underline">
              {name}
            </Link>
          )}
        </span>
      ))}
      {people.length > MOST_NAMES && ` 等 ${people.length} 人`}
    </p>
  );
}
