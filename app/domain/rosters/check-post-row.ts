import { withNumbersMasked } from "../people/typed-number";
import { checkPhone } from "../shared/phone-number";
import type { ColumnMap } from "./column-map";
import { checkTexts, tidied } from "./declared-cells";
import { checkAge, readIdCardNumber, readName, readPhone, readSex } from "./identity-cells";
import type { PostField } from "./layouts/post";
import { checkTerm, readEnd, readLeaving, readRate, readStart, readTitle } from "./post-cells";
import type { CheckedPost, PostContext, PostFields, PostReading } from "./post-row";
import { checkReceipts, readReceipts } from "./receipt-cells";
import { RowReading } from "./row-reading";
import type { SheetRow } from "./sheet";

const POST_WORDS = { firstDay: "上岗当日", dates: "聘用开始" };

/**
 * Reads and checks one row of a roster of public-service posts by itself: all findings of all its cells at once.
 * What other rows, the registry and other posts and jobs say of it is looked at afterwards.
 */
export function checkPostRow(
  row: SheetRow,
  columns: ColumnMap<PostField>,
  context: PostContext,
): CheckedPost {
  const reading: PostReading = new RowReading(row, columns);
  const name = readName(reading);
  const idCardNumber = readIdCardNumber(reading, context);
  const sex = readSex(reading, idCardNumber);
  const phone = readContact(reading);
  const free = (key: PostField) => withNumbersMasked(tidied(reading.text(key)));
  const note = free("note");
  const title = readTitle(reading);
  const monthlyRateFen = readRate(reading);
  const term = readTerm(reading, context, note);
  if (idCardNumber !== null && term.startsOn !== null) {
    checkAge(reading, idCardNumber, { ...POST_WORDS, startsOn: term.startsOn, ...context });
  }
  const statedReceipts = receiptsOf(reading, term, name, context);
  const fields = {
    township: free("township"),
    village: free("village"),
    employer: free("employer"),
    fundSource: free("fundSource") || context.fundSource,
    ...{ title, monthlyRateFen, ...term, statedReceipts },
  };
  checkTexts(reading);
  const values = { name, sex, ethnicity: "", idCardNumber, address: "", phone };
  return { sheetRow: row.sheetRow, values, fields, note, findings: reading.findings };
}

/** The months that a row calls signed and that are months of its post; nothing is said about the row. */
export function signedWithin(row: SheetRow, columns: ColumnMap<PostField>, context: PostContext) {
  const reading: PostReading = new RowReading(row, columns);
  const name = readName(reading);
  const { startsOn, endsOn, leftOn } = readTerm(reading, context, "");
  const lastOn = leftOn ?? endsOn;
  if (startsOn === null || lastOn === null || lastOn < startsOn) return [];
  const signed = readReceipts(reading, { startsOn, lastOn }, name);
  return signed.filter((one) => one >= startsOn.slice(0, 7) && one <= lastOn.slice(0, 7));
}

type Term = Pick<PostFields, "startsOn" | "endsOn" | "leftOn" | "shortReason">;

/** The days of the post, judged; a note counts as the reason of a short term where no column for it is filled in. */
function readTerm(reading: PostReading, { today }: PostContext, note: string): Term {
  const startsOn = readStart(reading, today);
  const endsOn = readEnd(reading);
  const leftOn = readLeaving(reading, { startsOn, endsOn }, today);
  const stated = withNumbersMasked(tidied(reading.text("shortReason")));
  if (startsOn === null || endsOn === null)
    return { startsOn, endsOn, leftOn, shortReason: stated };
  checkTerm(reading, { startsOn, endsOn }, stated || note);
  const isShort = reading.findings.some(({ kind }) => kind === "term-short");
  return { startsOn, endsOn, leftOn, shortReason: isShort ? stated || note : stated };
}

function receiptsOf(
  reading: PostReading,
  { startsOn, endsOn, leftOn }: Term,
  name: string | null,
  context: PostContext,
): readonly string[] {
  const lastOn = leftOn ?? endsOn;
  if (startsOn === null || lastOn === null || lastOn < startsOn) return [];
  const days = { startsOn, lastOn };
  checkReceipts(reading, days, name, context);
  return readReceipts(reading, days, name);
}

/** Without a number the line goes in, for it says who holds a post; a wrong number is to be put right. */
function readContact(reading: PostReading): string | null {
  const check = checkPhone(reading.text("phone"), reading.kind("phone"));
  if (check.value !== null || check.fault !== "phone-missing") return readPhone(reading);
  const message = "联系电话为空，签收和核查时找不到本人。请尽快补上本人手机号。";
  reading.add("phone", "phone-missing", "warning", message);
  return null;
}
