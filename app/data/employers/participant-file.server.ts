import {
  MOST_PARTICIPANT_ROWS,
  readParticipantRow,
  type ParticipantRow,
} from "~/domain/employers/fair-participant-row";
import {
  fairParticipantsLayout,
  type FairParticipantField,
} from "~/domain/rosters/layouts/fair-participants";
import type { SheetPreview, TableChoice } from "~/domain/rosters/table";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { withoutBlanks } from "~/domain/shared/cell-text";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { idCardIndex } from "~/platform/crypto/blind-index.server";
import { readStoredFile } from "~/platform/evidence-store.server";
import { platform } from "~/platform/platform.server";
import type { Tx } from "~/platform/prisma/client.server";
import { knownRegionCodes } from "~/platform/reference/region-codes.server";
import { openTable } from "~/platform/workbook/open-table.server";
import { ROSTER_LIMITS } from "~/platform/workbook/workbook-limits.server";
import { WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";
import { peopleOfCounty } from "./fair-participant-store.server";

type Rows = Outcome<readonly ParticipantRow[], { readonly message: string }>;

/** The rows of an uploaded list, or why it cannot be read, in Chinese. Stops at one row too many. */
export async function readParticipantFile(
  file: { readonly id: string; readonly fileName: string },
  today: CalendarDate,
): Promise<Rows> {
  try {
    const named = { name: file.fileName, bytes: await readStoredFile(file.id) };
    let read = await openTable(named, ROSTER_LIMITS, fairParticipantsLayout);
    const choice = read.table === null ? narrowTable(read.sheets) : null;
    if (choice !== null) {
      read = await openTable(named, ROSTER_LIMITS, fairParticipantsLayout, choice);
    }
    if (read.opened === null) {
      const reasons = read.problems.filter(({ severity }) => severity === "refused");
      return refused({ message: reasons.map(({ message }) => message).join("；") });
    }
    const { columns, dataRows } = read.opened;
    const context = { today, knownRegions: knownRegionCodes() };
    const rows: ParticipantRow[] = [];
    for await (const row of dataRows) {
      rows.push(readParticipantRow(row, columns, context));
      if (rows.length > MOST_PARTICIPANT_ROWS) break;
    }
    return done(rows);
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    return refused({ message: error.message });
  }
}

/** A list of one or two columns is too narrow for the search of tables: its header is looked for by itself. */
function narrowTable(sheets: readonly SheetPreview[]): TableChoice<FairParticipantField> | null {
  for (const { info, rows } of sheets) {
    if (info.hidden) continue;
    for (const { sheetRow, texts } of rows) {
      const idCardNumber = columnOf(texts, "idCardNumber");
      if (idCardNumber < 0) continue;
      const name = columnOf(texts, "name");
      const columns = { idCardNumber, ...(name < 0 ? {} : { name }) };
      return { sheet: info.name, headerRow: sheetRow, columns };
    }
  }
  return null;
}

function columnOf(texts: readonly string[], key: FairParticipantField): number {
  const field = fairParticipantsLayout.fields.find((one) => one.key === key);
  const spellings = field === undefined ? [] : [field.header, ...field.aliases];
  return texts.findIndex((text) => spellings.includes(withoutBlanks(text)));
}

/** The county's people that the rows name, each once, and a reason for every row that names none. */
export async function matchWithPeople(
  tx: Tx,
  countyCode: string,
  rows: readonly ParticipantRow[],
): Promise<{ ids: string[]; problems: { sheetRow: number; message: string }[] }> {
  const { keyRing } = platform();
  const indexes = rows.flatMap(({ idCardNumber }) =>
    idCardNumber === null ? [] : [idCardIndex(keyRing, idCardNumber)],
  );
  const people = await peopleOfCounty(tx, countyCode, { indexes });
  const byIndex = new Map(people.map((one) => [one.index, one]));
  const ids = new Set<string>();
  const problems: { sheetRow: number; message: string }[] = [];
  for (const { sheetRow, idCardNumber, name, problem } of rows) {
    const add = (message: string) => problems.push({ sheetRow, message });
    if (idCardNumber === null) {
      add(problem ?? "认不出这个身份证号。");
      continue;
    }
    const shown = maskIdCardNumber(idCardNumber);
    const person = byIndex.get(idCardIndex(keyRing, idCardNumber).toString("hex"));
    if (person === undefined) {
      add(
        `本县还没有 ${shown} 这个人：未入过花名册或台账，或不是本县人员。请核对号码；无误的在“登记新的参加人员”中填写姓名和号码。`,
      );
    } else if (name !== "" && name !== person.name) {
      add(`${shown} 在系统中的姓名与名单不一致。请核对姓名和号码，改正后只上传这一行。`);
    } else ids.add(person.id);
  }
  return { ids: [...ids], problems };
}
