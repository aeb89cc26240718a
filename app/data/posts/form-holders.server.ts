import { maskedNumbers, openNumbers, type SealedNumbers } from "~/data/rosters/masked-line.server";
import { POVERTY_STATUS_LABELS, POVERTY_STATUSES } from "~/domain/people/poverty-status";
import { countMarks, MARK_SIGNS, type Mark } from "~/domain/posts/attendance";
import { marksInPost } from "~/domain/posts/attendance-entry";
import { attendanceFormLayout } from "~/domain/posts/layouts/attendance-form";
import { holderFormLayout } from "~/domain/posts/layouts/holder-form";
import { postFormOf } from "~/domain/posts/post-form";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { fen, yuanColumn } from "~/domain/shared/fen";
import type { FilledForm } from "~/domain/shared/filled-form";
import { monthsEnd } from "~/domain/shared/months";
import { SEX_LABELS } from "~/domain/shared/sex";
import type { Tx } from "~/platform/prisma/client.server";

/** A month of a county, or of one township of it. */
export interface MonthOfForm {
  readonly countyCode: string;
  readonly countyName: string;
  readonly month: CalendarDate;
  /** Empty for the whole county. */
  readonly township: string;
  readonly hasFullNumbers: boolean;
}

interface StoredHolder extends SealedNumbers {
  readonly id: string;
  readonly name: string;
  readonly sex: string;
  readonly township: string;
  readonly village: string;
  readonly title: string;
  readonly rateFen: number;
  readonly startsOn: string;
  readonly lastDay: string;
  readonly hasLeft: boolean;
  readonly category: string | null;
  readonly marks: string | null;
  readonly note: string | null;
}

export async function holderForm(tx: Tx, of: MonthOfForm): Promise<FilledForm> {
  const numbersOf = of.hasFullNumbers ? openNumbers : maskedNumbers;
  const holders = await holdersOf(tx, of);
  const rows = holders.map((one, at) => ({
    id: one.id,
    texts: {
      ...whoTexts(one, at),
      ...numbersOf(one),
      place: [one.township, one.village].join(" ").trim(),
      status: statusText(one.category),
      rate: yuanColumn(fen(one.rateFen)),
      startsOn: one.startsOn,
      lastDay: one.hasLeft ? `${one.lastDay} 退岗` : one.lastDay,
    },
  }));
  return postFormOf(of, holderFormLayout, { headParts: [scopeText(of)], rows });
}

export async function attendanceForm(tx: Tx, of: MonthOfForm): Promise<FilledForm> {
  const holders = await holdersOf(tx, of);
  const rows = holders.map((one, at) => {
    const post = { startsOn: day(one.startsOn), lastDay: day(one.lastDay) };
    const marks = marksInPost(one.marks, of.month, post);
    const { workedDays, leaveDays, absentDays } = countMarks(marks);
    const signs = [...marks].map((mark, index) => [`day${index + 1}`, MARK_SIGNS[mark as Mark]]);
    return {
      id: one.id,
      texts: {
        ...whoTexts(one, at),
        ...(Object.fromEntries(signs) as Record<string, string>),
        // What nobody has entered is not told as nought: the paper may be filled by hand.
        ...(one.marks !== null && {
          ...{ worked: String(workedDays), leave: String(leaveDays), absent: String(absentDays) },
        }),
        note: one.note ?? "",
      },
    };
  });
  const days = Number(monthsEnd(of.month, 1).slice(8));
  const key = (["P", "R", "L", "A", "-"] as const).map(
    (mark) => `${MARK_SIGNS[mark]} ${WORDS[mark]}`,
  );
  const headParts = [scopeText(of), key.join("　")];
  return postFormOf(of, attendanceFormLayout(days), { headParts, rows });
}

const WORDS = { P: "出勤", R: "休息", L: "请假", A: "缺勤", "-": "不在岗" } as const;

/** Confirmed holders with a day in the month, village by village. */
function holdersOf(tx: Tx, { countyCode, month, township }: MonthOfForm): Promise<StoredHolder[]> {
  return tx.$queryRaw<StoredHolder[]>`
    SELECT p.id, p.name, p.sex, p.township, p.village, p.title, p.monthly_rate_fen AS "rateFen",
      p.starts_on::text AS "startsOn", coalesce(p.left_on, p.ends_on)::text AS "lastDay",
      p.left_on IS NOT NULL AS "hasLeft", p.verified_category AS category, t.marks, t.note,
      o.id_index AS "idIndex", o.id_sealed AS "idSealed", o.phone_sealed AS "phoneSealed"
    FROM post_appointment p JOIN person o ON o.id = p.person_id
      LEFT JOIN post_attendance t ON t.appointment_id = p.id AND t.month = ${month}::date
    WHERE p.county_code = ${countyCode} AND p.removed_at IS NULL AND p.state = 'confirmed'
      AND p.starts_on <= ${monthsEnd(month, 1)}::date AND coalesce(p.left_on, p.ends_on) >= ${month}::date
      AND p.ends_on >= ${month}::date AND (${township} = '' OR p.township = ${township})
    ORDER BY p.township, p.village, p.title, p.name, p.id`;
}

function whoTexts({ name, sex, title }: StoredHolder, at: number) {
  const isKnown = sex === "MALE" || sex === "FEMALE";
  return { number: String(at + 1), name, title, sex: isKnown ? SEX_LABELS[sex] : "" };
}

function statusText(category: string | null): string {
  const status = POVERTY_STATUSES.find((one) => one === category);
  return status === undefined ? "未查验" : POVERTY_STATUS_LABELS[status];
}

function scopeText({ township }: MonthOfForm): string {
  return township === "" ? "范围：全县（市、区）" : `范围：${township}`;
}
