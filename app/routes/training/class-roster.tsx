import type { ClassPage } from "~/data/training/class-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { RosterStateBadge } from "~/ui/display/roster-state-badge";

/** Where the roster of the class stands: none, on its way in, or with its state. */
export function ClassRoster({ found }: { readonly found: ClassPage }) {
  const { roster, openImport } = found;
  return (
    <Card title="花名册">
      {openImport !== null && <OpenImport found={found} />}
      {roster === null ? (
        openImport === null && <NoRoster found={found} />
      ) : (
        <p className="flex flex-wrap items-center gap-3">
          <RosterStateBadge state={roster.state} />
          <span className="tabular-nums">{roster.headcount} 人</span>
          <ButtonLink to={`/rosters/${roster.id}`} variant="primary" icon="roster">
            打开花名册
          </ButtonLink>
          {found.mayImport && openImport === null && (
            <ButtonLink to={`/rosters/import?class=${found.id}`} icon="import">
              更新花名册
            </ButtonLink>
          )}
        </p>
      )}
    </Card>
  );
}

function OpenImport({ found }: { readonly found: ClassPage }) {
  if (found.openImport === null) return null;
  const { id, isBeingChecked } = found.openImport;
  const words = isBeingChecked
    ? "正在导入：上传的花名册正在查验。"
    : "正在导入：上传的花名册已查验，等经办人确认入册。";
  const open = <ButtonLink to={`/rosters/imports/${id}`}>查看导入</ButtonLink>;
  return (
    <Notice kind="info" actions={found.mayImport ? open : undefined}>
      {words}
    </Notice>
  );
}

function NoRoster({ found }: { readonly found: ClassPage }) {
  return (
    <EmptyState
      title="本班还没有花名册"
      icon="roster"
      action={
        found.mayImport && (
          <ButtonLink to={`/rosters/import?class=${found.id}`} variant="primary" icon="import">
            导入花名册
          </ButtonLink>
        )
      }
    >
      由县级经办人导入本班学员的花名册。
    </EmptyState>
  );
}
