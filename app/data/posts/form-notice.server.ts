import { publicName } from "~/domain/people/public-name";
import { noticeFormLayout } from "~/domain/posts/layouts/notice-form";
import { postFormOf } from "~/domain/posts/post-form";
import type { FilledForm } from "~/domain/shared/filled-form";
import { SEX_LABELS } from "~/domain/shared/sex";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { toldPeople } from "./notice-people-store.server";

export interface NoticeOfForm {
  readonly id: string;
  readonly countyCode: string;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly fromOn: string;
  readonly toOn: string;
  readonly place: string;
  readonly contact: string;
}

/** Null out of scope. */
export async function findNoticeOfForm(tx: Tx, id: string): Promise<NoticeOfForm | null> {
  if (!isUuid(id)) return null;
  const row = await tx.postNotice.findUnique({ where: { id } });
  if (row === null) return null;
  const { countyCode, title, place, contact } = row;
  return {
    ...{ id, countyCode, title, place, contact },
    fromOn: text(row.fromOn),
    toOn: text(row.toOn),
  };
}

/** What hangs on the wall: surnames, villages and posts. */
export async function noticeForm(tx: Tx, notice: NoticeOfForm): Promise<FilledForm> {
  const people = await toldPeople(tx, notice.id);
  const rows = people.map(
    ({ appointmentId, name, sex, township, village, title, employer, ...one }, at) => ({
      id: appointmentId,
      texts: {
        ...{ number: String(at + 1), name: publicName(name), title, employer },
        sex: sex === "MALE" || sex === "FEMALE" ? SEX_LABELS[sex] : "",
        place: [township, village].join(" ").trim(),
        term: `${one.startsOn} 至 ${one.endsOn}`,
      },
    }),
  );
  const { fromOn, toOn, place, contact } = notice;
  const headParts = [
    `公示期：${fromOn} 至 ${toOn}`,
    `公示地点：${place}`,
    ...(contact === "" ? [] : [`对以上人员有异议的，请在公示期内反映：${contact}`]),
  ];
  const of = { countyName: regionName(notice.countyCode) ?? notice.countyCode, month: null };
  return postFormOf(of, noticeFormLayout, { headParts, rows });
}

function text(date: Date): string {
  return date.toISOString().slice(0, 10);
}
