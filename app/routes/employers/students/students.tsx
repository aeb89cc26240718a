import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listStudents } from "~/data/employers/student-list-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { STUDENT_STATES } from "~/domain/employers/student";
import { looksLikeNumber } from "~/domain/people/typed-number";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { STUDENT_COLUMNS } from "./student-columns";
import { StudentFilters } from "./student-filters";

export const handle: PageHandle = {
  title: "在沪职校学生",
  crumb: () => ({ label: "在沪职校学生", to: "/students" }),
};

const WORK = ["settle", "contact"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "placement.read", today);
  if (!mayAnywhere(actor, "placement.read", today)) throw forbidden();
  const { search, cursor, size } = readListAddress(request);
  const name = (search.get("name") ?? "").trim().slice(0, 40);
  const filter = {
    county: search.get("county") ?? "",
    state: STUDENT_STATES.find((state) => state === search.get("state")) ?? null,
    work: WORK.find((work) => work === search.get("work")) ?? null,
    school: (search.get("school") ?? "").trim().slice(0, 60),
    name: looksLikeNumber(name) ? "" : name,
  };
  return {
    page: await listStudents(actor, filter, today, { size, cursor }),
    size,
    counties: countyChoices(actor, "placement.read", today),
    mayCreate: mayAnywhere(actor, "student.write", today),
  };
}

export default function Students() {
  const { page, size, mayCreate, counties } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="在沪职校学生"
        note="在上海职业院校就读的本县学生，跟踪到落实就业。"
        actions={
          mayCreate && (
            <ButtonLink to="/students/new" variant="primary" icon="plus">
              登记学生
            </ButtonLink>
          )
        }
      />
      <StudentFilters counties={counties} />
      <DataTable
        caption="在沪职校学生"
        columns={STUDENT_COLUMNS}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/students/${row.id}`}
        rowTone={(row) => (row.settling === "late" ? "danger" : "plain")}
        empty={
          <EmptyState title="没有符合条件的学生" icon="people">
            学生由县级经办人登记，登记后逐次记录联系、推荐、录用和就业。
          </EmptyState>
        }
      />
      <Pager
        position={{ by: "key", before: page.before, after: page.after }}
        size={size}
        unit="人"
      />
    </>
  );
}
