import { Readable } from "node:stream";
import sharp from "sharp";
import { storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";

/** A small grey photograph with a camera's notes in it, or other bytes, as the upload form leaves it. */
export async function aPhotograph(bytes?: Buffer) {
  const id = newId();
  const picture = bytes ?? (await greyJpeg());
  const stored = await storeFile(id, Readable.from([picture]), 1e8);
  return { id, fileName: "照片.jpg", ...stored };
}

function greyJpeg(): Promise<Buffer> {
  return sharp({ create: { width: 320, height: 240, channels: 3, background: "#999" } })
    .withExif({ IFD0: { Make: "CanaryCam" }, IFD3: { GPSLatitudeRef: "N" } })
    .jpeg()
    .toBuffer();
}
