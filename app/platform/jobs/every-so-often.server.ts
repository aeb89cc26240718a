import { setTimeout } from "node:timers/promises";
import { log } from "~/platform/log.server";

/**
 * Does `work` every `ms` milliseconds, for the first time after `firstMs`, until `signal` aborts; it is asleep in
 * between. A failure is told to the log, and the next time comes.
 */
export async function everySoOften(
  { firstMs, ms }: { readonly firstMs: number; readonly ms: number },
  signal: AbortSignal,
  work: () => Promise<unknown>,
): Promise<void> {
  const sleep = (time: number) => setTimeout(time, true, { signal, ref: false }).catch(() => false);
  for (let awake = await sleep(firstMs); awake; awake = await sleep(ms)) {
    await work().catch((err: unknown) => log.error({ err }, "recurring work failed"));
  }
}
