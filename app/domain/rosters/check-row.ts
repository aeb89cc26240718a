import { withNumbersMasked } from "../people/typed-number";
import type { ColumnMap } from "./column-map";
import {
  checkTexts,
  readAddress,
  readPeriod,
  readRegistered,
  readStatus,
  tidied,
} from "./declared-cells";
import { checkAge, readIdCardNumber, readName, readPhone, readSex } from "./identity-cells";
import type { TrainingField } from "./layouts/training";
import type { CheckedRow } from "./person-row";
import { RowReading } from "./row-reading";
import type { SheetRow } from "./sheet";
import type { RowContext, TrainingValues } from "./training-row";

const CLASS_WORDS = { firstDay: "开班首日", dates: "培训日期" };

/**
 * Reads and checks one row of a training roster by itself: all findings of all its cells at once.
 * Duplicates and the registry are looked at afterwards, over all rows (cross-check.ts).
 */
export function checkRow(
  row: SheetRow,
  columns: ColumnMap<TrainingField>,
  context: RowContext,
): CheckedRow<TrainingValues> {
  const reading = new RowReading(row, columns);
  const name = readName(reading);
  const idCardNumber = readIdCardNumber(reading, context);
  const written = readPeriod(reading);
  const period = written.startsOn === null ? (context.titlePeriod ?? written) : written;
  if (idCardNumber !== null) {
    const startsOn = context.classStartsOn ?? period.startsOn;
    checkAge(reading, idCardNumber, { startsOn, today: context.today, ...CLASS_WORDS });
  }
  const sex = readSex(reading, idCardNumber);
  // Officers write numbers into free columns; in full they stay in the sealed file alone.
  const address = withNumbersMasked(readAddress(reading, context));
  const phone = readPhone(reading);
  const declaredRegistered = readRegistered(reading);
  const declaredStatus = readStatus(reading);
  checkTexts(reading);
  const values = {
    name,
    sex,
    ethnicity: tidied(reading.text("ethnicity")),
    idCardNumber,
    address,
    phone,
    declaredRegistered,
    declaredStatus,
    trade: withNumbersMasked(tidied(reading.text("trade"))),
    startsOn: period.startsOn,
    endsOn: period.endsOn,
    note: withNumbersMasked(tidied(reading.text("note"))),
  };
  return { sheetRow: row.sheetRow, values, findings: reading.findings };
}
