import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewAttendanceMonth, type AttendanceRow } from "~/data/posts/attendance-month-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { monthChoices, monthInAddress, writtenMonth } from "~/domain/posts/month-address";
import { monthName } from "~/domain/posts/wage-receipt";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import type { Selection } from "~/ui/tables/selection";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerAttendancePage } from "./attendance-answers.server";
import { attendanceColumns } from "./attendance-columns";
import { AttendanceFilters, AttendanceTabs } from "./attendance-filters";
import { namedErrors, SaveButtons, Saved } from "./attendance-messages";

export const handle: PageHandle = {
  title: "岗位考勤",
  crumb: () => ({ label: "岗位考勤", to: "/posts/attendance" }),
};

const FORM = "attendance";
const SELECTION: Selection<AttendanceRow> = {
  name: "pick",
  formId: FORM,
  label: (row) => `选择 ${row.name}`,
  mayPick: (row) => row.mayWrite,
};
const STATES = ["all", "open", "whole"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "post.read", today);
  if (!mayAnywhere(actor, "post.read", today)) throw forbidden();
  const { search, size } = readListAddress(request);
  // The filter starts with what the address says: without a month it would show none.
  if (writtenMonth(search.get("month")) === null) {
    search.set("month", today.slice(0, 7));
    throw redirect(`/posts/attendance?${search.toString()}`);
  }
  const month = monthInAddress(search.get("month"), today);
  const state = STATES.find((one) => one === search.get("state")) ?? "all";
  const page = Math.max(1, Math.floor(Number(search.get("page") ?? 1)) || 1);
  const [county, township] = [search.get("county") ?? "", search.get("township") ?? ""];
  const filter = { month, county, township, state, appointmentId: null };
  return {
    ...{ month, state, page, size, saved: search.get("saved") ?? "" },
    ...(await viewAttendanceMonth(actor, filter, { page, size, on: today })),
    counties: countyChoices(actor, "post.read", today),
    months: monthChoices(today),
    maySheet: mayAnywhere(actor, "wage.write", today),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "attendance.write", today)) throw forbidden();
  const { search } = readListAddress(request);
  const month = monthInAddress(search.get("month"), today);
  search.delete("saved");
  search.set("month", month.slice(0, 7));
  const to = `/posts/attendance?${search.toString()}`;
  return answerAttendancePage(actor, month, await request.formData(), to);
}

export default function Attendance() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { month, rows, counts, page, size, saved, readsDays } = loaded;
  // Who is told of nobody's days has one list.
  const state = readsDays ? loaded.state : "all";
  const maySave = rows.some((row) => row.mayWrite);
  return (
    <>
      <PageHeader
        title={`${monthName(month)}岗位考勤`}
        note="不填不登记，不会默认出勤；不在岗的日子为“／”"
        actions={
          loaded.maySheet && (
            <ButtonLink to={`/wage-sheets/new?month=${month.slice(0, 7)}`} icon="plus">
              编制工资表
            </ButtonLink>
          )
        }
      />
      <ErrorSummary errors={namedErrors(answer?.errors, rows)} />
      {saved !== "" && answer === undefined && <Saved people={saved} />}
      {readsDays && <AttendanceTabs counts={counts} state={state} />}
      <AttendanceFilters {...loaded} state={state} />
      {/* A save changes what the rows start with: the form is drawn anew with each version. */}
      <Form id={FORM} method="post" key={rows.map(({ id, version }) => `${id}${version}`).join()}>
        <FormFeedback feedback={answer}>
          {maySave && <SaveButtons />}
          <DataTable
            caption={`${monthName(month)}岗位考勤`}
            columns={attendanceColumns(maySave, readsDays)}
            rows={rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/posts/attendance/${row.id}?month=${month.slice(0, 7)}`}
            {...(maySave && { selection: SELECTION })}
            empty={
              <EmptyState title="这个月没有符合条件的在岗人员" icon="roster">
                聘用经审核人确认后才有考勤；换一个月份、乡镇或标签再查。
              </EmptyState>
            }
          />
        </FormFeedback>
      </Form>
      <Pager
        position={{ by: "page", page, pageCount: Math.ceil(counts[state] / size) }}
        {...{ size, total: counts[state] }}
        unit="人"
      />
    </>
  );
}
