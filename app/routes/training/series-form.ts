import { textsOf } from "./form-issues";

export const SLOTS = ["morning", "afternoon"] as const;
export const SLOT_PARTS = ["startsAt", "endsAt", "classHours"] as const;

/** Field of a slot's part, e.g. morning.startsAt. */
export function slotField(slot: string, part: string): string {
  return `${slot}.${part}`;
}

const PLAIN = ["fromOn", "toOn", "place", "teacher", "topic"];

/** The texts of the series form, and the shape its schema reads. */
export function readSeries(form: FormData) {
  const slotNames = SLOTS.flatMap((slot) => SLOT_PARTS.map((part) => slotField(slot, part)));
  const values = textsOf(form, [...PLAIN, ...SLOTS, ...slotNames]);
  const weekdays = form.getAll("weekdays").map(String);
  for (const weekday of weekdays) values[`weekday.${weekday}`] = "on";
  const slotOf = (slot: string) =>
    values[slot] === ""
      ? null
      : Object.fromEntries(SLOT_PARTS.map((part) => [part, values[slotField(slot, part)] ?? ""]));
  const raw = {
    ...values,
    weekdays: weekdays.filter((one) => /^[0-6]$/.test(one)).map(Number),
    morning: slotOf("morning"),
    afternoon: slotOf("afternoon"),
  };
  return { values, raw };
}
