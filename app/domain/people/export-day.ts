import { done, refused, type Outcome } from "../shared/outcome";
import type { RegistryIntake } from "./registry-intake";

/** What is known once every row of an export has been read. */
export type ReadExport = Pick<
  RegistryIntake,
  "exportedOn" | "entryCount" | "refusedCount" | "refusals"
>;

/**
 * The day (`YYYY-MM-DD`) a read export is dated with: the file's own 导出时间 decides, and what was
 * entered (empty: nothing) must not contradict it. Refused, with the sentence for the officer, when
 * no row was taken, no day is known, the days differ, or the file's day lies after `today`.
 */
export function exportDay(
  read: ReadExport,
  entered: string,
  today: string,
): Outcome<string, { readonly message: string }> {
  const { exportedOn, entryCount } = read;
  if (entryCount === 0) return refused({ message: nobodyTaken(read) });
  if (exportedOn === "" && entered === "") {
    return refused({
      message: "文件里没有可认的“导出时间”。请重新上传，并填写从平台导出的日期。",
    });
  }
  if (exportedOn > today) {
    const message = `文件里的导出时间 ${exportedOn} 晚于今天。请核对文件后重新上传。`;
    return refused({ message });
  }
  if (exportedOn !== "" && entered !== "" && exportedOn !== entered) {
    return refused({
      message: `填写的导出日期是 ${entered}，文件里的导出时间是 ${exportedOn}。请核对后重新上传；不填日期则以文件为准。`,
    });
  }
  return done(exportedOn === "" ? entered : exportedOn);
}

function nobodyTaken({ refusals, refusedCount }: ReadExport): string {
  const first = refusals[0];
  if (first === undefined) return "文件里没有人员数据。请确认导出时已选定地区，重新导出后再上传。";
  return `${refusedCount} 行全部有误，没有可导入的人员。第 ${first.sheetRow} 行：${first.message}`;
}
