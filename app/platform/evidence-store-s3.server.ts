import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { AwsV4Signer } from "aws4fetch";
import { StoreUnavailable, type SealedStore } from "~/platform/evidence-store-driver.server";

export interface S3Options {
  /** Address of the service without the bucket: https://oss.example.gov.cn */
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  /** Milliseconds before the first retry, doubled at each further one; 300 unless told. */
  readonly retryMs?: number;
}

interface Sent {
  readonly method: "GET" | "PUT" | "DELETE";
  readonly id: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Opened anew for every try. */
  readonly body?: () => Readable;
  /** Milliseconds until the answer's head must be there. */
  readonly patience: number;
}

const TRIES = 4;
const PATIENCE_MS = 30_000;
/** The slowest line on which a file is waited for, in bytes per millisecond. */
const SLOWEST = 50;

/**
 * Objects of a bucket of an S3-compatible service, addressed by path. The SHA-256 of the sealed bytes
 * goes with the signature, so a service that received others refuses them. Server errors and broken
 * connections are retried; a read that breaks off goes on where it stopped.
 */
export function s3Store(options: S3Options, spoolDir: string): SealedStore {
  const ask = (sent: Sent) => request(options, sent);
  return {
    asideOf: (id) => path.join(spoolDir, id),
    take: async (id, aside) => {
      const { size } = await stat(aside);
      const hash = createHash("sha256");
      await pipeline(createReadStream(aside), hash);
      const headers = {
        "Content-Length": String(size),
        "X-Amz-Content-Sha256": hash.digest("hex"),
      };
      const patience = PATIENCE_MS + size / SLOWEST;
      const body = () => createReadStream(aside);
      const answer = await ask({ method: "PUT", id, headers, body, patience });
      if (!answer.ok) throw new StoreUnavailable(`PUT answered ${answer.status}`);
      await rm(aside, { force: true });
    },
    read: (id) => Readable.from(bytesOf(ask, id), { objectMode: false }),
    remove: async (id) => {
      const answer = await ask({ method: "DELETE", id, patience: PATIENCE_MS });
      if (!answer.ok && answer.status !== 404) {
        throw new StoreUnavailable(`DELETE answered ${answer.status}`);
      }
    },
  };
}

async function* bytesOf(ask: (sent: Sent) => Promise<Response>, id: string) {
  let offset = 0;
  for (let attempt = 1; ; attempt += 1) {
    const headers: Record<string, string> = offset === 0 ? {} : { Range: `bytes=${offset}-` };
    const answer = await ask({ method: "GET", id, headers, patience: PATIENCE_MS });
    const wanted = offset === 0 ? 200 : 206;
    if (answer.status !== wanted || answer.body === null) {
      throw new StoreUnavailable(`GET answered ${answer.status}`);
    }
    try {
      for await (const chunk of answer.body as WebStream<Uint8Array>) {
        offset += chunk.length;
        yield Buffer.from(chunk);
      }
      return;
    } catch (cause) {
      if (attempt === TRIES) throw new StoreUnavailable("the connection broke off", { cause });
    }
  }
}

async function request(options: S3Options, sent: Sent): Promise<Response> {
  const { retryMs = 300 } = options;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await once(options, sent).catch((cause: unknown) => {
      if (attempt === TRIES) throw new StoreUnavailable("no answer", { cause });
      return null;
    });
    const isFinal = answer !== null && answer.status < 500 && answer.status !== 429;
    if (answer !== null && (isFinal || attempt === TRIES)) return answer;
    await answer?.body?.cancel();
    await sleep(retryMs * 2 ** (attempt - 1));
  }
}

async function once(options: S3Options, sent: Sent): Promise<Response> {
  const { endpoint, bucket, accessKeyId, secretAccessKey, region } = options;
  const { method, id } = sent;
  const url = `${endpoint.replace(/\/+$/, "")}/${bucket}/${id.slice(-2)}/${id}`;
  const account = { accessKeyId, secretAccessKey, region, service: "s3" };
  const signer = new AwsV4Signer({ method, url, headers: { ...sent.headers }, ...account });
  const { headers } = await signer.sign();
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), sent.patience);
  const body = sent.body === undefined ? null : (Readable.toWeb(sent.body()) as ReadableStream);
  try {
    return await fetch(url, { method, headers, body, duplex: "half", signal: abort.signal });
  } finally {
    clearTimeout(timer);
  }
}
