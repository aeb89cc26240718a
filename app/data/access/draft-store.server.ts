import { z } from "zod";
import { openText, sealText } from "~/platform/crypto/field-cipher.server";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import { platform } from "~/platform/platform.server";
import type { Tx } from "~/platform/prisma/client.server";

/** What was typed into a form when its session was found expired. */
export interface FormDraft {
  readonly id: string;
  /** Path and search of the page the form stands on. */
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly savedAt: Date;
}

const DRAFT_LIFE_MS = 12 * 60 * 60_000;
const fieldsSchema = z.record(z.string(), z.string());

/** Seals the fields for the user; drafts of anybody past their time are swept out on the way. */
export async function saveDraft(
  tx: Tx,
  draft: { userId: string; path: string; fields: FormDraft["fields"]; savedAt: Date },
): Promise<string> {
  const id = newId();
  const tooOld = new Date(draft.savedAt.getTime() - DRAFT_LIFE_MS);
  await tx.formDraft.deleteMany({ where: { savedAt: { lt: tooOld } } });
  const sealed = sealText(platform().keyRing, JSON.stringify(draft.fields), contextOf(id));
  await tx.formDraft.create({
    data: {
      id,
      userId: draft.userId,
      path: draft.path,
      fieldsSealed: new Uint8Array(sealed),
      savedAt: draft.savedAt,
    },
  });
  return id;
}

/** The user's own draft, or null: another user's is not found, nor one past its time. */
export async function findDraft(
  tx: Tx,
  userId: string,
  id: string,
  now: Date,
): Promise<FormDraft | null> {
  if (!isUuid(id)) return null;
  const savedAfter = new Date(now.getTime() - DRAFT_LIFE_MS);
  const row = await tx.formDraft.findFirst({ where: { id, userId, savedAt: { gte: savedAfter } } });
  if (row === null) return null;
  const opened = openText(platform().keyRing, row.fieldsSealed, contextOf(id));
  const fields = fieldsSchema.parse(JSON.parse(opened));
  return { id, path: row.path, fields, savedAt: row.savedAt };
}

export async function deleteDraft(tx: Tx, userId: string, id: string): Promise<void> {
  if (isUuid(id)) await tx.formDraft.deleteMany({ where: { id, userId } });
}

function contextOf(id: string): string {
  return `draft:${id}`;
}
