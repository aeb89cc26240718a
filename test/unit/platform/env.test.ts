import path from "node:path";
import { describe, expect, test } from "vitest";
import { readEnv } from "~/platform/env.server";

describe("environment", () => {
  test("has defaults that start the demonstration on this machine alone", () => {
    expect(readEnv({ PORT: "", DATABASE_URL: "" })).toEqual({
      DATA_DIR: path.resolve(".data"),
      PORT: 3000,
      HOST: "127.0.0.1",
      TRUST_PROXY: false,
      DEMO: true,
      CRYPTO_PROFILE: "intl",
    });
  });

  test.each([
    ["PORT", "65536"],
    ["PORT", "3000x"],
    ["DEMO", "yes"],
    ["TRUST_PROXY", "2"],
    ["CRYPTO_PROFILE", "sm"],
    ["PUBLIC_URL", "ftp://bureau.example"],
    ["DATABASE_URL", "mysql://root:secret@db/x"],
  ])("names %s when it is %s, and keeps the value to itself", (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`  ${name}：`));
    expect(() => readEnv({ [name]: value })).not.toThrow(value);
  });

  test("names every wrong variable at once", () => {
    expect(() => readEnv({ PORT: "x", DEMO: "x" })).toThrow(/PORT：[^]*DEMO：/);
  });

  test("refuses an application login without the database that it belongs to", () => {
    const login = "postgresql://labour_app:p@db/labour";
    expect(() => readEnv({ APP_DATABASE_URL: login })).toThrow(/APP_DATABASE_URL：/);
    expect(readEnv({ APP_DATABASE_URL: login, DATABASE_URL: login }).APP_DATABASE_URL).toBe(login);
  });

  test("accepts the highest port and the national algorithms", () => {
    const env = readEnv({ PORT: "65535", CRYPTO_PROFILE: "gm", DEMO: "0", TRUST_PROXY: "1" });
    expect(env).toMatchObject({
      PORT: 65535,
      CRYPTO_PROFILE: "gm",
      DEMO: false,
      TRUST_PROXY: true,
    });
  });
});
