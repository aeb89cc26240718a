import pg from "pg";
import { platform } from "~/platform/platform.server";

export interface JobBell {
  /** Resolves when a job was queued, after `ms`, or when `signal` aborts. */
  ringOrTimeout(ms: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** LISTENs on the channel the job table notifies. A broken connection only makes the bell silent. */
export async function listenForJobs(): Promise<JobBell> {
  const client = new pg.Client({ connectionString: platform().appUrl });
  let rung = false;
  let wake: () => void = () => undefined;
  client.on("notification", () => {
    rung = true;
    wake();
  });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("LISTEN job");
  return {
    ringOrTimeout: (ms, signal) =>
      new Promise((resolve) => {
        const finish = () => {
          clearTimeout(timer);
          signal.removeEventListener("abort", finish);
          rung = false;
          resolve();
        };
        wake = finish;
        const timer = setTimeout(finish, ms);
        signal.addEventListener("abort", finish);
        if (rung || signal.aborted) finish();
      }),
    close: () => client.end().catch(() => undefined),
  };
}
