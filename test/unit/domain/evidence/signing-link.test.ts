import { expect, test } from "vitest";
import { isTokenShaped, linkState, shortDevice } from "~/domain/evidence/signing-link";
import { signedDocument, signedStatement } from "~/domain/evidence/signed-document";
import { BUILT_IN_NOTICES } from "~/domain/evidence/built-in-notices";

const END = new Date("2020-06-15T02:20:00.000Z");
const link = { lineVersion: 2, expiresAt: END, usedAt: null, revokedAt: null };
const line = { version: 2, kind: "TRAINING", state: "draft" } as const;
const before = new Date(END.getTime() - 1);

test("[R02] a link is open until the moment it expires, and expired at it", () => {
  expect(linkState(link, line, before)).toBe("open");
  expect(linkState(link, line, END)).toBe("expired");
});

test("[R02] used, revoked, outdated or sealed, a link is over", () => {
  expect(linkState({ ...link, usedAt: before }, line, before)).toBe("used");
  expect(linkState({ ...link, revokedAt: before }, line, before)).toBe("revoked");
  expect(linkState(link, { ...line, version: 3 }, before)).toBe("outdated");
  expect(linkState(link, null, before)).toBe("outdated");
  expect(linkState(link, { ...line, state: "sealed" }, before)).toBe("closed");
  expect(linkState(link, { ...line, state: "accepted" }, before)).toBe("open");
  const wages = { ...line, kind: "WAGES" } as const;
  expect(linkState(link, { ...wages, state: "accepted" }, before)).toBe("open");
  expect(linkState(link, { ...wages, state: "returned" }, before)).toBe("closed");
  expect(linkState(link, { ...wages, state: "sealed" }, before)).toBe("closed");
});

test("a token is 43 characters of base64url and nothing else", () => {
  expect(isTokenShaped("aZ09_-".padEnd(43, "x"))).toBe(true);
  for (const text of ["", "x".repeat(42), "x".repeat(44), "x".repeat(42) + "/"]) {
    expect(isTokenShaped(text)).toBe(false);
  }
});

test("a device is named in two words, without what would single it out", () => {
  const wechat = "Mozilla/5.0 (Linux; Android 10; VOG-AL00 Build/X) MicroMessenger/7.0.15";
  expect(shortDevice(wechat)).toBe("安卓 · 微信");
  expect(shortDevice("Mozilla/5.0 (iPhone; CPU iPhone OS 13_5) Version/13.1 Safari/604.1")).toBe(
    "iPhone · Safari",
  );
  expect(shortDevice("")).toBe("未识别");
});

test("what is signed contains the notices, the person's facts as shown and the statement", () => {
  const facts = {
    kind: "TRAINING" as const,
    ...{ name: "杨木犀", sex: "女", idMasked: "532323********0079", phoneMasked: "139****0000" },
    ...{
      className: "电工（第1期）",
      startsOn: "2020-06-01",
      endsOn: "2020-06-15",
      countyName: "牟定县",
    },
  };
  const text = signedDocument(facts, BUILT_IN_NOTICES);
  for (const part of ["532323********0079", "电工（第1期）", signedStatement(facts), "保存多久"]) {
    expect(text).toContain(part);
  }
  expect(signedDocument({ ...facts, name: "杨山茶" }, BUILT_IN_NOTICES)).not.toBe(text);
});
