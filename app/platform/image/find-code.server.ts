import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { prepareZXingModule, readBarcodes, type ReadResult } from "zxing-wasm/reader";
import { parsePageCode, type PageCode } from "~/domain/rosters/page-code";
import type { Point } from "~/domain/rosters/page-geometry";
import type { Raster } from "./decode.server";
import { greyOf, type GreyRaster } from "./grey.server";

export interface FoundCode {
  readonly code: PageCode;
  /** In pixels of the picture: top left, top right, bottom right, bottom left as the page is read. */
  readonly corners: readonly [Point, Point, Point, Point];
}

/** First what reads nearly every scan in no time, then every pixel. */
const LONGEST_SIDES = [1_300, 2_600] as const;

let engine: Promise<unknown> | null = null;

/** Every roster code on a picture; codes of other products are passed over. */
export async function findCodes(picture: Raster): Promise<readonly FoundCode[]> {
  await startEngine();
  for (const longest of LONGEST_SIDES) {
    const small = greyOf(picture, longest);
    const found = (await readSquareCodes(small)).flatMap((result) => {
      const code = parsePageCode(result.text);
      return code === null ? [] : [{ code, corners: cornersOf(result, small.factor) }];
    });
    if (found.length > 0) return found;
  }
  return [];
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
