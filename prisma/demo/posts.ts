import type { Actor } from "~/domain/access/actor";
import { toBankAccount } from "~/domain/people/bank-account";
import { accountForm, appointmentForm } from "~/domain/posts/appointment";
import { noticeForm } from "~/domain/posts/notice";
import { quotaForm } from "~/domain/posts/quota";
import { addDays, type CalendarDate } from "~/domain/shared/calendar-date";
import { addMonths, monthOf, monthsEnd } from "~/domain/shared/months";
import type { Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { openText } from "~/platform/crypto/field-cipher.server";
import { platform } from "~/platform/platform.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { addQuota } from "~/usecases/posts/add-quota.server";
import { closeNotice } from "~/usecases/posts/close-notice.server";
import { confirmAppointments } from "~/usecases/posts/confirm-appointments.server";
import { enterBankResult } from "~/usecases/posts/enter-bank-result.server";
import { lockWageSheet } from "~/usecases/posts/lock-wage-sheet.server";
import { openNotice } from "~/usecases/posts/open-notice.server";
import { openWageSheet } from "~/usecases/posts/open-wage-sheet.server";
import { proposeAppointment } from "~/usecases/posts/propose-appointment.server";
import { recordAccount } from "~/usecases/posts/record-account.server";
import { recordAttendance } from "~/usecases/posts/record-attendance.server";
import { approveWageSheet } from "~/usecases/posts/review-wage-sheet.server";
import { sendWages } from "~/usecases/posts/send-wages.server";
import { submitWageSheet } from "~/usecases/posts/submit-wage-sheet.server";
import { signOnPhone } from "#test/builders/signing";
import { received } from "#test/db/rosters/support";

/** The hands a month of wages goes through. */
export interface PostHands {
  readonly officer: Actor;
  readonly reviewer: Actor;
  readonly finance: Actor;
}

const NANHUA = "532324";
const HOLDERS = 6;
/** In the month before last two have not signed yet. */
const UNSIGNED = 2;
/** A claim for them is warned of it. */
const WITHOUT_PHONE = 2;

/** The instant of nine in the morning, China's time. */
const morning = (on: CalendarDate) => new Date(`${on}T09:00:00+08:00`);

/**
 * Six forest guards of 南华, in the post since the month before last: that month is locked, the last one is paid and
 * lacks two signatures, this month's attendance waits to be entered. Nothing is done twice by a later start.
 */
export async function holdPosts(hands: PostHands, now: Date): Promise<void> {
  const begun = addMonths(monthOf(dayInChina(now)), -2);
  const { officer } = hands;
  const there = await inTransaction(officer, (tx) =>
    tx.postQuota.count({ where: { countyCode: NANHUA } }),
  );
  if (there > 0) return;
  const quotaId = await quotaOf(officer, begun);
  const posts = await appoint(hands, quotaId, begun);
  await payMonth(hands, posts, begun, { isLocked: true });
  await payMonth(hands, posts, addMonths(begun, 1), { isLocked: false });
}

async function quotaOf(officer: Actor, begun: CalendarDate): Promise<string> {
  const facts = quotaForm.parse({
    ...{ township: "龙川镇", village: "", kind: "FOREST_GUARD", title: "护林员" },
    ...{ employer: "龙川镇人民政府", posts: "8", monthlyRateFen: "800", note: "" },
    ...{ fundSource: "沪滇劳务协作资金", documentNumber: "曲财农〔2020〕31号", issuer: "" },
    ...{ issuedOn: "", fromOn: begun, toOn: monthsEnd(begun, 6) },
  });
  return kept(await addQuota(officer, { countyCode: NANHUA, facts }, morning(addDays(begun, -30))));
}

interface HeldPost {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly account: string;
}

async function appoint(
  { officer, reviewer }: PostHands,
  quotaId: string,
  begun: CalendarDate,
): Promise<readonly HeldPost[]> {
  const posts: HeldPost[] = [];
  for (const [index, person] of (await registeredWithoutWork(officer)).entries()) {
    const form = appointmentForm.parse({
      ...{ quotaId, startsOn: begun, endsOn: monthsEnd(begun, index === 0 ? 3 : 6) },
      ...{ shortReason: "", replacesId: "", note: "", township: "龙川镇", village: "" },
    });
    const phone = index < WITHOUT_PHONE ? "" : `1380878${String(4_100 + index * 37)}`;
    const typed = { personId: null, countyCode: NANHUA, phone, ...person };
    const id = kept(
      await proposeAppointment(officer, { person: typed, form }, morning(addDays(begun, -20))),
    );
    posts.push({ id, name: person.name, ...(await accountOf(officer, id, person.name, index)) });
  }
  const notice = noticeForm.parse({
    ...{ title: "龙川镇护林员拟聘人员公示", fromOn: addDays(begun, -14), toOn: addDays(begun, -8) },
    ...{ place: "龙川镇人民政府公示栏、各村委会", contact: "县人社局就业科" },
  });
  const appointmentIds = posts.map(({ id }) => id);
  const opened = { appointmentIds, form: notice };
  const noticeId = kept(await openNotice(officer, opened, morning(addDays(begun, -15))));
  const closing = { noticeId, version: 1, closingNote: "公示期间没有收到异议。" };
  kept(await closeNotice(officer, closing, morning(addDays(begun, -7))));
  const asked = { noticeId, version: 2, appointmentIds };
  kept(await confirmAppointments(reviewer, asked, morning(addDays(begun, -6))));
  return posts;
}

/** Of the county's registry, grown-up people who stand in no other list of the demonstration: its workbooks begin at the top. */
async function registeredWithoutWork(officer: Actor) {
  const rows = await inTransaction(
    officer,
    (tx) => tx.$queryRaw<{ name: string; idIndex: Uint8Array; idSealed: Uint8Array }[]>`
      SELECT e.name, e.id_index AS "idIndex", e.id_sealed AS "idSealed" FROM registry_entry e
      WHERE e.county_code = ${NANHUA} AND e.category <> ''
        AND e.snapshot_id = (SELECT s.id FROM registry_snapshot s WHERE s.state = 'ready'
          ORDER BY s.exported_on DESC LIMIT 1)
        AND NOT EXISTS (SELECT FROM person p WHERE p.id_index = e.id_index)
      ORDER BY e.sheet_row DESC OFFSET 20`,
  );
  return rows
    .map(({ name, idIndex, idSealed }) => ({
      name,
      idCardNumber: openText(
        platform().keyRing,
        idSealed,
        `idNumber:${Buffer.from(idIndex).toString("hex")}`,
      ),
    }))
    .filter(({ idCardNumber }) => isGrownUp(idCardNumber.slice(6, 10)))
    .slice(0, HOLDERS);
}

const isGrownUp = (year: string) => year >= "1968" && year <= "1998";

async function accountOf(officer: Actor, id: string, holderName: string, index: number) {
  const account = `62170018300${String(10_000_000 + index * 7_919)}`;
  const form = accountForm.parse({
    ...{ holderName, bankName: "南华县农村信用合作联社", account, again: account },
  });
  const post = await inTransaction(officer, (tx) =>
    tx.postAppointment.findUniqueOrThrow({ where: { id } }),
  );
  const asked = { appointmentId: id, version: post.version };
  kept(await recordAccount(officer, asked, form, post.createdAt));
  return { personId: post.personId, account: toBankAccount(account) ?? "" };
}

async function payMonth(
  { officer, reviewer, finance }: PostHands,
  posts: readonly HeldPost[],
  month: CalendarDate,
  { isLocked }: { readonly isLocked: boolean },
): Promise<void> {
  const over = addDays(monthsEnd(month, 1), 1);
  const rows = posts.map(({ id: appointmentId }, index) => ({
    ...{ appointmentId, version: 0, note: null },
    entry: { whole: "P" as const, days: index === 1 ? { A: [8, 9] } : {} },
  }));
  kept(await recordAttendance(officer, { month, rows }, morning(over)));
  const asked = { countyCode: NANHUA, month, township: "", fundSource: "" };
  const sheetId = kept(await openWageSheet(officer, asked, morning(over)));
  kept(await submitWageSheet(officer, { sheetId, version: 1 }, morning(over)));
  kept(await approveWageSheet(reviewer, { sheetId, version: 2 }, morning(addDays(over, 1))));
  const sent = morning(addDays(over, 2));
  kept(await sendWages(finance, { sheetId }, sent));
  const { rosterId, lines } = await inTransaction(officer, async (tx) =>
    tx.wageSheet.findUniqueOrThrow({
      where: { id: sheetId },
      include: { lines: { orderBy: { lineNo: "asc" } } },
    }),
  );
  const accounts = new Map(posts.map(({ personId, account }) => [personId, account]));
  const answered = lines.map(
    ({ lineNo, personId, payFen }) =>
      `${lineNo},${accounts.get(personId) ?? ""},${(payFen / 100).toFixed(2)},成功,,${addDays(over, 3)}`,
  );
  const text = ["序号,账号,金额,结果,失败原因,日期", ...answered].join("\n");
  const file = await received(Buffer.from(text), "银行回盘.csv");
  const payment = { sheetId, paymentId: lines[0]?.paymentId ?? "" };
  kept(await enterBankResult(finance, payment, file, morning(addDays(over, 3))));
  const signing = isLocked ? lines : lines.slice(0, lines.length - UNSIGNED);
  for (const { id: lineId } of signing) {
    await signOnPhone(officer, { rosterId: rosterId ?? "", lineId }, morning(addDays(over, 4)));
  }
  if (!isLocked) return;
  const { version } = await inTransaction(officer, (tx) =>
    tx.wageSheet.findUniqueOrThrow({ where: { id: sheetId } }),
  );
  kept(await lockWageSheet(reviewer, { sheetId, version }, morning(addDays(over, 5))));
}

function kept<Value>(outcome: Outcome<Value, { readonly kind: string }>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.kind}`);
  return outcome.value;
}
