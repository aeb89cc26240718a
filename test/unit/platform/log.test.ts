import { describe, expect, test } from "vitest";
import { makeLogger, maskPersonalData } from "~/platform/log.server";

function logged(write: (log: ReturnType<typeof makeLogger>) => void): string {
  let text = "";
  write(makeLogger({ write: (line) => void (text += line) }));
  return text;
}

describe("log", () => {
  test("masks ID numbers, phones and bank cards wherever they stand in a line", () => {
    const line = logged((log) =>
      log.error(new Error("row 11010519491231002X, 13812345678, 6222021234567890123")),
    );
    expect(line).toContain("110105********002X");
    expect(line).toContain("138****5678");
    expect(line).toContain("************0123");
    expect(line).not.toMatch(/19491231002|1381234|622202/);
  });

  test("drops fields that carry secrets, at any of three depths", () => {
    const line = logged((log) =>
      log.info({ password: "p-1", user: { token: "t-2", form: { phone: "p-3" } } }, "sign-in"),
    );
    expect(line).not.toMatch(/p-1|t-2|p-3/);
    expect(JSON.parse(line)).toMatchObject({ password: "***", msg: "sign-in" });
  });

  test("stays one line of JSON when a name brings line breaks and terminal codes", () => {
    const line = logged((log) => log.info({ name: "张\n三\u001b[31m" }, "a\nb"));
    expect(line.trimEnd().split("\n")).toHaveLength(1);
    expect(JSON.parse(line)).toMatchObject({ name: "张\n三\u001b[31m", msg: "a\nb" });
  });

  test("masks the password of a connection string", () => {
    expect(maskPersonalData("postgresql://app:s3cret@db:5432/x")).toBe(
      "postgresql://app:***@db:5432/x",
    );
  });

  test("leaves times, counts and amounts as they are", () => {
    const text = '"rows":100000,"at":1732180000000,"id":"0193-4321","sum":12345678901234';
    expect(maskPersonalData(text)).toBe(text);
  });
});

test("the address of a signing link is no more in the log than the link's token", () => {
  const token = "aZ09_-".padEnd(43, "x");
  expect(maskPersonalData(`GET /s/${token}.data failed`)).toBe("GET /s/***.data failed");
  expect(maskPersonalData("GET /scans/12 and /s/short")).toBe("GET /scans/12 and /s/short");
});
