import { ButtonLink } from "~/ui/actions/button";

interface BoardActionsProps {
  readonly may: {
    readonly write: boolean;
    readonly import: boolean;
    readonly export: boolean;
    readonly makeForms: boolean;
  };
  /** The board's own search, which areas and export take along. */
  readonly query: string;
}

/** Where the board leads, and what can be done with it as a whole. */
export function BoardActions({ may, query }: BoardActionsProps) {
  return (
    <>
      <ButtonLink to={`/posts/areas?${query}`}>按县和村查看</ButtonLink>
      {may.makeForms && (
        <ButtonLink to="/posts/forms" icon="print">
          名册和表单
        </ButtonLink>
      )}
      {may.export && (
        <ButtonLink to={`/posts/export?${query}`} icon="export">
          导出名册
        </ButtonLink>
      )}
      {may.import && (
        <ButtonLink to="/posts/import" icon="import">
          导入名册
        </ButtonLink>
      )}
      {may.write && (
        <ButtonLink to="/posts/appointments/new" variant="primary" icon="plus">
          登记拟聘
        </ButtonLink>
      )}
    </>
  );
}
