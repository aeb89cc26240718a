import { Form } from "@remix-run/react";
import type { NoticePerson } from "~/data/posts/notice-people-view.server";
import type { NoticePage } from "~/data/posts/notice-view.server";
import { CONFIRM_BLOCK_LABELS } from "~/domain/posts/confirmation";
import { exportAgeText } from "~/domain/posts/registry-age";
import { SubmitButton } from "~/ui/actions/submit-button";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

const FORM = "confirm-people";

const columns = (maxAgeDays: number | null): readonly Column<NoticePerson>[] => [
  { key: "name", header: "姓名", isRowHeader: true, cell: ({ name }) => name },
  { key: "public", header: "公示姓名", cell: (row) => row.publicName },
  {
    key: "id",
    header: "身份证号",
    cell: ({ maskedId }) => <span className="tabular-nums">{maskedId}</span>,
  },
  { key: "title", header: "岗位", cell: ({ title }) => title },
  { key: "place", header: "乡镇、村", cell: ({ place }) => place },
  { key: "days", header: "任期", cell: ({ startsOn, endsOn }) => `${startsOn} 至 ${endsOn}` },
  {
    key: "warnings",
    header: "提醒",
    className: "min-w-[14rem] whitespace-normal",
    cell: (row) => remarksOn(row, maxAgeDays).join("；"),
  },
  { key: "state", header: "状态", cell: (row) => <PersonState person={row} /> },
];

/** The people of a notice, in full for the office and as the public reads them; the reviewer confirms. */
export function NoticePeople({ notice }: { readonly notice: NoticePage }) {
  const { people, mayConfirm, version, maxAgeDays } = notice;
  const canConfirm = mayConfirm && people.some(({ blocks }) => blocks.length === 0);
  return (
    <div id="people">
      <Card
        title={`公示人员（${people.length}）`}
        note="公示表上只写“公示姓名”一栏"
        actions={
          canConfirm && (
            <Form method="post" id={FORM}>
              <input type="hidden" name="version" value={version} />
              <SubmitButton name="intent" value="confirm" pendingLabel="正在确认…">
                确认聘用所选人员
              </SubmitButton>
            </Form>
          )
        }
      >
        <DataTable
          caption="公示人员"
          columns={columns(maxAgeDays)}
          rows={people}
          rowKey={(row) => row.id}
          rowHref={(row) => `/posts/appointments/${row.id}`}
          {...(canConfirm
            ? {
                selection: {
                  ...{ name: "id", formId: FORM },
                  label: ({ name }: NoticePerson) => `选择 ${name}`,
                  mayPick: ({ blocks }: NoticePerson) => blocks.length === 0,
                },
              }
            : {})}
          tall={false}
          empty="名单上没有人"
        />
      </Card>
    </div>
  );
}

/** What the reviewer is to know: findings, why the term is as it is, and how old the registry's data are. */
function remarksOn(row: NoticePerson, maxAgeDays: number | null): readonly string[] {
  const { warnings, termReason, exportedOn, startsOn } = row;
  return [
    ...warnings,
    ...(termReason === "" ? [] : [`任期说明：${termReason}`]),
    ...(exportedOn === null ? [] : [`查验用 ${exportAgeText(exportedOn, startsOn, maxAgeDays)}`]),
  ];
}

function PersonState({ person }: { readonly person: NoticePerson }) {
  const { isConfirmed, isToldAnew, blocks } = person;
  if (isConfirmed) return <StateBadge label="已聘用" tone="success" />;
  if (isToldAnew) return "已另行公示";
  if (blocks.length === 0) return <StateBadge label="可以确认" tone="info" />;
  return blocks.map((block) => CONFIRM_BLOCK_LABELS[block]).join("；");
}
