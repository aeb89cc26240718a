import sharp from "sharp";
import { expect, test } from "vitest";
import type { Ink } from "~/domain/evidence/ink";
import { INK_PICTURE, inkPicture } from "~/platform/image/ink-picture.server";

const name: Ink = {
  width: 350,
  height: 220,
  strokes: [
    [
      [20, 40],
      [120, 60],
      [200, 160],
    ],
    [
      [60, 150],
      [260, 50],
    ],
    [[300, 100]],
  ],
};

test("[R02] ink becomes a picture of one size, black on white, whatever the pad was", async () => {
  const wide: Ink = { ...name, strokes: [[...(name.strokes[0] ?? []), [3000, 90]]] };
  for (const ink of [name, wide]) {
    const { data, info } = await sharp(await inkPicture(ink))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([INK_PICTURE.width, INK_PICTURE.height]);
    const dark = data.filter((value) => value < 128).length / data.length;
    expect(dark).toBeGreaterThan(0.001);
    expect(dark).toBeLessThan(0.2);
    expect([data[0], data[data.length - 1]]).toEqual([255, 255]);
  }
});

test("a single dot is drawn, and does not fail", async () => {
  const { data } = await sharp(await inkPicture({ ...name, strokes: [[[10, 10]]] }))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(data.some((value) => value < 128)).toBe(true);
});
