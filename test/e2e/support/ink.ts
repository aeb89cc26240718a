import type { Page } from "@playwright/test";

/** From one place of the pad to another, as shares of its width and height. */
type Line = readonly [fromX: number, fromY: number, toX: number, toY: number];
type Stroke = (page: Page, line: Line) => Promise<void>;

/** Writes three strokes on the page's pad with the mouse, as far apart as a name. */
export function drawName(page: Page): Promise<void> {
  return draw(page, stroke);
}

/** The same with a finger; needs a page that has touch. */
export function drawNameByFinger(page: Page): Promise<void> {
  return draw(page, touch);
}

async function draw(page: Page, by: Stroke): Promise<void> {
  const pad = page.getByRole("img", { name: /^签字区/ });
  await pad.scrollIntoViewIfNeeded();
  const written = page.getByRole("img", { name: "签字区，已书写" });
  // The pad's script comes after the page; what is drawn before it is no ink.
  for (let attempt = 0; attempt < 20 && (await written.count()) === 0; attempt += 1) {
    await by(page, attempt === 0 ? [0.2, 0.3, 0.5, 0.35] : [0.25, 0.4, 0.45, 0.8]);
  }
  await by(page, [0.55, 0.25, 0.5, 0.8]);
  await by(page, [0.6, 0.4, 0.85, 0.7]);
  await written.waitFor();
}

async function stroke(page: Page, line: Line): Promise<void> {
  const [from, to] = await endsOf(page, line);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}

const STEPS = 8;

/** Playwright can tap but not draw with a finger: Chromium is asked to. */
async function touch(page: Page, line: Line): Promise<void> {
  const [from, to] = await endsOf(page, line);
  const browser = await page.context().newCDPSession(page);
  const send = (
    type: "touchStart" | "touchMove" | "touchEnd",
    touchPoints: { x: number; y: number }[],
  ) => browser.send("Input.dispatchTouchEvent", { type, touchPoints });
  await send("touchStart", [from]);
  for (let step = 1; step <= STEPS; step += 1) {
    const at = (start: number, end: number) => start + ((end - start) * step) / STEPS;
    await send("touchMove", [{ x: at(from.x, to.x), y: at(from.y, to.y) }]);
  }
  await send("touchEnd", []);
  await browser.detach();
}

async function endsOf(page: Page, [fromX, fromY, toX, toY]: Line) {
  const box = await page.getByRole("img", { name: /^签字区/ }).boundingBox();
  if (box === null) throw new Error("no pad on the page");
  const at = (x: number, y: number) => ({ x: box.x + x * box.width, y: box.y + y * box.height });
  return [at(fromX, fromY), at(toX, toY)] as const;
}
