import type { Page } from "@playwright/test";

/** The ways type was drawn on the pages looked at so far. */
export type Inks = Set<string>;

/**
 * Marks with data-new-ink one place of each way that type is drawn on the page and was on none before: its colour on what
 * lies behind it, its size and weight. Contrast depends on nothing else, and looking at every place takes most of a
 * look's time. Answers how many are new.
 */
export async function markNewInks(
  page: Page,
  inks: Inks,
  unlooked: readonly string[],
): Promise<number> {
  const drawn = await page.evaluate(
    ({ known, unlooked }) => {
      const behind = new Map<Element, string>();
      const backgroundOf = (element: Element): string => {
        const found = behind.get(element);
        if (found !== undefined) return found;
        const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
        const own = `${backgroundColor} ${backgroundImage} ${opacity}`;
        const paintsNothing = own === "rgba(0, 0, 0, 0) none 1";
        const coversAll = backgroundColor.startsWith("rgb(") && opacity === "1";
        const parent = coversAll ? null : element.parentElement;
        const beyond = parent === null ? "" : backgroundOf(parent);
        const all = paintsNothing ? beyond : `${own} ${beyond}`;
        behind.set(element, all);
        return all;
      };
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const written = new Set<Element>(document.querySelectorAll("input, select, textarea"));
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        if (text.parentElement !== null && text.textContent?.trim() !== "") {
          written.add(text.parentElement);
        }
      }
      const seen = new Set(known);
      for (const element of written) {
        if (element.closest(unlooked) !== null || !element.checkVisibility()) continue;
        const { color, fontSize, fontWeight } = getComputedStyle(element);
        const ink = `${color} ${fontSize} ${fontWeight} on ${backgroundOf(element)}`;
        if (!seen.has(ink)) element.setAttribute("data-new-ink", "");
        seen.add(ink);
      }
      return [...seen];
    },
    { known: [...inks], unlooked: unlooked.join() },
  );
  const count = drawn.length - inks.size;
  for (const ink of drawn) inks.add(ink);
  return count;
}
