import { gzipSync } from "node:zlib";
import { firstRow } from "./support/rosters";
import { expect, test } from "./support/visitors";

const KB = 1_000;
const SCRIPT_LIMIT = 130 * KB;
const STYLE_LIMIT = 15 * KB;
const HTML_LIMIT = 60 * KB;

test("a list page with all its scripts is light enough for a county's line", async ({ openAs }) => {
  const roster = await firstRow(await openAs("mouding"), "/rosters");
  for (const address of ["/rosters", roster]) {
    const fresh = await openAs("mouding");
    const bodies: Promise<readonly [type: string, bytes: number]>[] = [];
    fresh.on("response", (response) => {
      const type = response.request().resourceType();
      bodies.push(response.body().then((body) => [type, gzipSync(body).length] as const));
    });
    await fresh.goto(address, { waitUntil: "networkidle" });
    const received = await Promise.all(bodies);
    const sum = (wanted: string) =>
      received.reduce((total, [type, bytes]) => total + (type === wanted ? bytes : 0), 0);
    test.info().annotations.push({
      type: `gz bytes of ${address}`,
      description: ["script", "stylesheet", "document"]
        .map((one) => `${one} ${sum(one)}`)
        .join(", "),
    });
    expect(sum("script")).toBeGreaterThan(0);
    expect(sum("script")).toBeLessThanOrEqual(SCRIPT_LIMIT);
    expect(sum("stylesheet")).toBeLessThanOrEqual(STYLE_LIMIT);
    expect(sum("document")).toBeLessThanOrEqual(HTML_LIMIT);
  }
});
