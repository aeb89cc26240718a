import { Link } from "@remix-run/react";
import type { ComparedCopy } from "~/data/funds/copied-table-view.server";
import { Notice } from "~/ui/display/notice";

/** That the document's table stands already, and whether what was typed says the same. */
export function CopyNotice({ compared }: { readonly compared: ComparedCopy }) {
  const { tableId, title, differences } = compared;
  const table = (
    <Link to={`/allocations/${tableId}`} className="underline">
      {title}
    </Link>
  );
  if (differences.length === 0) {
    return (
      <Notice kind="success" title="与已录入的下达表逐格相同" live>
        这个文件的下达表已经录入（{table}），不用再录。
      </Notice>
    );
  }
  return (
    <Notice kind="error" title={`与已录入的下达表有 ${differences.length} 处不同`} live>
      这个文件的下达表已经录入（{table}），逐格比对的不同之处列在上面，并在表中标出；不能重复录入。
    </Notice>
  );
}
