import { Link } from "@remix-run/react";
import { Notice } from "~/ui/display/notice";

interface ClassWritingNoticeProps {
  readonly head: {
    readonly id: string;
    readonly isSealed: boolean;
    readonly completedOn: string | null;
    readonly roster: { readonly id: string } | null;
  };
}

/** Why the forms of the page are gone: the class is sealed, or completed. */
export function ClassWritingNotice({ head }: ClassWritingNoticeProps) {
  if (head.isSealed) {
    return (
      <Notice kind="info">
        本班花名册已封存，本页内容不能再改；需要更正的，在花名册的
        {head.roster === null ? (
          "“封存后更正”"
        ) : (
          <Link to={`/rosters/${head.roster.id}/amendments`} className="underline">
            封存后更正
          </Link>
        )}
        办理。
      </Notice>
    );
  }
  if (head.completedOn === null) return null;
  return (
    <Notice kind="info">
      本班已于 {head.completedOn} 结业，课程、考勤和结果不能再改；需要更正的，先在
      <Link to={`/classes/${head.id}/completion`} className="underline">
        结业
      </Link>
      页撤回结业。
    </Notice>
  );
}
