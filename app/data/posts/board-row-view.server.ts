import { openNumbers } from "~/data/people/person-store.server";
import type { Actor } from "~/domain/access/actor";
import { boardStanding, type BoardStanding } from "~/domain/posts/board";
import {
  boardMonths,
  receiptCount,
  type AttendanceStanding,
  type BoardMonth,
  type MonthRecord,
  type ReceiptCount,
} from "~/domain/posts/board-months";
import type { AppointmentState } from "~/domain/posts/post";
import { readsWholePost } from "~/domain/posts/reader";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { regionName } from "~/platform/reference/region-codes.server";

/** A month as its reader is told it: a district officer learns whether it was paid and signed, not of the days. */
export type ToldMonth = Omit<BoardMonth, "attendance"> & {
  readonly attendance: AttendanceStanding | null;
};

/** A post on the board, its number masked; a district officer is told neither township nor village. */
export interface BoardRow {
  readonly id: string;
  readonly name: string;
  readonly maskedId: string;
  /** 南华县 沙桥镇 三街村, as far as it is told. */
  readonly place: string;
  readonly title: string;
  readonly state: AppointmentState;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly leftOn: CalendarDate | null;
  readonly standing: BoardStanding;
  readonly months: readonly ToldMonth[];
  readonly receipts: ReceiptCount;
  /** Paid for days after he had left, and no correction makes it up; never told to a district officer. */
  readonly isPaidLate: boolean;
}

/** The row as the list's query brings it. */
export interface StoredPost {
  readonly id: string;
  readonly name: string;
  readonly countyCode: string;
  readonly township: string;
  readonly village: string;
  readonly title: string;
  readonly idIndex: Uint8Array;
  readonly idSealed: Uint8Array | null;
  readonly state: AppointmentState;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly leftOn: string | null;
  readonly statedReceipts: readonly string[];
}

export function boardRow(
  actor: Actor,
  row: StoredPost,
  records: ReadonlyMap<string, MonthRecord> | undefined,
  on: CalendarDate,
  paidLate: ReadonlySet<string> = new Set(),
): BoardRow {
  const { id, name, countyCode, title, state, idIndex, idSealed, statedReceipts } = row;
  const [startsOn, endsOn] = [day(row.startsOn), day(row.endsOn)];
  const leftOn = row.leftOn === null ? null : day(row.leftOn);
  const post = { state, startsOn, endsOn, leftOn, statedReceipts };
  const isWhole = readsWholePost(actor, countyCode, on);
  const place = [
    regionName(countyCode) ?? countyCode,
    ...(isWhole ? [row.township, row.village] : []),
  ];
  const months = boardMonths(post, records ?? new Map(), on);
  const number =
    idSealed === null ? "" : openNumbers({ idIndex, idSealed, phoneSealed: null }).idCardNumber;
  return {
    ...{ id, name, title, state, startsOn, endsOn, leftOn },
    maskedId: maskIdCardNumber(number),
    place: place.filter((part) => part !== "").join(" "),
    standing: boardStanding(post, on),
    months: months.map((one) => ({ ...one, attendance: isWhole ? one.attendance : null })),
    receipts: receiptCount(months),
    isPaidLate: isWhole && paidLate.has(id),
  };
}
