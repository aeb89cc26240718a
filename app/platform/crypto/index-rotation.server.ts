import { randomBytes } from "node:crypto";
import { existsSync, renameSync, rmSync } from "node:fs";
import { loadKeyRing, saveKeyRing } from "~/platform/crypto/key-ring-file.server";
import { KeyRing } from "~/platform/crypto/key-ring.server";

/** The ring with a new secret for blind indexes; every index of the database must then be computed anew. */
export function withNewIndexSecret(ring: KeyRing): KeyRing {
  const document = ring.toDocument();
  const secret = randomBytes(32).toString("base64");
  return new KeyRing({ ...document, index: { ...document.index, secret } });
}

/** Keeps the next ring beside the key file while the database changes over to it. */
export function saveRingAside(file: string, ring: KeyRing): void {
  saveKeyRing(asideOf(file), ring);
}

export function putRingInPlace(file: string): void {
  renameSync(asideOf(file), file);
}

/**
 * Settles what a killed run left: the ring kept aside takes its place when the database has changed
 * over to it (`recorded` are the database's check values), and is thrown away when it has not.
 */
export function settleRingAside(file: string, recorded: Readonly<Record<string, string>>): void {
  const aside = asideOf(file);
  if (!existsSync(aside)) return;
  const { index } = loadKeyRing({ path: aside, mayCreate: false }).checkValues();
  if (index === recorded["index"]) renameSync(aside, file);
  else rmSync(aside);
}

function asideOf(file: string): string {
  return `${file}.next`;
}
