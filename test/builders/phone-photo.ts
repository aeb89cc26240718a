import sharp, { type Sharp } from "sharp";

export interface PhotoToMake {
  /** Another number, another picture. */
  readonly seed: number;
  /** As the camera writes it: 2020:06:01 09:30:00, China's time. Without time and place the picture has no EXIF at all. */
  readonly takenAt?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  /** 640 unless told; the height is three quarters of it. */
  readonly width?: number;
}

/** A JPEG like a phone's: shapes of every size before one another, nothing flat, no two seeds alike. */
export async function makePhoto(photo: PhotoToMake): Promise<Buffer> {
  const width = photo.width ?? 640;
  const picture = sharp(Buffer.from(scene(photo.seed, width, (width * 3) / 4))).flatten();
  return withNotes(picture, photo).jpeg({ quality: 88 }).toBuffer();
}

/** Writes the camera's notes into a picture that is being made. */
function withNotes(picture: Sharp, photo: PhotoToMake): Sharp {
  const { takenAt, latitude, longitude } = photo;
  if (takenAt === undefined && latitude === undefined) return picture;
  return picture.withExif({
    IFD0: { Make: "HUAWEI", Model: "HUAWEI P30" },
    ...(takenAt === undefined ? {} : { IFD2: { DateTimeOriginal: takenAt } }),
    ...(latitude === undefined || longitude === undefined
      ? {}
      : {
          IFD3: {
            GPSLatitudeRef: "N",
            GPSLatitude: degrees(latitude),
            GPSLongitudeRef: "E",
            GPSLongitude: degrees(longitude),
          },
        }),
  });
}

function scene(seed: number, width: number, height: number): string {
  const next = chance(seed);
  const colour = () => `rgb(${[next(), next(), next()].map((x) => Math.floor(x * 256)).join()})`;
  const shapes = Array.from({ length: 24 }, (_, at) => {
    const most = at < 8 ? 0.45 : 0.15;
    const [x, y] = [(next() * 1.2 - 0.1) * width, (next() * 1.2 - 0.1) * height];
    const [w, h] = [(0.1 + next() * most) * width, (0.1 + next() * most) * height];
    const turn = `transform="rotate(${next() * 40 - 20} ${width / 2} ${height / 2})"`;
    return next() < 0.5
      ? `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${colour()}" ${turn}/>`
      : `<ellipse cx="${x}" cy="${y}" rx="${w / 2}" ry="${h / 2}" fill="${colour()}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" fill="${colour()}"/>${shapes.join("")}</svg>`;
}

/** mulberry32: the same seed gives the same picture everywhere. */
function chance(seed: number): () => number {
  let state = (seed * 7919 + 1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** EXIF writes degrees, minutes and seconds as fractions. */
function degrees(value: number): string {
  const whole = Math.floor(value);
  const minutes = Math.floor((value - whole) * 60);
  const hundredths = Math.round(((value - whole) * 60 - minutes) * 6000);
  return `${whole}/1 ${minutes}/1 ${hundredths}/100`;
}
