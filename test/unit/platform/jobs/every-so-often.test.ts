import { expect, test } from "vitest";
import { everySoOften } from "~/platform/jobs/every-so-often.server";

test("recurring work is done again and again, also after a failure, until it is stopped", async () => {
  const stop = new AbortController();
  let done = 0;
  const work = () => {
    done += 1;
    if (done === 3) stop.abort();
    return done === 1 ? Promise.reject(new Error("the database is away")) : Promise.resolve();
  };
  await everySoOften({ firstMs: 1, ms: 1 }, stop.signal, work);
  expect(done).toBe(3);
  await everySoOften({ firstMs: 1, ms: 1 }, stop.signal, work);
  expect(done).toBe(3);
});
