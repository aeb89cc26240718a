import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Locator } from "@playwright/test";
import sharp from "sharp";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const WASM = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");

/** What a phone's camera reads from the code as it stands on the screen. */
export async function readQr(code: Locator): Promise<string> {
  const wasmBinary = new Uint8Array(await readFile(WASM)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  const { data, info } = await sharp(await code.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const picture = { width, height, data: new Uint8ClampedArray(data), colorSpace: "srgb" } as const;
  const [found] = await readBarcodes(picture, { formats: ["QRCode"], tryHarder: true });
  if (found === undefined) throw new Error("nothing to read");
  return found.text;
}
