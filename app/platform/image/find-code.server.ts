import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { prepareZXingModule, readBarcodes, type ReadResult } from "zxing-wasm/reader";
import { parsePageCode, type PageCode } from "~/domain/rosters/page-code";
import type { Point } from "~/domain/rosters/page-geometry";
import type { Raster } from "./decode.server";
import { greyOf, type GreyRaster, type Shrunk } from "./grey.server";

export interface FoundCode {
  readonly code: PageCode;
  /** In pixels of the picture: top left, top right, bottom right, bottom left as the page is read. */
  readonly corners: readonly [Point, Point, Point, Point];
}

let engine: Promise<unknown> | null = null;

/**
 * Every roster code on a picture; codes of other products are passed over.
 *
 * @param small the picture made smaller: nearly every scan is read by it, and sooner
 */
export async function findCodes(
  picture: Raster,
  small: GreyRaster & Shrunk,
): Promise<readonly FoundCode[]> {
  await startEngine();
  const found = await rosterCodes(small);
  if (found.length > 0 || small.factor === 1) return found;
  return rosterCodes(greyOf(picture, Infinity));
}

async function rosterCodes(grey: GreyRaster & Shrunk): Promise<readonly FoundCode[]> {
  return (await readSquareCodes(grey)).flatMap((result) => {
    const code = parsePageCode(result.text);
    return code === null ? [] : [{ code, corners: cornersOf(result, grey.factor) }];
  });
}

/** The program comes from node_modules: by itself the package would fetch it from a public host. */
function startEngine(): Promise<unknown> {
  engine ??= readFile(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"))
    .then((file) => new Uint8Array(file).buffer)
    .then((wasmBinary) => prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true }));
  return engine;
}

function readSquareCodes({ width, height, grey }: GreyRaster): Promise<ReadResult[]> {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < grey.length; at++) data.fill(grey[at] ?? 0, at * 4, at * 4 + 4);
  const picture = { width, height, data, colorSpace: "srgb" } as const;
  return readBarcodes(picture, { formats: ["QRCode"], tryHarder: true, maxNumberOfSymbols: 8 });
}

function cornersOf({ position }: ReadResult, factor: number): FoundCode["corners"] {
  const inPicture = ({ x, y }: Point): Point => ({ x: x * factor, y: y * factor });
  return [
    inPicture(position.topLeft),
    inPicture(position.topRight),
    inPicture(position.bottomRight),
    inPicture(position.bottomLeft),
  ];
}
