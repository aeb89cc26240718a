import { createHash } from "node:crypto";
import { RULES } from "~/domain/rules/catalogue";

let digest: string | null = null;

/** Which rules this edition of the product asks, by their ids and texts: SHA-256, hexadecimal. */
export function rulesDigest(): string {
  if (digest !== null) return digest;
  const texts = RULES.map(({ id, title, citation, effective, severity, kinds, parameters }) => ({
    ...{ id, title, citation, effective, severity, kinds, parameters },
  }));
  digest = createHash("sha256").update(JSON.stringify(texts)).digest("hex");
  return digest;
}
