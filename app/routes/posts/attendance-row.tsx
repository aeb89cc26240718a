import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { viewAttendanceMonth } from "~/data/posts/attendance-month-view.server";
import { narrowedTo } from "~/domain/access/policy";
import { monthInAddress } from "~/domain/posts/month-address";
import { monthName } from "~/domain/posts/wage-receipt";
import { addDays } from "~/domain/shared/calendar-date";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerAttendanceRow } from "./attendance-answers.server";
import { AttendanceDays } from "./attendance-days";
import { DayMarks, daysText } from "./day-marks";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ row, month }) => `${row.name}${monthName(month)}考勤`,
  crumb: ({ row }) => ({ label: `${row.name}的考勤` }),
};

async function find({ request, params }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const signedIn = await requireActor(request);
  const actor = narrowedTo(signedIn, "post.read", today);
  const id = params["appointmentId"];
  if (!isUuid(id)) throw notFound();
  const search = new URL(request.url).searchParams;
  const month = monthInAddress(search.get("month"), today);
  const filter = { month, county: "", township: "", state: "all", appointmentId: id } as const;
  const { rows } = await viewAttendanceMonth(actor, filter, { page: 1, size: 1, on: today });
  const [row] = rows;
  if (row === undefined) throw notFound();
  return { actor: signedIn, today, month, row, saved: search.has("saved") };
}

export async function loader(args: LoaderFunctionArgs) {
  const { today, month, row, saved } = await find(args);
  // Days to come are not entered.
  const hasCome = [...(row.days?.marks ?? "")].map((_, at) => addDays(month, at) <= today);
  return { month, row, saved, hasCome };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.clone().formData();
  const { actor, month, row } = await find(args);
  const to = `/posts/attendance/${row.id}?month=${month.slice(0, 7)}`;
  return answerAttendanceRow(actor, { appointmentId: row.id, month, to }, form);
}

export default function AttendanceOfOne() {
  const { month, row, saved, hasCome } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const messages = Object.values(answer?.errors ?? {}).map((message) => ({ message }));
  const { handedIn } = row;
  return (
    <>
      <PageHeader
        title={`${row.name}${monthName(month)}考勤`}
        note={`${row.maskedId} · ${`${row.area} ${row.post}`.trim()}`}
        actions={
          <ButtonLink to={`/posts/attendance?month=${month.slice(0, 7)}`}>返回本月考勤</ButtonLink>
        }
      />
      <ErrorSummary errors={messages} />
      {saved && answer === undefined && (
        <Notice kind="success" live>
          考勤已保存。
        </Notice>
      )}
      {handedIn !== null && (
        <Notice kind="info">
          {"本月工资已报审，考勤不能再改："}
          <Link to={`/wage-sheets/${handedIn.id}`} className="text-brand-600 hover:underline">
            {handedIn.label}
          </Link>
        </Notice>
      )}
      <Card title="本月">
        <DescriptionList
          items={[
            { term: "任期", detail: `${row.startsOn} 至 ${row.lastDay}` },
            { term: "合计（天）", detail: row.days === null ? "" : daysText(row.days) },
            { term: "工资", detail: row.wage },
            { term: "登记人", detail: row.recordedByName },
            { term: "备注", detail: row.note, wide: true },
          ].filter(({ detail }) => detail !== "")}
        />
        {row.days !== null && (
          <div
            tabIndex={0}
            role="group"
            aria-label="每日考勤"
            className="relative mt-3 overflow-x-auto"
          >
            <DayMarks marks={row.days.marks} />
          </div>
        )}
      </Card>
      {row.mayWrite && row.days !== null && (
        <AttendanceDays
          month={month}
          row={{ ...row, ...row.days }}
          hasCome={hasCome}
          feedback={answer}
        />
      )}
    </>
  );
}
