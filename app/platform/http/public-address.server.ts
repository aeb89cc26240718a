import { readEnv } from "~/platform/env.server";

/** The whole address of a page, as somebody outside opens it: PUBLIC_URL where it is set. */
export function publicAddress(request: Request, path: string): string {
  return new URL(path, readEnv().PUBLIC_URL ?? new URL(request.url).origin).href;
}

/** Whether the address opens on this very machine only: no phone reaches it. */
export function isOwnMachine(address: string): boolean {
  return /^(localhost|127\.|\[::1\])/.test(new URL(address).hostname);
}
