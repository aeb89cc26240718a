import type { ImportView } from "~/data/rosters/import-view.server";
import { IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import { ButtonLink } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";

/** What went into the roster, and where to go on. */
export function ImportResult({ view }: { readonly view: ImportView }) {
  const { commitCounts: counts, ledgerPath, id } = view;
  if (counts === null || ledgerPath === null) return null;
  const { ledger, unit, again, nextStep } = IMPORT_LAYOUTS[view.layout];
  return (
    <>
      <Notice
        kind="success"
        title={`已写入${ledger}`}
        actions={
          <>
            <ButtonLink to={ledgerPath} variant="primary">
              {`打开${ledger}`}
            </ButtonLink>
            {counts.refused > 0 && (
              <ButtonLink to={`/rosters/imports/${id}/error-workbook`} reloadDocument icon="export">
                下载错误表
              </ButtonLink>
            )}
          </>
        }
      >
        {counts.refused > 0 ? `另有 ${counts.refused} 行有错未入册。${again}` : nextStep}
      </Notice>
      <StatTiles>
        <StatTile label="新增" value={counts.added} unit={unit} to={ledgerPath} />
        <StatTile label="更新" value={counts.updated} unit={unit} />
        <StatTile label="原已在册，未改动" value={counts.unchanged} unit={unit} />
        <StatTile label="有错未入册" value={counts.refused} unit="行" />
      </StatTiles>
    </>
  );
}
