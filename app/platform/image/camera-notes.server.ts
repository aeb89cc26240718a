import exifr from "exifr";
import { captureTime } from "~/domain/evidence/media-time";
import { positionOf, type Position } from "~/domain/evidence/media-place";

/** What a camera wrote into its picture (EXIF). */
export interface CameraNotes {
  readonly capturedAt: Date | null;
  readonly position: Position | null;
  /** Maker and model. */
  readonly device: string;
}

const PICKED = [
  "Make",
  "Model",
  "DateTimeOriginal",
  "OffsetTimeOriginal",
  "GPSLatitude",
  "GPSLatitudeRef",
  "GPSLongitude",
  "GPSLongitudeRef",
];
const PREFIX = "Exif\0\0";
const MOST_BYTES = 1024 * 1024;
const LONGEST_DEVICE = 60;

/**
 * Reads an EXIF block as sharp hands it out. Notes that are broken count as none: they prove nothing,
 * and whoever sends a strange file learns nothing. Values are taken as written (`reviveValues: false`),
 * since exifr's dates would be those of the machine's time zone.
 */
export async function readCameraNotes(exif: Buffer | null): Promise<CameraNotes | null> {
  if (exif === null || exif.length > MOST_BYTES) return null;
  const isPrefixed = exif.subarray(0, PREFIX.length).toString("latin1") === PREFIX;
  const tiff = isPrefixed ? exif.subarray(PREFIX.length) : exif;
  const read: unknown = await exifr
    .parse(tiff, { pick: PICKED, reviveValues: false, translateValues: false })
    .catch(() => null);
  if (typeof read !== "object" || read === null) return null;
  const tags = read as Readonly<Record<string, unknown>>;
  const notes = {
    capturedAt: captureTime(tags.DateTimeOriginal, tags.OffsetTimeOriginal),
    position: positionOf(tags.latitude, tags.longitude),
    device: deviceName(tags.Make, tags.Model),
  };
  const isEmpty = notes.capturedAt === null && notes.position === null && notes.device === "";
  return isEmpty ? null : notes;
}

/** Phones repeat the maker in the model: HUAWEI, HUAWEI P30. */
function deviceName(make: unknown, model: unknown): string {
  const [first, second] = [plain(make), plain(model)];
  const name = second.toLowerCase().startsWith(first.toLowerCase()) ? second : `${first} ${second}`;
  return name.trim().slice(0, LONGEST_DEVICE);
}

function plain(value: unknown): string {
  return typeof value === "string" ? value.replace(/[\u0000-\u001f\u007f]/g, "").trim() : "";
}
