import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { DecryptionFailed } from "~/platform/crypto/cipher-suite.server";
import { openText, sealText } from "~/platform/crypto/field-cipher.server";
import {
  assertKeysMatch,
  KeyRingProblem,
  loadKeyRing,
  saveKeyRing,
} from "~/platform/crypto/key-ring-file.server";
import { createKeyRing, KeyRing } from "~/platform/crypto/key-ring.server";
import { addKey, needsRotation, retireKey } from "~/platform/crypto/key-rotation.server";
import { selfTest } from "~/platform/crypto/self-test.server";

const newFile = () => path.join(mkdtempSync(path.join(tmpdir(), "keys-")), "inner", "keys.json");
const base64 = (ring: KeyRing) => Buffer.from(JSON.stringify(ring.toDocument())).toString("base64");
const secretsOf = (ring: KeyRing) => {
  const { keys, index } = ring.toDocument();
  return [...Object.values(keys).map((key) => key.secret), index.secret];
};

describe("the key file", () => {
  it("is made at the first start for its owner alone, and leaves nothing beside it", () => {
    const file = newFile();
    loadKeyRing({ path: file });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(path.dirname(file))).toEqual(["keys.json"]);
  });

  it("gives the same keys at the second start", () => {
    const file = newFile();
    const sealed = sealText(loadKeyRing({ path: file }), "张敏", "c");
    expect(openText(loadKeyRing({ path: file }), sealed, "c")).toBe("张敏");
  });

  it("differs between two installations", () => {
    const [one, other] = [loadKeyRing({ path: newFile() }), loadKeyRing({ path: newFile() })];
    expect(one.checkValues()).not.toEqual(other.checkValues());
  });

  it("keeps its algorithms when the setting changes later", () => {
    const file = newFile();
    expect(loadKeyRing({ path: file, profile: "gm" }).currentKey().profile).toBe("gm");
    expect(loadKeyRing({ path: file, profile: "intl" }).currentKey().profile).toBe("gm");
  });

  it("is replaced whole when it is saved", () => {
    const file = newFile();
    const rotated = addKey(loadKeyRing({ path: file }));
    saveKeyRing(file, rotated);
    expect(loadKeyRing({ path: file }).toDocument()).toEqual(rotated.toDocument());
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(path.dirname(file))).toEqual(["keys.json"]);
  });
});

describe("a key file that cannot be trusted", () => {
  it.each([0o640, 0o604, 0o660])("is refused with rights %o", (mode) => {
    const file = newFile();
    loadKeyRing({ path: file });
    chmodSync(file, mode);
    expect(() => loadKeyRing({ path: file })).toThrow(/权限为 \d{3}.*chmod 600/);
  });

  it.each(["", "{}", "not json", '{"current":"k1","keys":{},"index":{}}'])(
    "is refused when it holds %j, and is left as it is",
    (content) => {
      const file = newFile();
      loadKeyRing({ path: file });
      writeFileSync(file, content);
      expect(() => loadKeyRing({ path: file })).toThrow(KeyRingProblem);
      expect(readFileSync(file, "utf8")).toBe(content);
    },
  );

  it("never quotes a secret when it is damaged", () => {
    const file = newFile();
    const ring = loadKeyRing({ path: file });
    writeFileSync(file, readFileSync(file, "utf8").slice(0, -4));
    try {
      loadKeyRing({ path: file });
      expect.unreachable();
    } catch (error) {
      for (const secret of secretsOf(ring)) expect(inspect(error)).not.toContain(secret);
    }
  });

  it("is not made anew when the database already holds sealed data", () => {
    const file = newFile();
    expect(() => loadKeyRing({ path: file, mayCreate: false })).toThrow(/找不到密钥文件/);
    expect(() => statSync(file)).toThrow();
  });
});

describe("keys from the environment", () => {
  it("are used instead of a file", () => {
    const ring = createKeyRing("gm");
    const file = newFile();
    const loaded = loadKeyRing({ path: file, env: base64(ring) });
    expect(loaded.toDocument()).toEqual(ring.toDocument());
    expect(() => statSync(file)).toThrow();
  });

  it.each(["", "%%%", base64(createKeyRing("intl")).slice(8)])("are refused as %j", (env) => {
    expect(() => loadKeyRing({ path: newFile(), env })).toThrow(/环境变量 KEY_RING/);
  });
});

describe("a wrong or lost key refuses to start", () => {
  const ring = createKeyRing("intl");

  it("accepts the same keys, a new key, and an empty record", () => {
    assertKeysMatch(ring, {});
    assertKeysMatch(ring, ring.checkValues());
    assertKeysMatch(addKey(ring), ring.checkValues());
  });

  it("refuses another ring and names the keys", () => {
    expect(() => assertKeysMatch(createKeyRing("intl"), ring.checkValues())).toThrow(/index、k1/);
  });

  it("refuses a ring that has lost an older key", () => {
    const recorded = addKey(ring).checkValues();
    expect(() => assertKeysMatch(ring, recorded)).toThrow(/k2/);
  });

  it("records nothing of the secrets", () => {
    for (const value of Object.values(ring.checkValues())) expect(value).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe("rotation", () => {
  const before = createKeyRing("intl");
  const old = sealText(before, "13800138000", "person.phone");

  it.each(["intl", "gm"] as const)(
    "seals with the new %s key and still opens the old",
    (profile) => {
      const after = addKey(before, profile);
      expect(after.current).toBe("k2");
      expect(openText(after, old, "person.phone")).toBe("13800138000");
      const sealed = sealText(after, "13800138000", "person.phone");
      expect(openText(after, sealed, "person.phone")).toBe("13800138000");
      expect([needsRotation(old, after), needsRotation(sealed, after)]).toEqual([true, false]);
      expect(() => openText(before, sealed, "person.phone")).toThrow(DecryptionFailed);
    },
  );

  it("retires an older key, after which its seals no longer open", () => {
    const after = retireKey(addKey(before), "k1");
    expect(() => openText(after, old, "person.phone")).toThrow(DecryptionFailed);
    expect(addKey(after).current).toBe("k3");
  });

  it("never retires the current key or one it has not", () => {
    expect(() => retireKey(before, "k1")).toThrow(RangeError);
    expect(() => retireKey(before, "k9")).toThrow(RangeError);
  });

  it("counts bytes too short for a header as sealed with no key of ours", () => {
    expect(needsRotation(Buffer.from([1, 1, 0]), before)).toBe(true);
  });
});

describe("secrets stay inside", () => {
  it("shows none in a log or in JSON", () => {
    const ring = createKeyRing("intl");
    const shown = `${inspect(ring, { depth: 9 })} ${JSON.stringify({ ring })}`;
    for (const secret of secretsOf(ring)) expect(shown).not.toContain(secret);
  });

  it.each([
    ["a secret of 31 bytes", Buffer.alloc(31).toString("base64")],
    ["a secret that is not base64", "秘密".repeat(16)],
  ])("refuses %s", (_what, secret) => {
    const key = { profile: "intl", secret };
    expect(() => new KeyRing({ current: "k1", keys: { k1: key }, index: key })).toThrow();
  });
});

it.each(["intl", "gm"] as const)("the %s algorithms answer the published vectors", (profile) => {
  expect(() => selfTest(profile)).not.toThrow();
});
