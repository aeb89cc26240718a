import { Link } from "@remix-run/react";
import type { EmployerTies } from "~/data/employers/employer-ties-view.server";
import type { EmployerPage } from "~/data/employers/employer-view.server";
import type { VacancyListPage } from "~/data/employers/vacancy-list-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { DataTable } from "~/ui/tables/data-table";
import { LinkList } from "./link-list";
import { PlacedByCounty } from "./placed-by-county";
import { VACANCY_COLUMNS } from "./vacancy-columns";

interface EmployerTablesProps {
  readonly employer: EmployerPage;
  readonly ties: EmployerTies;
  readonly vacancies: VacancyListPage;
}

/** Who works there, what it offers, and what was done with it. */
export function EmployerTables({ employer, ties, vacancies }: EmployerTablesProps) {
  const { id } = employer;
  return (
    <>
      <PlacedByCounty employerId={id} counties={ties.counties} />
      <Vacancies employer={employer} vacancies={vacancies} />
      {ties.classes.length > 0 && (
        <LinkList
          title="为本单位开办的订单式、定向式培训班"
          links={ties.classes.map(({ id: classId, label, countyName, startsOn }) => ({
            to: `/classes/${classId}/filing`,
            label,
            note: `${countyName}，${startsOn} 开班`,
          }))}
        />
      )}
      {employer.kind === "INTERMEDIARY" && <Batches employer={employer} ties={ties} />}
    </>
  );
}

function Vacancies({ employer, vacancies }: Pick<EmployerTablesProps, "employer" | "vacancies">) {
  const { id, mayPublish } = employer;
  return (
    <Card
      title="岗位和用工订单"
      note={`${vacancies.total} 个`}
      actions={
        mayPublish && (
          <ButtonLink to={`/vacancies/new?employer=${id}`} size="small" icon="plus">
            发布岗位
          </ButtonLink>
        )
      }
      flush
    >
      <DataTable
        caption="本单位的岗位和用工订单"
        columns={VACANCY_COLUMNS.filter(({ key }) => key !== "employer")}
        rows={vacancies.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/vacancies/${row.id}`}
        tall={false}
        empty={
          <EmptyState title="还没有岗位" icon="placement">
            单位招工或下了用工订单后，由县级经办人、劳务站或结对区发布。
          </EmptyState>
        }
      />
      {vacancies.pageCount > 1 && (
        <p className="px-4 py-2">
          <Link
            to={`/vacancies?employer=${id}&state=all`}
            className="text-brand-600 hover:underline"
          >
            查看全部 {vacancies.total} 个
          </Link>
        </p>
      )}
    </Card>
  );
}

function Batches({ employer, ties }: Pick<EmployerTablesProps, "employer" | "ties">) {
  return (
    <LinkList
      title="组织输出的劳务批次"
      empty="还没有批次。"
      links={ties.batches.map(({ id, name, organisedOn }) => ({
        to: `/labour-batches/${id}`,
        label: name,
        note: organisedOn,
      }))}
      actions={
        employer.mayBatch && (
          <ButtonLink to={`/labour-batches/new?employer=${employer.id}`} size="small" icon="plus">
            登记批次
          </ButtonLink>
        )
      }
    />
  );
}
