import { Link } from "@remix-run/react";
import type { ComparedCopy } from "~/data/funds/copied-table-view.server";
import { Notice } from "~/ui/display/notice";

/** That the document's table stands already, and whether what was typed says the same. */
export function CopyNotice({ compared }: { readonly compared: ComparedCopy }) {
  const { tableId, title, isOfOther, differences } = compared;
  const table = (
    <Link to={`/allocations/${tableId}`} className="underline">
      {title}
    </Link>
  );
  if (isOfOther) {
    const found =
      differences.length === 0 ? "逐格相同" : `几乎相同，有 ${differences.length} 处不同`;
    return (
      <Notice kind="error" title={`与另一文件已录入的下达表${found}`} live>
        {table}
        。同一笔资金不能录入两次：请核对选的文件对不对（如文号相近的两个文件）。是抄错的，不同之处已在表中标出；确实是另一笔资金的，在“另行录入的理由”中写明，再保存。
      </Notice>
    );
  }
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
