import { hashSync } from "bcryptjs";
import { describe, expect, it } from "vitest";
import { hashPassword, needsRehash, verifyPassword } from "~/platform/password.server";

const COST = 4;
const PASSWORD = "山高水长 路在脚下 2020";

describe("a stored password", () => {
  it("is verified, and no other is", async () => {
    const stored = await hashPassword(PASSWORD, COST);
    expect(await verifyPassword(PASSWORD, stored, COST)).toBe(true);
    expect(await verifyPassword(`${PASSWORD} `, stored, COST)).toBe(false);
    expect(await verifyPassword("", stored, COST)).toBe(false);
  });

  it("counts every character, beyond the 72 bytes that bcrypt reads", async () => {
    const long = "𬎆".repeat(99);
    const stored = await hashPassword(`${long}甲`, COST);
    expect(await verifyPassword(`${long}甲`, stored, COST)).toBe(true);
    expect(await verifyPassword(`${long}乙`, stored, COST)).toBe(false);
  });

  it("is the same however the input method composes its characters", async () => {
    const stored = await hashPassword("cafe\u0301 zai xiaguan", COST);
    expect(await verifyPassword("caf\u00e9 zai xiaguan", stored, COST)).toBe(true);
  });

  it("is hashed differently each time, at the cost asked for, and not as plain bcrypt", async () => {
    const [one, other] = [await hashPassword(PASSWORD, COST), await hashPassword(PASSWORD, COST)];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^\$2b\$04\$/);
    expect(await verifyPassword(PASSWORD, hashSync(PASSWORD, COST), COST)).toBe(false);
  });

  it.each([
    [3 + 1, false],
    [5, true],
  ])("hashed at 4 is weak for cost %i: %s", async (cost, expected) => {
    expect(needsRehash(await hashPassword(PASSWORD, COST), cost)).toBe(expected);
  });
});

describe("an unknown account", () => {
  it("is refused whatever the password", async () => {
    expect(await verifyPassword(PASSWORD, null, COST)).toBe(false);
  });

  it("takes about as long as a wrong password", async () => {
    const cost = 9;
    const stored = await hashPassword(PASSWORD, cost);
    const fastest = async (hash: string | null) => {
      const times: number[] = [];
      for (let run = 0; run < 5; run += 1) {
        const start = performance.now();
        await verifyPassword("wrong password", hash, cost);
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    };
    const ratio = (await fastest(null)) / (await fastest(stored));
    // The machine is shared: without the dummy the ratio would be near 0.001.
    expect(ratio).toBeGreaterThan(0.2);
    expect(ratio).toBeLessThan(5);
  });
});
