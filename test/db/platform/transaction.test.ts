import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(() => platform.close());

test("two that wait for each other in statements written by hand both come through", async () => {
  const nobody = { userId: "", counties: [] };
  let arrived = 0;
  let open: () => void = () => undefined;
  const bothHoldOne = new Promise<void>((resolve) => (open = resolve));
  const runs = { first: 0, second: 0 };
  const take = (name: keyof typeof runs, one: number, other: number) =>
    inTransaction(nobody, async (tx) => {
      runs[name] += 1;
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${one}::int)`;
      arrived += 1;
      if (arrived === 2) open();
      await bothHoldOne;
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${other}::int)`;
      return name;
    });
  expect(await Promise.all([take("first", 1, 2), take("second", 2, 1)])).toEqual([
    "first",
    "second",
  ]);
  expect(runs.first + runs.second).toBe(3);
});
