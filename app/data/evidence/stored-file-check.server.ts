import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { FILE_PURPOSE_LABELS, type EvidenceProblem } from "~/domain/evidence/evidence-problem";
import { readStoredStream } from "~/platform/evidence-store.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { findLostFiles, placeOfFile } from "./stored-file-use.server";

interface StoredFile {
  readonly id: string;
  readonly countyCode: string;
  readonly purpose: string;
  readonly size: string;
  readonly sha256: Buffer;
}

const BATCH = 1_000;

/** Opens every stored file and compares it with its row. Answers how many, and what is wrong. */
export async function checkStoredFiles(
  owner: ClientBase,
): Promise<{ readonly count: number; readonly problems: readonly EvidenceProblem[] }> {
  const problems: EvidenceProblem[] = [];
  let count = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await filesAfter(owner, after);
    for (const file of rows) {
      const message = await faultOf(file);
      if (message !== null) problems.push(await problemOf(owner, file, message));
    }
    count += rows.length;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < BATCH) break;
  }
  for (const id of await findLostFiles(owner)) {
    const place = await placeOfFile(owner, id);
    problems.push({ table: "stored_file", row: id, place, message: "文件的登记不见了" });
  }
  return { count, problems };
}

async function filesAfter(owner: ClientBase, after: string): Promise<readonly StoredFile[]> {
  const { rows } = await owner.query<StoredFile>(
    `SELECT id, county_code AS "countyCode", purpose, size::text, sha256 FROM stored_file
     WHERE id > $1 ORDER BY id LIMIT $2`,
    [after, BATCH],
  );
  return rows;
}

/** In words, or null when the file is what its row says. */
async function faultOf(file: StoredFile): Promise<string | null> {
  const hash = createHash("sha256");
  let size = 0;
  try {
    for await (const part of readStoredStream(file.id)) {
      hash.update(part as Buffer);
      size += (part as Buffer).length;
    }
  } catch (error) {
    const isGone = error instanceof Error && "code" in error && error.code === "ENOENT";
    return isGone ? "文件不见了" : "文件打不开：内容被改动、截短或不是用本系统的密钥加密的";
  }
  const isSame = hash.digest().equals(file.sha256) && String(size) === file.size;
  return isSame ? null : "文件内容与登记的摘要（SHA-256）不符";
}

async function problemOf(
  owner: ClientBase,
  { id, purpose, countyCode }: StoredFile,
  message: string,
): Promise<EvidenceProblem> {
  const parts = [
    regionName(countyCode) ?? countyCode,
    await placeOfFile(owner, id),
    FILE_PURPOSE_LABELS[purpose] ?? purpose,
  ];
  const place = parts.filter((part) => part !== "").join(" ");
  return { table: "stored_file", row: id, place, message };
}
