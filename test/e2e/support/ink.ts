import type { Page } from "@playwright/test";

/** Writes three strokes on the page's pad with the mouse, as far apart as a name. */
export async function drawName(page: Page): Promise<void> {
  const pad = page.getByRole("img", { name: /^签字区/ });
  await pad.scrollIntoViewIfNeeded();
  const written = page.getByRole("img", { name: "签字区，已书写" });
  // The pad's script comes after the page; what is drawn before it is no ink.
  for (let attempt = 0; attempt < 20 && (await written.count()) === 0; attempt += 1) {
    await stroke(page, attempt === 0 ? [0.2, 0.3, 0.5, 0.35] : [0.25, 0.4, 0.45, 0.8]);
  }
  await stroke(page, [0.55, 0.25, 0.5, 0.8]);
  await stroke(page, [0.6, 0.4, 0.85, 0.7]);
  await written.waitFor();
}

type Line = readonly [fromX: number, fromY: number, toX: number, toY: number];

/** From one place of the pad to another, as shares of its width and height. */
async function stroke(page: Page, [fromX, fromY, toX, toY]: Line): Promise<void> {
  const box = await page.getByRole("img", { name: /^签字区/ }).boundingBox();
  if (box === null) throw new Error("no pad on the page");
  const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(fromX, fromY));
  await page.mouse.down();
  await page.mouse.move(...at(toX, toY), { steps: 8 });
  await page.mouse.up();
}
