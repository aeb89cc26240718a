import { useSearchParams } from "@remix-run/react";
import { ButtonLink } from "~/ui/actions/button";

interface LedgerActionsProps {
  readonly mayWrite: boolean;
  readonly mayImport: boolean;
  readonly mayExport: boolean;
}

/** What can be done with the ledger as a whole; the export takes the filter along. */
export function LedgerActions({ mayWrite, mayImport, mayExport }: LedgerActionsProps) {
  const [search] = useSearchParams();
  return (
    <>
      {mayExport && search.get("state") !== "removed" && (
        <ButtonLink to={`/placements/export?${search.toString()}`} icon="export">
          导出台账
        </ButtonLink>
      )}
      {mayImport && (
        <ButtonLink to="/placements/import" icon="import">
          导入台账
        </ButtonLink>
      )}
      {mayWrite && (
        <ButtonLink to="/placements/new" variant="primary" icon="plus">
          登记转移就业
        </ButtonLink>
      )}
    </>
  );
}
