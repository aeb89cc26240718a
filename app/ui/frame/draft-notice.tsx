import { Notice } from "../display/notice";
import type { Draft } from "../forms/form-feedback";
import { chinaMinute } from "./frame-data";

/** Says that the form below holds what an expired session interrupted. */
export function DraftNotice({ draft }: { readonly draft: Draft | null }) {
  if (draft === null) return null;
  return (
    <Notice kind="info" title="已恢复登录超时前填写的内容">
      自动保存于 {chinaMinute(draft.savedAt)}。请核对后重新提交；密码和所选文件需要重新填写。
    </Notice>
  );
}
