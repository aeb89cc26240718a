import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import type { PageCode } from "~/domain/rosters/page-code";
import { qrPicture } from "~/platform/image/qr-picture.server";
import { readPage } from "~/platform/image/read-page.server";
import { distortPage, seededRandom, type Distortion } from "#test/support/distort-page";
import { drawPage, signPage, type SignedCell } from "#test/support/draw-page";

interface Sheet {
  readonly code: PageCode;
  readonly rows: number;
  readonly signed: readonly SignedCell[];
  readonly picture: Buffer;
}

/** Rows and resolution of the pages that are then distorted. */
const DRAWN = [
  [10, 100],
  [10, 125],
  [3, 150],
  [10, 150],
  [7, 175],
  [10, 300],
] as const;
let sheets: readonly Sheet[] = [];

beforeAll(async () => {
  sheets = await Promise.all(DRAWN.map(([rows, dpi], at) => sheetOf(at + 1, rows, dpi)));
}, 60_000);

async function sheetOf(page: number, rows: number, dpi: number): Promise<Sheet> {
  const random = seededRandom(page);
  const code = { printCode: "K7M2QXW4ZC", page, pages: DRAWN.length };
  const signed = Array.from({ length: rows }, (_, index) => index + 1).flatMap((row) =>
    (["SIGNATURE", "FINGERPRINT"] as const)
      .filter(() => random() < 0.6)
      .map((element) => ({ row, element })),
  );
  const picture = await signPage(await drawPage(code, rows, dpi), signed, page);
  return { code, rows, signed, picture };
}

function sheet(at: number): Sheet {
  const found = sheets[at];
  if (found === undefined) throw new Error(`No sheet ${at}`);
  return found;
}

/** Scanners lay a page any way up and a little askew; phones turn, tilt and shade it. */
function distortionOf(seed: number): Distortion {
  const random = seededRandom(seed);
  const isPhone = seed % 2 === 1;
  const askew = (random() - 0.5) * 20;
  return {
    seed,
    turn: isPhone ? random() * 360 : (seed % 4) * 90 + askew,
    perspective: isPhone ? random() * 0.06 : 0,
    noise: random() * 14,
    shadow: isPhone ? random() * 0.5 : 0,
    light: 0.6 + random() * 0.4,
    warmth: random() * 0.2,
    desk: seed % 3 === 0 ? 50 : 255,
    bulge: seed % 5 === 0 ? 0.004 : 0,
    quality: isPhone ? 40 : 75,
  };
}

/** Every cell as it should be proposed against what it was; equal lists are a page read right. */
async function readings(at: number, distortion: Distortion) {
  const { picture, code, rows, signed } = sheet(at);
  const reading = await readPage(await distortPage(picture, distortion), () => rows);
  if (reading.kind !== "read") return { is: reading.kind, shouldBe: "read" };
  const name = (cell: SignedCell, proposed: string) => `${cell.row} ${cell.element} ${proposed}`;
  const isSigned = (cell: SignedCell) =>
    signed.some(({ row, element }) => row === cell.row && element === cell.element);
  expect(reading.code).toEqual(code);
  expect(reading.cells).toHaveLength(rows * 2);
  return {
    is: reading.cells.map((cell) => name(cell, cell.proposed)),
    shouldBe: reading.cells.map((cell) => name(cell, isSigned(cell) ? "present" : "blank")),
  };
}

/** One of 300 dpi among so many: large pictures take their time. Forty were tried when the reading was made. */
const VARIATIONS = Array.from({ length: 20 }, (_, seed) => ({
  seed,
  at: seed % 20 === 9 ? 5 : seed % 5,
}));
const BLOCKS = [0, 5, 10, 15].map((from) => ({
  from,
  block: VARIATIONS.slice(from, from + 5),
}));

describe("[R02] scans and photographs of a signed page", () => {
  test.each(BLOCKS)(
    "variations from $from: each cell is found and told signed or blank",
    async ({ block }) => {
      for (const { seed, at } of block) {
        const { is, shouldBe } = await readings(at, distortionOf(seed));
        expect({ seed, is }).toEqual({ seed, is: shouldBe });
      }
    },
    120_000,
  );
});

describe("[R02] pages in order and out of order", () => {
  test("the straightened page is a picture of the whole sheet", async () => {
    const reading = await readPage(
      await distortPage(sheet(1).picture, { seed: 1, turn: 30 }),
      () => 10,
    );
    if (reading.kind !== "read") throw new Error(reading.kind);
    expect(await sharp(reading.straight).metadata()).toMatchObject({
      format: "jpeg",
      width: 1782,
      height: 1260,
    });
  });

  test("a page with one corner torn off is still read", async () => {
    const { picture, rows } = sheet(3);
    const { width = 0, height = 0 } = await sharp(picture).metadata();
    const torn = await covered(picture, { left: 0, top: height - 120, width: 120, height: 120 });
    expect((await readPage(torn, () => rows)).kind).toBe("read");
    const halved = await covered(torn, {
      left: width - 120,
      top: height - 120,
      width: 120,
      height: 120,
    });
    expect(await readPage(halved, () => rows)).toEqual({ kind: "noMarks", code: sheet(3).code });
  });

  test("a page without a code, and a code of another product, are no roster page", async () => {
    const { path } = qrPicture("HTTPS://EXAMPLE.CN/K7M2QXW4ZC");
    for (const body of ["", `<path transform="translate(100 100) scale(6)" d="${path}"/>`]) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="900" height="600" fill="#fff"/>${body}</svg>`;
      const page = await sharp(Buffer.from(svg)).png().toBuffer();
      expect(await readPage(page, () => 10)).toEqual({ kind: "noCode" });
    }
  });

  test("two pages on one photograph are refused with that reason", async () => {
    const [upper, lower] = [sheet(0).picture, sheet(1).picture];
    const { width = 0, height = 0 } = await sharp(lower).metadata();
    const both = await sharp({
      create: { width, height: height * 2, channels: 3, background: "#fff" },
    })
      .composite([
        { input: upper, left: 0, top: 0 },
        { input: lower, left: 0, top: height },
      ])
      .png()
      .toBuffer();
    const reading = await readPage(both, () => 10);
    expect(reading).toMatchObject({ kind: "unreadable" });
    expect(JSON.stringify(reading)).toContain("一页一张");
  });

  test("rows that do not stand where the code says are not cut", async () => {
    const three = sheet(2);
    expect(await readPage(three.picture, () => 10)).toEqual({ kind: "noMarks", code: three.code });
  });

  test("what is no picture is unreadable, and says so", async () => {
    const broken = sheet(0).picture.subarray(0, 2_000);
    expect(await readPage(Buffer.from("签字"), () => 10)).toMatchObject({ kind: "unreadable" });
    expect(await readPage(broken, () => 10)).toMatchObject({ kind: "unreadable" });
  });
});

function covered(
  picture: Buffer,
  { left, top, width, height }: Record<"left" | "top" | "width" | "height", number>,
): Promise<Buffer> {
  const patch = { create: { width, height, channels: 3 as const, background: "#fff" } };
  return sharp(picture)
    .composite([{ input: patch, left, top }])
    .png()
    .toBuffer();
}
