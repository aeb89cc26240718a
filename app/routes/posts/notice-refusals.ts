import { forbidden, notFound } from "~/platform/http/not-found.server";
import type { CloseNoticeRefusal } from "~/usecases/posts/close-notice.server";
import type { ConfirmRefusal } from "~/usecases/posts/confirm-appointments.server";
import type { ObjectionRefusal } from "~/usecases/posts/record-objection.server";
import type { SettleObjectionRefusal } from "~/usecases/posts/settle-objection.server";
import type { NoticeProofRefusal } from "~/usecases/posts/notice-proof.server";

export type NoticeRefusal =
  | CloseNoticeRefusal
  | ConfirmRefusal
  | NoticeProofRefusal
  | ObjectionRefusal
  | SettleObjectionRefusal;

/** What the page of a notice says of it. */
export function explainNotice(refusal: NoticeRefusal): [Record<string, string>, number] {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "changedByOthers":
      return [{ form: "别人刚刚办过这个公示，请重新载入本页，核对后再办" }, 409];
    case "notOpen":
      return [{ form: "公示已结束或已撤回" }, 409];
    case "withdrawn":
      return [{ form: "公示已撤回，不能再办" }, 409];
    case "notOver":
      return [{ form: `公示到 ${refusal.toOn} 为止，次日起才能结束` }, 409];
    case "unproved":
      return [{ form: "这是补录的公示，请先上传公示照片或扫描件，才能结束" }, 409];
    case "hasProof":
      return [{ file: "已上传过公示照片，不能替换" }, 409];
    case "wrongFile":
      return [{ file: "只收 JPG、PNG 照片或 PDF 扫描件" }, 422];
    case "ownMatter":
      return [{ form: "此人由您登记或公示由您发布，异议须由其他审核人处理" }, 403];
    case "objectionOpen":
      return [{ form: "还有异议没有处理，处理完才能结束公示" }, 409];
    case "wholeUpheld":
      return [{ form: "对整个公示的异议成立，请撤回公示，改正后重新发布" }, 409];
    case "someConfirmed":
      return [{ form: `已有 ${refusal.people} 人确认聘用，公示不能撤回` }, 409];
    case "notOfNotice":
      return [{ appointmentId: "请从本公示的人员中选择" }, 422];
    case "isConfirmed":
      return [{ appointmentId: "此人已确认聘用；反映属实的，按解除聘用办理退岗" }, 409];
    case "decided":
      return [{ form: "这条异议已按这个结果处理，请重新载入本页" }, 409];
    case "receivedWhen":
      return [{ receivedOn: `收到日期应在 ${refusal.fromOn} 公示以后、今天以前` }, 422];
    case "nobody":
      return [{ form: "请在人员表中选择要确认的人" }, 422];
  }
}
