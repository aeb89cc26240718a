import { calendarDate } from "~/domain/shared/calendar-date";

const WRITTEN = /^(\d{4}):(\d{2}):(\d{2})[ T](\d{2}):(\d{2}):(\d{2})/;
const OFFSET = /^[+-](?:0\d|1[0-4]):[0-5]\d$/;

/**
 * The instant a camera wrote as `2020:06:01 09:30:00`, by its own offset (`+08:00`) where it wrote one
 * and by China's time otherwise (EXIF 2.32, DateTimeOriginal and OffsetTimeOriginal). Null for anything
 * else, also for the row of zeros that an unset clock leaves.
 */
export function captureTime(written: unknown, offset: unknown): Date | null {
  const parts = typeof written === "string" ? WRITTEN.exec(written) : null;
  if (parts === null) return null;
  const [, year, month, date, hour, minute, second] = parts;
  const day = calendarDate(Number(year), Number(month), Number(date));
  if (day === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const zone = typeof offset === "string" && OFFSET.test(offset) ? offset : "+08:00";
  return new Date(`${day}T${hour}:${minute}:${second}${zone}`);
}

/** Seconds between 1904-01-01, where films begin to count (ISO/IEC 14496-12), and 1970-01-01. */
const FILM_EPOCH_SECONDS = 2_082_844_800;

/** The instant a film says it was made (UTC seconds since 1904); null outside this century: an unset clock. */
export function filmTime(seconds: number): Date | null {
  const at = (seconds - FILM_EPOCH_SECONDS) * 1000;
  return at >= Date.UTC(2000, 0, 1) && at < Date.UTC(2100, 0, 1) ? new Date(at) : null;
}
