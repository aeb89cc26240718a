import { buffer } from "node:stream/consumers";
import { PassThrough, type Transform } from "node:stream";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, test } from "vitest";
import { withoutNulBytes } from "~/platform/http/without-nul-bytes.server";

/** A page of many Chinese attributes, moved by so many bytes. */
async function rendered(offset: number, through: Transform): Promise<string> {
  const fields = Array.from({ length: 200 }, (_, at) =>
    createElement("input", { key: at, defaultValue: `扶贫车间第${at}号` }),
  );
  const page = createElement("form", { title: "x".repeat(offset) }, fields);
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      onAllReady() {
        pipe(through);
        buffer(through).then((bytes) => resolve(bytes.toString("utf8")), reject);
      },
    });
  });
}

test("no byte of zero leaves the server, wherever React's buffer ends", async () => {
  let seen = 0;
  for (let offset = 0; offset < 12; offset += 1) {
    const plain = await rendered(offset, new PassThrough());
    const clean = await rendered(offset, withoutNulBytes());
    if (plain.includes("\0")) seen += 1;
    expect(clean).toBe(plain.replaceAll("\0", ""));
    expect(clean).toContain("扶贫车间第199号");
  }
  // When React mends it this fails, and the filter can go.
  expect(seen).toBeGreaterThan(0);
});
