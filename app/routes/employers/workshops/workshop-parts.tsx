import type { SerializeFrom } from "@remix-run/node";
import { Link } from "@remix-run/react";
import type { WorkerLine } from "~/data/employers/workshop-people-view.server";
import type { WorkshopPage } from "~/data/employers/workshop-view.server";
import type { KeyPage } from "~/domain/shared/key-page";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { jobColumns, WORKER_COLUMNS } from "./worker-columns";

interface Props {
  readonly workshop: SerializeFrom<WorkshopPage>;
}

/** What has to be looked at: a document that is missing, people who work on after the end. */
export function StateNotice({ workshop }: Props) {
  const { state, withdrawnOn, validTo, isWorkingOn, jobs } = workshop;
  if (state === "AWAITING_PROOF") {
    return (
      <Notice kind="warning" title="待补认定材料">
        还没有认定文件，不能作为已认定的扶贫车间使用。请到“认定材料”上传认定文件或证书。
      </Notice>
    );
  }
  if (!isWorkingOn) return null;
  const end = withdrawnOn === null ? `${validTo ?? ""} 到期` : `${withdrawnOn} 撤销`;
  return (
    <Notice kind="error" title="认定已失效，仍有人在岗">
      认定已于 {end}，本县仍有 {jobs[0]?.workers ?? 0}{" "}
      人登记在该单位务工。请核对：认定是否延续，或就业登记是否应办理离岗。
    </Notice>
  );
}

export function WorkshopFacts({ workshop }: Props) {
  const { withdrawnOn, withdrawnReason } = workshop;
  return (
    <Card title="认定情况">
      <DescriptionList
        items={[
          {
            term: "用人单位",
            detail: (
              <Link
                to={`/employers/${workshop.employerId}`}
                className="text-brand-600 hover:underline"
              >
                {workshop.employerName}
              </Link>
            ),
          },
          { term: "所在地", detail: workshop.placeName },
          { term: "认定单位", detail: workshop.recognisedBy },
          { term: "认定文号", detail: workshop.documentNumber },
          { term: "认定日期", detail: workshop.recognisedOn },
          { term: "有效期至", detail: workshop.validTo ?? "长期" },
          ...(withdrawnOn === null
            ? []
            : [{ term: "撤销", detail: `${withdrawnOn}，${withdrawnReason ?? ""}`, wide: true }]),
        ]}
      />
    </Card>
  );
}

/** Persons in work today and at past year ends, with what changed since the one before. */
export function JobsByDay({ workshop }: Props) {
  return (
    <Card
      title="带动就业"
      note="本县人员在该单位、工作地在本县的就业登记，按人计；建档立卡以上岗首日的查验为准"
      flush
    >
      <DataTable
        caption="各年末在岗人数"
        columns={jobColumns(workshop)}
        rows={workshop.jobs}
        rowKey={(row) => row.on}
        tall={false}
        empty={null}
      />
    </Card>
  );
}

interface WorkersCardProps {
  readonly shown: { readonly on: string; readonly onlyPoor: boolean };
  readonly workers: SerializeFrom<KeyPage<WorkerLine>>;
  readonly size: number;
}

/** The people behind the figure that was opened. */
export function WorkersCard({ shown, workers, size }: WorkersCardProps) {
  const who = shown.onlyPoor ? "建档立卡人员" : "人员";
  return (
    <section id="people" className="mb-4">
      <DataTable
        caption={`${shown.on} 在岗${who}`}
        showCaption
        columns={WORKER_COLUMNS}
        rows={workers.rows}
        rowKey={(row) => row.placementId}
        rowHref={(row) => `/people/${row.personId}`}
        tall={false}
        empty={
          <EmptyState title={`这一天没有在岗${who}`} icon="people">
            在岗人数来自转移就业台账中该单位、工作地在本县的就业登记。
          </EmptyState>
        }
      />
      <Pager
        position={{ by: "key", before: workers.before, after: workers.after }}
        size={size}
        unit="条"
      />
    </section>
  );
}
