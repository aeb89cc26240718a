import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { may } from "~/domain/access/policy";
import { formNeeds } from "~/domain/training/class-form";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import type { PageHandle } from "~/ui/frame/page-handle";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { requireActor } from "~/usecases/access/require-actor.server";
import { ClassFrame } from "../class-frame";
import { formEntries, type FormEntry } from "./form-entries";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.label}表单`,
  crumb: () => ({ label: "表单" }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewClassHead(actor, params["classId"], today);
  if (head === null) throw notFound();
  const { countyCode } = head;
  const mayOpen = (needs: FormEntry["needs"]) => may(actor, needs, countyCode, today);
  const mayMake = may(actor, formNeeds("sign-in", "print"), countyCode, today);
  const entries = formEntries(head).filter(({ needs }) => mayOpen(needs));
  return { head, entries, mayMake };
}

const COLUMNS: readonly Column<FormEntry>[] = [
  { key: "name", header: "表单", isRowHeader: true, cell: (entry) => entry.name },
  {
    key: "about",
    header: "内容",
    cell: (entry) => entry.about,
    // On a phone the buttons need the room, and the name says enough.
    className: "hidden min-w-[12rem] whitespace-normal sm:table-cell",
  },
  {
    key: "actions",
    header: "操作",
    cell: (entry) => (
      <span className="flex flex-wrap gap-2">
        {entry.links.map(({ label, to, icon }) => (
          <ButtonLink
            key={to}
            to={to}
            size="small"
            icon={icon}
            aria-label={`${entry.name} ${label}`}
          >
            {label}
          </ButtonLink>
        ))}
      </span>
    ),
  },
];

export default function ClassForms() {
  const { head, entries, mayMake } = useLoaderData<typeof loader>();
  return (
    <ClassFrame
      head={head}
      current="sessions"
      actions={<ButtonLink to={`/classes/${head.id}/sessions`}>返回课程表</ButtonLink>}
    >
      <p className="mb-3 text-slate-600">
        {mayMake
          ? "表单按系统内的记录生成，每次打印和下载都会留痕，份号印在页脚。"
          : "您可以打印课程表；含学员姓名的表单由有打印权限的人员办理。"}
      </p>
      <DataTable
        caption="本班表单"
        columns={COLUMNS}
        rows={entries}
        rowKey={(entry) => entry.name}
        empty={null}
      />
    </ClassFrame>
  );
}
