import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import { toPackState, type PackState } from "~/domain/rules/pack-state";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface PackRow {
  readonly id: string;
  readonly regionName: string;
  readonly name: string;
  readonly edition: string;
  readonly documentNumber: string;
  readonly state: PackState;
  readonly valueCount: number;
  readonly importedByName: string;
  readonly importedAt: string;
  readonly decidedByName: string | null;
}

/** The rule packs of the actor's areas and those above them, the latest first. */
export function listPacks(
  actor: Actor,
  { cursor, size }: { readonly cursor: KeyCursor; readonly size: number },
  on: string,
): Promise<KeyPage<PackRow>> {
  const { after, before } = cursor;
  const beyond = before === null ? after && { lt: after } : { gt: before };
  return inTransaction(narrowedTo(actor, "parameter.read", on), async (tx) => {
    const rows = await tx.rulePack.findMany({
      where: beyond === null || beyond === "" ? {} : { id: beyond },
      select: {
        ...{ id: true, regionCode: true, name: true, edition: true, documentNumber: true },
        ...{ state: true, importedByName: true, importedAt: true, decidedByName: true },
        content: true,
      },
      orderBy: { id: before === null ? "desc" : "asc" },
      take: size + 1,
    });
    const shown = rows.map(({ regionCode, content, state, importedAt, ...row }) => ({
      ...row,
      regionName: regionName(regionCode) ?? regionCode,
      state: toPackState(state),
      valueCount: valuesIn(content),
      importedAt: importedAt.toISOString(),
    }));
    return keyPage(shown, size, cursor, ({ id }) => id);
  });
}

function valuesIn(content: unknown): number {
  if (typeof content !== "object" || content === null || !("values" in content)) return 0;
  return Array.isArray(content.values) ? content.values.length : 0;
}
