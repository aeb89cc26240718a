/** Base-32 of Crockford: no I, L, O, U, which are misread on paper. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH = 20;

/** Twenty characters, 100 bits, out of twenty random bytes (the low five bits of each). @throws on another count */
export function sealCodeOf(random: Uint8Array): string {
  if (random.length !== CODE_LENGTH) throw new Error("twenty bytes");
  return Array.from(random, (byte) => ALPHABET.charAt(byte & 31)).join("");
}

/** ABCDE-12345-… as it is printed. */
export function groupedCode(code: string): string {
  return inGroups(code, 5).join("-");
}

/** Eight groups of eight hexadecimal characters, read aloud or compared by eye. */
export function groupedDigest(digest: string): readonly string[] {
  return inGroups(digest.toUpperCase(), 8);
}

/** A code as somebody typed it off the paper; null when it cannot be one. */
export function readSealCode(typed: string): string | null {
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s-]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  const isCode = code.length === CODE_LENGTH && [...code].every((one) => ALPHABET.includes(one));
  return isCode ? code : null;
}

/** A digest as it was typed or scanned, in lower case; null when it cannot be one. */
export function readDigest(typed: string): string | null {
  const digest = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s-]/g, "")
    .replace(/o/g, "0")
    .replace(/[il]/g, "1");
  return /^[0-9a-f]{64}$/.test(digest) ? digest : null;
}

function inGroups(text: string, size: number): readonly string[] {
  return text.match(new RegExp(`.{1,${size}}`, "g")) ?? [];
}
