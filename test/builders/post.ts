import type pg from "pg";
import { toBankAccount } from "~/domain/people/bank-account";
import { savePayeeAccount } from "~/data/people/payee-account-store.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface QuotaToBuild {
  readonly countyCode: string;
  readonly township: string;
  readonly title: string;
  readonly posts: number;
  /** Fen a month. */
  readonly monthlyRateFen: number;
  readonly fromOn: string;
  readonly toOn: string;
}

/** Ten forest guards of 南华 at 1,000 yuan for the year 2020 unless told; answers the id. */
export async function buildQuota(
  owner: pg.Client,
  quota: Partial<QuotaToBuild> = {},
): Promise<string> {
  const id = newId();
  const standard = { countyCode: "532324", township: "", title: "护林员", posts: 10 };
  const row = {
    ...standard,
    ...{ monthlyRateFen: 100_000, fromOn: "2020-01-01", toOn: "2020-12-31" },
    ...quota,
  };
  await owner.query(
    `INSERT INTO post_quota (id, county_code, township, kind, title, employer, posts, monthly_rate_fen,
       fund_source, document_number, from_on, to_on, created_by, created_by_name, created_at, updated_at)
     VALUES ($1, $2, $3, 'FOREST_GUARD', $4, '镇人民政府', $5, $6, '沪滇劳务协作资金',
       '曲财农〔2020〕31号', $7, $8, $1, '测试员', now(), now())`,
    [
      id,
      row.countyCode,
      row.township,
      row.title,
      row.posts,
      row.monthlyRateFen,
      row.fromOn,
      row.toOn,
    ],
  );
  return id;
}

export interface AppointmentToBuild {
  readonly personId: string;
  readonly quotaId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly leftOn: string | null;
  readonly state: "proposed" | "confirmed";
  readonly verifiedCategory: string | null;
}

/** A confirmed post from 2020-04-01 to 2020-09-30 unless told, under the quota's title and rate; answers the id. */
export async function buildAppointment(
  owner: pg.Client,
  one: Pick<AppointmentToBuild, "personId" | "quotaId"> & Partial<AppointmentToBuild>,
): Promise<string> {
  const id = newId();
  const row = {
    ...{ startsOn: "2020-04-01", endsOn: "2020-09-30", leftOn: null },
    ...{ state: "confirmed", verifiedCategory: "LIFTED" },
    ...one,
  };
  await owner.query(
    `INSERT INTO post_appointment (id, county_code, quota_id, person_id, id_index, name, pinyin_initials,
       sex, township, title, employer, monthly_rate_fen, fund_source, starts_on, ends_on, left_on,
       leave_reason, state, confirmed_by, confirmed_by_name, confirmed_at, verified_category, verified_on,
       created_by, created_by_name, created_at, updated_at)
     SELECT $1, p.county_code, q.id, p.id, p.id_index, p.name, p.pinyin_initials, p.sex, q.township, q.title,
       q.employer, q.monthly_rate_fen, q.fund_source, $4, $5, $6, CASE WHEN $6::date IS NULL THEN '' ELSE 'PERSONAL' END,
       $7, CASE WHEN $7 = 'confirmed' THEN $1::uuid END, CASE WHEN $7 = 'confirmed' THEN '审核员' END,
       CASE WHEN $7 = 'confirmed' THEN now() END, $8, CASE WHEN $8::text IS NULL THEN NULL ELSE $4::date END,
       $1, '测试员', now(), now()
     FROM person p, post_quota q WHERE p.id = $2 AND q.id = $3`,
    [
      id,
      row.personId,
      row.quotaId,
      row.startsOn,
      row.endsOn,
      row.leftOn,
      row.state,
      row.verifiedCategory,
    ],
  );
  return id;
}

/** The marks of a month (`2020-04-01`), one letter a day. */
export async function buildAttendance(
  owner: pg.Client,
  appointmentId: string,
  month: string,
  marks: string,
): Promise<void> {
  const count = (mark: string) => marks.split(mark).length - 1;
  await owner.query(
    `INSERT INTO post_attendance (appointment_id, month, county_code, marks, worked_days, leave_days,
       absent_days, recorded_by, recorded_by_name, recorded_at)
     SELECT id, $2, county_code, $3, $4, $5, $6, id, '测试员', now() FROM post_appointment WHERE id = $1`,
    [appointmentId, month, marks, count("P"), count("L"), count("A")],
  );
}

/** The person's own account. */
export function buildAccount(
  person: { readonly personId: string; readonly countyCode: string; readonly name: string },
  digits: string,
): Promise<string> {
  const account = toBankAccount(digits);
  if (account === null) throw new Error("no account");
  const by = { userId: person.personId, name: "测试员", now: new Date("2020-04-01T02:00:00Z") };
  const { personId, countyCode, name: holderName } = person;
  const one = { personId, countyCode, holderName, bankName: "农村信用社", account };
  return inTransaction({ userId: by.userId, counties: [countyCode] }, (tx) =>
    savePayeeAccount(tx, one, by),
  );
}
