const SECONDS_PER_DAY = 86_400;
const DAY_MS = SECONDS_PER_DAY * 1000;
const LAST_SERIAL_1900 = 2_958_465;
const DAYS_BETWEEN_SYSTEMS = 1_462;
/** The day that Lotus 1-2-3 invented and Excel kept: 29 February 1900. */
const FALSE_LEAP_DAY = 60;

/**
 * A serial number as the day the spreadsheet shows: `YYYY-MM-DD`, with ` HH:mm:ss` when it has a
 * time. In the 1900 system serial 60 is shown as 1900-02-29 and serial 0 as 1900-01-00, days that
 * do not exist; they are handed on as shown, for the checks to name. Null when no day is shown
 * (negative, or after 9999-12-31).
 */
export function dayOfSerial(serial: number, date1904: boolean): string | null {
  const seconds = Math.round(serial * SECONDS_PER_DAY);
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const last = date1904 ? LAST_SERIAL_1900 - DAYS_BETWEEN_SYSTEMS : LAST_SERIAL_1900;
  if (!(day >= 0 && day <= last)) return null;
  const rest = seconds - day * SECONDS_PER_DAY;
  const shown = date1904 ? isoDay(day + DAYS_BETWEEN_SYSTEMS) : dayIn1900System(day);
  return rest === 0 ? shown : `${shown} ${timeOfSeconds(rest)}`;
}

/** The time of day a fraction shows, `HH:mm:ss`; null when it is not within one day. */
export function timeOfSerial(serial: number): string | null {
  const seconds = Math.round(serial * SECONDS_PER_DAY);
  return seconds >= 0 && seconds < SECONDS_PER_DAY ? timeOfSeconds(seconds) : null;
}

function dayIn1900System(day: number): string {
  if (day === 0) return "1900-01-00";
  if (day === FALSE_LEAP_DAY) return "1900-02-29";
  return isoDay(day < FALSE_LEAP_DAY ? day + 1 : day);
}

/** Days since 1899-12-30, the epoch that makes serials after the false leap day come out right. */
function isoDay(day: number): string {
  return new Date(Date.UTC(1899, 11, 30) + day * DAY_MS).toISOString().slice(0, 10);
}

function timeOfSeconds(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
