import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { idCardIndex } from "~/platform/crypto/blind-index.server";
import { sealText } from "~/platform/crypto/field-cipher.server";
import type { KeyRing } from "~/platform/crypto/key-ring.server";
import { newId } from "~/platform/id.server";
import { pinyinInitials } from "~/platform/pinyin.server";
import { person } from "./big-roster";

/** A ready snapshot of the prefecture with the first `count` people of the bench. */
export async function fillRegistry(owner: Client, ring: KeyRing, count: number): Promise<void> {
  const id = newId();
  await owner.query(
    `INSERT INTO registry_snapshot (id, region_code, exported_on, file_id, file_name, file_sha256,
       operator_id, operator_name, state, entry_count, imported_at)
     VALUES ($1, '532300', '2020-05-20', $1, 'bench.xlsx', '\\x00', $1, 'bench', 'ready', $2, now())`,
    [id, count],
  );
  const into = owner.query(
    copyFrom(`COPY registry_entry (snapshot_id, id_index, county_code, id_sealed, name,
      pinyin_initials, household_no, household_head, relation_to_head, ethnicity, household_kind,
      category, township, village, sheet_row) FROM STDIN`),
  );
  await pipeline(Readable.from(lines(id, ring, count)), into);
  await owner.query("ANALYZE registry_entry");
}

function* lines(id: string, ring: KeyRing, count: number): Generator<string> {
  for (let n = 0; n < count; n += 1) {
    const { name, idCardNumber } = person(n);
    const index = idCardIndex(ring, idCardNumber).toString("hex");
    const sealed = sealText(ring, idCardNumber, `idNumber:${index}`).toString("hex");
    const texts = [
      "532324",
      `\\\\x${sealed}`,
      name,
      pinyinInitials(name),
      "1",
      name,
      "户主",
      "彝族",
    ];
    yield [id, `\\\\x${index}`, ...texts, "一般农户", "LIFTED", "", "", n + 2].join("\t") + "\n";
  }
}
