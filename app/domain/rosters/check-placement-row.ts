import { withNumbersMasked } from "../people/typed-number";
import { checkPhone } from "../shared/phone-number";
import type { ColumnMap } from "./column-map";
import { checkTexts, tidied } from "./declared-cells";
import { readHomeCounty } from "./home-county-cell";
import { checkAge, readIdCardNumber, readName, readPhone, readSex } from "./identity-cells";
import type { PlacementField } from "./layouts/placement";
import {
  readArrangement,
  readContract,
  readForm,
  readPublicPost,
  readWorkerGroup,
} from "./contract-cells";
import { readEnding, readTerm } from "./ending-cells";
import type { CheckedPlacement, PlacementContext } from "./placement-row";
import { RowReading } from "./row-reading";
import type { SheetRow } from "./sheet";
import {
  readCreditCode,
  readEmployer,
  readJobTitle,
  readStartedOn,
  readWage,
  readWorkplace,
} from "./work-cells";

const WORK_WORDS = { firstDay: "上岗当日", dates: "上岗时间" };

/**
 * Reads and checks one row of a ledger of labour transfer by itself: all findings of all its cells at once. What
 * other rows, the registry and the ledger say of it is looked at afterwards.
 */
export function checkPlacementRow(
  row: SheetRow,
  columns: ColumnMap<PlacementField>,
  context: PlacementContext,
): CheckedPlacement {
  const reading = new RowReading(row, columns);
  const homeCounty = readHomeCounty(reading, context.home);
  const name = readName(reading);
  const idCardNumber = readIdCardNumber(reading, context);
  const startedOn = readStartedOn(reading, context);
  if (idCardNumber !== null && startedOn !== null) {
    checkAge(reading, idCardNumber, { startsOn: startedOn, today: context.today, ...WORK_WORDS });
  }
  const sex = readSex(reading, idCardNumber);
  const phone = readContact(reading);
  const free = (key: PlacementField) => withNumbersMasked(tidied(reading.text(key)));
  const fields = {
    township: free("township"),
    village: free("village"),
    employerName: readEmployer(reading),
    creditCode: readCreditCode(reading),
    workplaceCode: readWorkplace(reading, context.findWorkplace),
    jobTitle: readJobTitle(reading),
    monthlyWageFen: readWage(reading),
    startedOn,
    contractKind: readContract(reading),
    arrangement: readArrangement(reading),
    publicPost: readPublicPost(reading),
    statedForm: readForm(reading),
    workerGroup: readWorkerGroup(reading),
    ...readTerm(reading),
    ...readEnding(reading, { startedOn, today: context.today }),
    batchName: free("batch"),
  };
  checkTexts(reading);
  // The ledger's township and village are coarser than an address on record, so they never differ from it.
  const values = { name, sex, ethnicity: "", idCardNumber, address: "", phone };
  const { sheetRow } = row;
  return { sheetRow, values, homeCounty, fields, note: free("note"), findings: reading.findings };
}

/** Without a number the line goes in, for it says that somebody works; a wrong number is to be put right. */
function readContact(reading: RowReading<PlacementField>): string | null {
  const check = checkPhone(reading.text("phone"), reading.kind("phone"));
  if (check.value !== null || check.fault !== "phone-missing") return readPhone(reading);
  const message = "联系方式为空，跟踪回访时找不到本人。请尽快补上本人手机号。";
  reading.add("phone", "phone-missing", "warning", message);
  return null;
}
