/** The text whose SHA-256 stands for a number in the manifest. */
export function saltedText(
  salt: string,
  kind: "idNumber" | "phone" | "account",
  value: string,
): string {
  return `${salt}:${kind}:${value}`;
}

/** @throws on a number that is not whole, and on undefined: neither has one single writing */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(",")}}`;
  }
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new Error("not whole");
  if (value === undefined) throw new Error("not a value of JSON");
  return JSON.stringify(value);
}
