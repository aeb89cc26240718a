import { describe, expect, it } from "vitest";
import { bankCardIndex, idCardIndex, phoneIndex } from "~/platform/crypto/blind-index.server";
import { createKeyRing } from "~/platform/crypto/key-ring.server";
import { addKey, retireKey } from "~/platform/crypto/key-rotation.server";

const DIGITS = "13800138000";

describe.each(["intl", "gm"] as const)("blind indexes with the %s algorithms", (profile) => {
  const ring = createKeyRing(profile);
  const indexes = [idCardIndex, phoneIndex, bankCardIndex];

  it("are 32 bytes and the same each time", () => {
    for (const index of indexes) {
      expect(index(ring, DIGITS)).toHaveLength(32);
      expect(index(ring, DIGITS)).toEqual(index(ring, DIGITS));
    }
  });

  it("differ by kind of number, by number, and by installation", () => {
    const hex = indexes.map((index) => index(ring, DIGITS).toString("hex"));
    expect(new Set(hex).size).toBe(3);
    expect(phoneIndex(ring, DIGITS)).not.toEqual(phoneIndex(ring, "13800138001"));
    expect(phoneIndex(ring, DIGITS)).not.toEqual(phoneIndex(createKeyRing(profile), DIGITS));
  });

  it("stay the same when keys rotate, even to the other algorithms", () => {
    const rotated = retireKey(addKey(ring, profile === "gm" ? "intl" : "gm"), "k1");
    expect(idCardIndex(rotated, DIGITS)).toEqual(idCardIndex(ring, DIGITS));
  });
});
