import { Form, Link } from "@remix-run/react";
import type { EmployerChoice } from "~/data/employers/employer-choice-view.server";
import { EMPLOYER_KIND_LABELS } from "~/domain/employers/employer";
import { ButtonLink, buttonClass } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { TextField } from "~/ui/forms/text-field";
import { Icon } from "~/ui/icon";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

interface EmployerStepProps {
  readonly title: string;
  /** What was searched for; empty at first. */
  readonly text: string;
  readonly found: readonly EmployerChoice[];
  /** The page with the employer chosen, but for its id. */
  readonly next: string;
  readonly mayRegister: boolean;
}

/** The first step of a form about an employer: find it. Works without a script. */
export function EmployerStep({ title, text, found, next, mayRegister }: EmployerStepProps) {
  return (
    <Card title={title} className="max-w-4xl">
      <Form method="get" role="search" className="mb-4 flex flex-wrap items-end gap-3">
        <TextField
          name="text"
          label="名称或统一社会信用代码"
          hint="名称写出其中几个字即可；代码须写全 18 位"
          type="search"
          maxLength={60}
          defaultValue={text}
          className="w-full md:w-96"
        />
        <button type="submit" className={buttonClass("primary")}>
          <Icon name="search" />
          查找
        </button>
      </Form>
      {text !== "" && (
        <DataTable
          caption="找到的单位"
          columns={columns(next)}
          rows={found}
          rowKey={(row) => row.id}
          tall={false}
          empty={
            <EmptyState
              title="没有找到这家单位"
              icon="search"
              action={
                mayRegister && (
                  <ButtonLink to="/employers/new" icon="plus">
                    登记用人单位
                  </ButtonLink>
                )
              }
            >
              请换几个字再查，或先登记这家单位。
            </EmptyState>
          }
        />
      )}
    </Card>
  );
}

function columns(next: string): readonly Column<EmployerChoice>[] {
  return [
    {
      key: "name",
      header: "单位名称",
      isRowHeader: true,
      cell: ({ id, name }) => (
        <Link to={`${next}${id}`} className="text-brand-600 hover:underline">
          {name}
        </Link>
      ),
      className: "min-w-[12rem] whitespace-normal",
    },
    { key: "kind", header: "类型", cell: (row) => EMPLOYER_KIND_LABELS[row.kind] },
    { key: "code", header: "统一社会信用代码", cell: (row) => row.creditCode ?? "暂缺" },
    { key: "region", header: "登记机关所在地", cell: (row) => row.regionName ?? "—" },
  ];
}
