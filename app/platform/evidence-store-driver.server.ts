import type { Readable } from "node:stream";

/** Where sealed files lie. It sees no plain byte: files are sealed before they come here. */
export interface SealedStore {
  /** Path on this machine's disk for a file on its way in; the folder may be missing. */
  asideOf(id: string): string;
  /**
   * Takes over the whole file at `aside`, which is flushed to disk; when it returns the file is kept.
   * @throws StoreUnavailable when the service cannot be reached or does not answer sensibly
   */
  take(id: string, aside: string): Promise<void>;
  /** The sealed bytes; the stream errors when there is no such file, or with StoreUnavailable. */
  read(id: string): Readable;
  /** No error when there is no such file. */
  remove(id: string): Promise<void>;
}

/** The storage service is down: nothing was kept, and trying again later may work. */
export class StoreUnavailable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`evidence store: ${reason}`, options);
  }
}
