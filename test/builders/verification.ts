import * as xlsx from "xlsx";
import type { Actor } from "~/domain/access/actor";
import type { VerificationEvent } from "~/domain/evidence/verification-event";
import { verifyBySnapshot } from "~/usecases/evidence/verify-by-snapshot.server";

/** One row of a platform's answer; what is not told is as the platform writes it for a lifted person. */
export interface PlatformRow {
  readonly name: string;
  readonly idCardNumber: string;
  readonly registered?: string;
  readonly category?: string;
  readonly verifiedOn?: string;
}

/** The platform's answer as a workbook, in the layout the import knows. */
export function platformResult(rows: readonly PlatformRow[]): Buffer {
  const head = ["序号", "姓名", "身份证号码", "是否建档立卡", "脱贫状态", "查验日期"];
  const cells = rows.map((row, at) => [
    String(at + 1),
    row.name,
    row.idCardNumber,
    row.registered ?? "是",
    row.category ?? (row.registered === "否" ? "" : "已脱贫"),
    row.verifiedOn ?? "",
  ]);
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([head, ...cells]), "查验结果");
  return xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
}

/** Both events of a class verified by the registry export on file. */
export async function verifyBothEvents(actor: Actor, classId: string, now: Date): Promise<void> {
  const events: readonly VerificationEvent[] = ["opening", "completion"];
  for (const event of events) {
    const outcome = await verifyBySnapshot(actor, { classId, event }, now);
    if (!outcome.ok) throw new Error(outcome.refusal.kind);
  }
}
