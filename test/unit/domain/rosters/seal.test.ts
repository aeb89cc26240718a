import { describe, expect, test } from "vitest";
import { canonicalJson, saltedText } from "~/domain/rosters/seal-text";
import {
  groupedCode,
  groupedDigest,
  readDigest,
  readSealCode,
  sealCodeOf,
} from "~/domain/rosters/seal-code";
import { maySealOthersWork } from "~/domain/rosters/seal-refusal";

describe("canonical JSON", () => {
  test("[R06] keys by code unit, no space, whatever order they were written in", () => {
    const value = { b: [1, null, true], a: { 乙: '“引号"', 甲: "换\n行" }, A: "" };
    expect(canonicalJson(value)).toBe(
      '{"A":"","a":{"乙":"“引号\\"","甲":"换\\n行"},"b":[1,null,true]}',
    );
  });

  test.each([[0.5], [Number.MAX_SAFE_INTEGER + 1], [{ a: undefined }]])(
    "refuses %j, which has more than one writing",
    (value) => {
      expect(() => canonicalJson(value)).toThrow();
    },
  );

  test("the text behind a salted number names what it is", () => {
    expect(saltedText("ab", "phone", "138")).toBe("ab:phone:138");
  });
});

describe("the printed code", () => {
  const code = sealCodeOf(Uint8Array.from({ length: 20 }, (_, index) => index + 12));

  test("has 100 bits and is read back as people write it", () => {
    expect(code).toBe("CDEFGHJKMNPQRSTVWXYZ");
    expect(groupedCode(code)).toBe("CDEFG-HJKMN-PQRST-VWXYZ");
    expect(readSealCode(" cdefg hjkmn－pqrst-vwxyz ".replace("－", "-"))).toBe(code);
    expect(readSealCode("OIL00-11111-22222-33333")).toBe("01100111112222233333");
  });

  test.each(["", "CDEFG-HJKMN-PQRST-VWXY", "CDEFG-HJKMN-PQRST-VWXYZ-0", "CDEFG-HJKMN-PQRST-VWXYU"])(
    "%s is none",
    (typed) => {
      expect(readSealCode(typed)).toBeNull();
    },
  );

  test("a digest is read back from its groups; one character more or less is none", () => {
    const digest = "0123456789abcdef".repeat(4);
    expect(groupedDigest(digest)).toHaveLength(8);
    expect(readDigest(groupedDigest(digest).join(" "))).toBe(digest);
    expect(readDigest(digest.slice(1))).toBeNull();
    expect(readDigest(`${digest}0`)).toBeNull();
  });
});

test.each([
  ["who submitted", { submittedBy: "me" }, false],
  ["who entered", { enteredBy: ["x", "me"] }, false],
  ["who recorded a proof or result", { recordedBy: ["me"] }, false],
  ["who completed the class", { completedBy: "me" }, false],
  ["who did none of it", {}, true],
])("[R07] %s: may seal %o", (_, hand, expected) => {
  const others = { submittedBy: "a", completedBy: "a", enteredBy: ["b"], recordedBy: ["c"] };
  expect(maySealOthersWork("me", { ...others, ...hand })).toBe(expected);
});
