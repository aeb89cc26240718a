import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewLedgerFigures } from "~/data/placements/ledger-figures-view.server";
import { viewHome, type HomeView } from "~/data/rosters/home-view.server";
import { listTodos } from "~/data/rosters/todo-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { requireActor } from "~/usecases/access/require-actor.server";
import { LedgerTiles } from "./ledger-tiles";

export const handle: PageHandle = { title: "工作台", crumb: () => ({ label: "工作台", to: "/" }) };

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const home = await viewHome(actor, today);
  const ledger = await viewLedgerFigures(actor, today);
  const todos = await listTodos(actor, today);
  return { ...home, ledger, todos, name: actor.name, organisationName: actor.organisationName };
}

export default function Home() {
  const { name, organisationName, todos, totals, ledger, mayImport } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={`${name}，您好`}
        note={organisationName}
        actions={
          mayImport && (
            <ButtonLink to="/rosters/import" variant="primary" icon="import">
              导入花名册
            </ButtonLink>
          )
        }
      />
      {totals !== null && <Totals totals={totals} />}
      {ledger !== null && <LedgerTiles figures={ledger} />}
      <Card
        title={`待办（${todos.total}）`}
        note={todos.total > todos.rows.length ? `先列出 ${todos.rows.length} 件` : undefined}
        flush
      >
        <DataTable
          caption="待办"
          tall={false}
          rows={todos.rows}
          rowKey={(one) => one.to}
          rowHref={(one) => one.to}
          columns={[
            { key: "what", header: "要办的事", isRowHeader: true, cell: (one) => one.what },
            { key: "where", header: "县（市、区）", cell: (one) => one.countyName },
            { key: "detail", header: "说明", cell: (one) => one.detail },
          ]}
          empty={
            <EmptyState title="没有待办">
              需要您处理的花名册、培训班、就业台账、公共服务岗位和对账会列在这里。
            </EmptyState>
          }
        />
      </Card>
    </>
  );
}

function Totals({ totals }: { readonly totals: NonNullable<HomeView["totals"]> }) {
  return (
    <StatTiles>
      <StatTile label="在册学员" value={totals.headcount} unit="人" to="/rosters" />
      <StatTile
        label="已查验建档立卡身份"
        value={totals.verified}
        unit="人"
        to="/rosters"
        tone="success"
      />
      <StatTile
        label="未查验"
        value={totals.headcount - totals.verified}
        unit="人"
        to="/rosters?problems=1"
        tone={totals.headcount > totals.verified ? "warning" : "neutral"}
      />
      <StatTile
        label="已核定花名册"
        value={totals.accepted}
        unit="份"
        to="/rosters?state=accepted"
      />
      <StatTile
        label="已封存花名册"
        value={totals.sealed}
        unit="份"
        to="/rosters?state=sealed"
        tone={totals.sealed > 0 ? "success" : "neutral"}
      />
    </StatTiles>
  );
}
