import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DecryptionFailed } from "~/platform/crypto/cipher-suite.server";
import { openText, sealText } from "~/platform/crypto/field-cipher.server";
import { createKeyRing } from "~/platform/crypto/key-ring.server";

const ID_NUMBER = "11010519491231002X";
const CONTEXT = "person.idCardNumber";

describe.each(["intl", "gm"] as const)("sealed fields with the %s algorithms", (profile) => {
  const ring = createKeyRing(profile);
  const sealed = sealText(ring, ID_NUMBER, CONTEXT);

  it("come back as they were, whatever the text and the context", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (text, ctx) => {
        expect(openText(ring, sealText(ring, text, ctx), ctx)).toBe(text);
      }),
    );
  });

  it("open from a Uint8Array that is a view into a larger buffer, as a driver hands them over", () => {
    const larger = new Uint8Array(sealed.length + 20);
    larger.set(sealed, 10);
    expect(openText(ring, larger.subarray(10, 10 + sealed.length), CONTEXT)).toBe(ID_NUMBER);
  });

  it("do not open after any single bit is changed", () => {
    for (let at = 0; at < sealed.length; at += 1) {
      for (const bit of [1, 128]) {
        const changed = Buffer.from(sealed);
        changed[at] = (changed[at] ?? 0) ^ bit;
        expect(() => openText(ring, changed, CONTEXT)).toThrow(DecryptionFailed);
      }
    }
  });

  it("do not open when cut short anywhere, or lengthened", () => {
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => openText(ring, sealed.subarray(0, length), CONTEXT)).toThrow(DecryptionFailed);
    }
    const longer = Buffer.concat([sealed, Buffer.from([0])]);
    expect(() => openText(ring, longer, CONTEXT)).toThrow(DecryptionFailed);
  });

  it.each(["", "person.phone", "person.idCardNumbe", "person.idCardNumber "])(
    "do not open under the context %j",
    (context) => {
      expect(() => openText(ring, sealed, context)).toThrow(DecryptionFailed);
    },
  );

  it("do not open with another installation's key of the same name", () => {
    expect(() => openText(createKeyRing(profile), sealed, CONTEXT)).toThrow(DecryptionFailed);
  });

  it("differ each time and do not contain the text", () => {
    const seals = Array.from({ length: 2_000 }, () => sealText(ring, ID_NUMBER, CONTEXT));
    expect(new Set(seals.map((seal) => seal.toString("hex"))).size).toBe(2_000);
    expect(sealed.includes(ID_NUMBER.slice(0, 6))).toBe(false);
  });

  it("are refused without a word of the content", () => {
    const failure = () => openText(ring, sealed, "another");
    expect(failure).toThrow("数据无法解密：密钥不符，或内容已被改动");
  });
});

it("takes 32 bytes more than the text with AES-GCM and 52 with SM4", () => {
  const overhead = (profile: "intl" | "gm") =>
    sealText(createKeyRing(profile), ID_NUMBER, CONTEXT).length - ID_NUMBER.length;
  expect([overhead("intl"), overhead("gm")]).toEqual([32, 52]);
});
