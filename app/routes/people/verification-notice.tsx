import { POVERTY_STATUS_LABELS } from "~/domain/people/poverty-status";
import type { SnapshotRef, Verification } from "~/domain/people/verification";
import { Notice } from "~/ui/display/notice";

/** What the registry in force today says. */
export function VerificationNotice({ verification }: { readonly verification: Verification }) {
  switch (verification.kind) {
    case "noSnapshot":
      return (
        <Notice kind="warning" title="尚无法查验">
          本县还没有导入过建档立卡数据，请由县经办人或州市人社监管导入。
        </Notice>
      );
    case "notRegistered":
      return (
        <Notice kind="warning" title="不在建档立卡数据中">
          {basis(verification.snapshot)}中没有这个人，不能按建档立卡人员申领补贴。
        </Notice>
      );
    case "registered": {
      const { category, liftedYear, snapshot } = verification;
      const label = category === null ? "未列明类别" : POVERTY_STATUS_LABELS[category];
      const year = liftedYear === null ? "" : `，${liftedYear} 年脱贫`;
      return (
        <Notice kind="success" title={`建档立卡：${label}${year}`}>
          依据 {basis(snapshot)}。
        </Notice>
      );
    }
  }
}

function basis({ exportedOn, isRetrospective }: SnapshotRef): string {
  return `${exportedOn} 导出的平台数据${isRetrospective ? "（事后导出）" : ""}`;
}
