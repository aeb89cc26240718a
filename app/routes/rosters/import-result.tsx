import type { ImportView } from "~/data/rosters/import-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";

/** What went into the roster, and where to go on. */
export function ImportResult({ view }: { readonly view: ImportView }) {
  const { commitCounts: counts, rosterId, id } = view;
  if (counts === null || rosterId === null) return null;
  return (
    <>
      <Notice
        kind="success"
        title="已写入花名册"
        actions={
          <>
            <ButtonLink to={`/rosters/${rosterId}`} variant="primary">
              打开花名册
            </ButtonLink>
            {counts.refused > 0 && (
              <ButtonLink to={`/rosters/imports/${id}/error-workbook`} reloadDocument icon="export">
                下载错误表
              </ButtonLink>
            )}
          </>
        }
      >
        {counts.refused > 0
          ? `另有 ${counts.refused} 行有错未入册。下载错误表改好后，可以再次导入同一个班。`
          : "各行都已写入。核对无误后，请在花名册页面报送审核。"}
      </Notice>
      <StatTiles>
        <StatTile label="新增" value={counts.added} unit="人" to={`/rosters/${rosterId}`} />
        <StatTile label="更新" value={counts.updated} unit="人" />
        <StatTile label="原已在册，未改动" value={counts.unchanged} unit="人" />
        <StatTile label="有错未入册" value={counts.refused} unit="行" />
      </StatTiles>
    </>
  );
}
