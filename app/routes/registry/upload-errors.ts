import { chinaMinute } from "~/ui/frame/frame-data";
import type { UploadRefusal } from "~/usecases/registry/upload-registry.server";

/** A refused upload in the words of the form, by field. */
export function errorsOf(refusal: UploadRefusal): Record<string, string> {
  switch (refusal.kind) {
    case "forbidden":
      return { regionCode: "您没有为这个地区导入建档立卡数据的权限" };
    case "future":
      return { exportedOn: "导出日期晚于今天，请核对" };
    case "empty":
      return { file: "文件是空的。请从平台重新导出后再上传" };
    case "sameFile": {
      const { importedAt, operatorName, state } = refusal.earlier;
      const when = `${chinaMinute(importedAt.toISOString())} 由${operatorName}`;
      const what = state === "ready" ? "导入，不必重复导入" : "上传，正在导入";
      return { file: `同一份文件已于 ${when}${what}` };
    }
  }
}
