import { readEnv } from "~/platform/env.server";
import { qrPicture, type QrPicture } from "~/platform/image/qr-picture.server";

/** The whole address of a page, as somebody outside opens it: PUBLIC_URL where it is set. */
export function publicAddress(request: Request, path: string): string {
  return new URL(path, readEnv().PUBLIC_URL ?? new URL(request.url).origin).href;
}

/** Whether the address opens on this very machine only: no phone reaches it. */
export function isOwnMachine(address: string): boolean {
  return /^(localhost|127\.|\[::1\])/.test(new URL(address).hostname);
}

/** The same address as a code to be scanned. */
export function addressQr(request: Request, path: string): QrPicture {
  return qrPicture(publicAddress(request, path), "M");
}
