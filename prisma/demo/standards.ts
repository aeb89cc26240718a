import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Actor } from "~/domain/access/actor";
import { readPack } from "~/domain/rules/pack";
import { day } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { importPack } from "~/usecases/rules/import-pack.server";
import { signOffPack } from "~/usecases/rules/decide-pack.server";
import { received } from "#test/db/rosters/support";
import { kept, morning } from "./hands";

/** In force since 2020; then one that asks for more and pays more, laid before the office to be tried and signed off. */
const FILES = [
  { name: "rule-pack-2020.json", importedOn: day("2020-04-27"), signedOffOn: day("2020-04-28") },
  { name: "rule-pack-2021.json", importedOn: day("2020-12-01"), signedOffOn: null },
] as const;

/** Made-up local standards of the prefecture, each named a demonstration. Nothing is done twice by a later start. */
export async function bringStandards(bureau: Actor, office: Actor): Promise<void> {
  for (const { name, importedOn, signedOffOn } of FILES) {
    const bytes = await readFile(path.resolve("prisma/demo", name));
    const read = readPack(bytes.toString("utf8"));
    if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.problems)}`);
    const { edition } = read.pack;
    const known = await inTransaction(bureau, (tx) => tx.rulePack.count({ where: { edition } }));
    if (known > 0) continue;
    const file = await received(bytes, name);
    const packId = kept(await importPack(bureau, file.id, morning(importedOn)));
    if (signedOffOn === null) continue;
    kept(await signOffPack(office, { packId, version: 1 }, morning(signedOffOn)));
  }
}
