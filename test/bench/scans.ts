import { performance } from "node:perf_hooks";
import sharp from "sharp";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { PageCode } from "~/domain/rosters/page-code";
import { readPage } from "~/platform/image/read-page.server";
import { distortPage } from "#test/support/distort-page";
import { drawPage, signPage, type SignedCell } from "#test/support/draw-page";

const ROWS = 10;

/**
 * Reads `--pages N` (24) signed pages as a phone takes them (about 8 megapixels, turned, noisy), and
 * beside it the floor of the same run: decoding the JPEG and finding the QR in it, which any reader
 * must do. Straightening, cutting and measuring twenty cells is what comes on top.
 */
export async function benchScans(options: readonly string[]): Promise<void> {
  const at = options.indexOf("--pages");
  const count = at < 0 ? 24 : Number(options[at + 1]);
  const pages = await Promise.all(Array.from({ length: count }, (_, index) => photograph(index)));
  const bytes = pages.reduce((sum, page) => sum + page.length, 0) / count / 1e6;
  say(`${count} pages of ${bytes.toFixed(1)} MB`);
  await loadFinder();
  await floorOf(pages.slice(0, 1));
  await readAll(pages.slice(0, 1));
  const floor = await timed(() => floorOf(pages));
  const read = await timed(() => readAll(pages));
  const peak = process.resourceUsage().maxRSS / 1024;
  say(`floor (decode + QR)   ${perPage(floor, count)}`);
  say(
    `straightened and cut  ${perPage(read, count)}  = ${(read / floor).toFixed(2)}× of the floor`,
  );
  say(`peak ${peak.toFixed(0)} MB, page makers of the bench included`);
}

async function photograph(index: number): Promise<Buffer> {
  const code: PageCode = { printCode: "K7M2QXW4ZC", page: index + 1, pages: 99 };
  const cells = Array.from({ length: ROWS }, (_, row) => row + 1).flatMap((row): SignedCell[] => [
    { row, element: "SIGNATURE" },
    { row, element: "FINGERPRINT" },
  ]);
  const sheet = await signPage(await drawPage(code, ROWS, 280), cells, index);
  const turn = index * 37;
  return distortPage(sheet, { seed: index, turn, perspective: 0.03, noise: 6, shadow: 0.2 });
}

async function loadFinder(): Promise<void> {
  const file = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
  const wasmBinary = new Uint8Array(await readFile(file)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

/** What every reader of such pages does first, by the same two libraries. */
async function floorOf(pages: readonly Buffer[]): Promise<void> {
  for (const page of pages) {
    const { data, info } = await sharp(page)
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const picture = {
      data: new Uint8ClampedArray(data),
      ...{ width: info.width, height: info.height, colorSpace: "srgb" as const },
    };
    const found = await readBarcodes(picture, { formats: ["QRCode"], tryHarder: true });
    if (found.length === 0) say("the floor found no code on a page");
  }
}

async function readAll(pages: readonly Buffer[]): Promise<void> {
  for (const page of pages) {
    const reading = await readPage(page, () => ROWS);
    const wrong = reading.kind !== "read" || reading.cells.some((one) => one.proposed === "blank");
    if (wrong) say(`a page was not read right: ${reading.kind}`);
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

const perPage = (ms: number, count: number) => `${(ms / count).toFixed(0)} ms a page`;
const say = (line: string) => void process.stdout.write(`${line}\n`);
