import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What goes wrong with the next request. */
export type S3Fault = "500" | "503" | "cutUpload" | "cutDownload";

/** A bucket on this machine, strict about what a real service is strict about. */
export interface S3Server {
  readonly endpoint: string;
  /** By path: /bucket/key. */
  readonly objects: Map<string, Buffer>;
  /** Taken one per request, in order. */
  readonly faults: S3Fault[];
  /** Method and status of every answer. */
  readonly log: string[];
  close(): Promise<void>;
}

export const S3_ACCOUNT = {
  accessKeyId: "AKTEST",
  secretAccessKey: "a secret of the test",
  region: "cn-yunnan-1",
};

export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const faults: S3Fault[] = [];
  const log: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, response, { objects, fault: faults.shift(), log });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    ...{ objects, faults, log },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Standing {
  readonly objects: Map<string, Buffer>;
  readonly fault: S3Fault | undefined;
  readonly log: string[];
}

async function answer(request: IncomingMessage, response: ServerResponse, standing: Standing) {
  const { objects, fault, log } = standing;
  const end = (status: number, body?: Buffer, headers: Record<string, string> = {}) => {
    log.push(`${request.method} ${status}`);
    response.writeHead(status, headers).end(body);
  };
  if (fault === "cutUpload") {
    log.push(`${request.method} cut`);
    return request.socket.destroy();
  }
  const body = await bodyOf(request).catch(() => null);
  if (body === null) return undefined;
  if (fault === "500" || fault === "503") return end(Number(fault));
  if (!isSigned(request, body)) return end(403);
  const key = request.url ?? "";
  const object = objects.get(key);
  switch (request.method) {
    case "PUT":
      if (request.headers["content-length"] === undefined) return end(411);
      objects.set(key, body);
      return end(200);
    case "DELETE":
      objects.delete(key);
      return end(204);
    default:
      if (object === undefined) return end(404);
      return send(request, response, object, fault, end);
  }
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  object: Buffer,
  fault: S3Fault | undefined,
  end: (status: number, body: Buffer) => void,
) {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
  const part = object.subarray(from);
  if (fault !== "cutDownload") return end(from === 0 ? 200 : 206, part);
  response.writeHead(200, { "Content-Length": String(part.length) });
  return response.write(part.subarray(0, part.length / 2), () => response.destroy());
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** AWS Signature Version 4, worked out anew from its description: a wrong one must fail here. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const given = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/;
  const [, credential = "", names = "", signature] =
    given.exec(request.headers.authorization ?? "") ?? [];
  const [keyId, date = "", region = "", service = ""] = credential.split("/");
  const stamp = String(request.headers["x-amz-date"]);
  const digest = String(request.headers["x-amz-content-sha256"]);
  const isPlain = digest === "UNSIGNED-PAYLOAD" && request.method !== "PUT";
  if (keyId !== S3_ACCOUNT.accessKeyId || region !== S3_ACCOUNT.region || service !== "s3") {
    return false;
  }
  if (!isPlain && digest !== sha256(body)) return false;
  if (!names.split(";").includes("host") || !stamp.startsWith(date)) return false;
  const headers = names.split(";").map((name) => `${name}:${String(request.headers[name])}\n`);
  const canonical = [request.method, request.url, "", headers.join(""), names, digest].join("\n");
  const scope = `${date}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", stamp, scope, sha256(canonical)].join("\n");
  const key = [date, region, "s3", "aws4_request"].reduce<Buffer>(
    (secret, part) => createHmac("sha256", secret).update(part).digest(),
    Buffer.from(`AWS4${S3_ACCOUNT.secretAccessKey}`),
  );
  return createHmac("sha256", key).update(text).digest("hex") === signature;
}

function sha256(data: Buffer | string): string {
  return createHash("sha256").update(data).digest("hex");
}
