import { saveStoredFile, type ReceivedFile } from "~/data/files/file-store.server";
import {
  readDistrictList,
  type DistrictListRefusal,
} from "~/data/targets/district-list-file.server";
import { findLines, writeList } from "~/data/targets/reconciliation-line-store.server";
import { leaveReconciliationTrail } from "~/data/targets/reconciliation-signing-store.server";
import {
  addStep,
  changeContent,
  lockReconciliation,
} from "~/data/targets/reconciliation-store.server";
import type { Actor } from "~/domain/access/actor";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { mayForPair } from "~/domain/targets/reconciliation-access";
import { layOver } from "~/domain/targets/reconciliation-lists";
import {
  contentRefusal,
  type AskedReconciliation,
  type ContentRefusal,
} from "~/domain/targets/reconciliation-refusal";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ImportDistrictListRefusal = ContentRefusal | DistrictListRefusal;

/**
 * Takes the district's list in and lays it beside the county's, number by number: every row of it, or nothing. The
 * file is in the evidence store already; whoever stored it removes it when this is refused.
 */
export async function importDistrictList(
  actor: Actor,
  asked: AskedReconciliation,
  file: ReceivedFile,
  now: Date,
): Promise<Outcome<{ readonly figure: number }, ImportDistrictListRefusal>> {
  const today = dayInChina(now);
  const by = { actor, now };
  const people = await readDistrictList(file, today);
  return inTransaction(actor, async (tx) => {
    const one = await lockReconciliation(tx, actor, asked.id, today);
    if (one === null) return refused({ kind: "notFound" });
    if (!mayForPair(actor, "reconciliation.signDistrict", one, today)) {
      return refused({ kind: "forbidden" });
    }
    const obstacle = contentRefusal(one, asked.version);
    if (obstacle !== null) return refused(obstacle);
    if (!people.ok) return refused(people.refusal);
    const figure = people.value.length;
    const { countyCode } = one;
    await saveStoredFile(tx, file, { countyCode, purpose: "districtList", actor, now });
    const lines = await findLines(tx, one, "DISTRICT");
    await writeList(tx, one, "DISTRICT", layOver(lines, "DISTRICT", people.value));
    const change = { districtFigure: figure, districtFigureKind: "list", explanation: "" } as const;
    await changeContent(tx, one, change, by);
    await addStep(tx, one, { kind: "DISTRICT_LIST", figure, fileId: file.id }, by);
    await leaveReconciliationTrail(tx, one, "reconciliation.importList", by, {
      ...{ headcount: figure, before: one.districtFigure, sha256: file.sha256.toString("hex") },
    });
    return done({ figure });
  });
}
