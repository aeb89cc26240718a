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
      EVIDENCE_S3_REGION: "us-east-1",
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

  test("takes a storage service whole or not at all, and names what is missing", () => {
    const service = {
      EVIDENCE_S3_ENDPOINT: "https://oss.example.gov.cn",
      EVIDENCE_S3_BUCKET: "evidence",
      EVIDENCE_S3_ACCESS_KEY_ID: "AK",
      EVIDENCE_S3_SECRET_ACCESS_KEY: "a-secret",
    };
    expect(readEnv(service)).toMatchObject({ ...service, EVIDENCE_S3_REGION: "us-east-1" });
    for (const name of Object.keys(service)) {
      const some = { ...service, [name]: "" };
      expect(() => readEnv(some)).toThrow(new RegExp(`  ${name}：使用对象存储须把`));
      expect(() => readEnv(some)).not.toThrow("a-secret");
    }
    expect(() => readEnv({ ...service, EVIDENCE_S3_ENDPOINT: "oss" })).toThrow(
      /存储服务的完整网址/,
    );
    expect(() => readEnv({ ...service, EVIDENCE_S3_BUCKET: "A/B" })).toThrow(/应为存储桶名/);
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
