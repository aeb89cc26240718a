import fc from "fast-check";
import { addDays, day } from "~/domain/shared/calendar-date";
import { idCardNumber } from "~/domain/shared/id-card-number";
import type { IdCardNumber } from "~/domain/shared/id-card-number";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A sound, made-up number from a region code, a day of birth (YYYY-MM-DD) and a serial (0..999). */
export function idNumberOf(region: string, bornOn: string, serial: number): IdCardNumber {
  const body = `${region}${bornOn.replaceAll("-", "")}${String(serial).padStart(3, "0")}`;
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (WEIGHTS[i] ?? 0), 0);
  return idCardNumber(body + "10X98765432".charAt(sum % 11));
}

/** Any sound number of somebody of the Chuxiong counties born between 1950 and 2003. */
export const anyIdNumber: fc.Arbitrary<IdCardNumber> = fc
  .tuple(
    fc.constantFrom("532301", "532322", "532323", "532324", "532331"),
    fc.integer({ min: 0, max: 19_700 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([region, days, serial]) => idNumberOf(region, addDays(day("1950-01-01"), days), serial));
