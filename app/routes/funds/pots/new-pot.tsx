import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewPotCells } from "~/data/funds/pot-cell-view.server";
import { allocationYears } from "~/data/funds/allocation-tree-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FilterBar } from "~/ui/forms/filter-bar";
import { SelectField } from "~/ui/forms/select-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { CellChoice } from "./cell-choice";
import { NewPotForm } from "./new-pot-form";
import { answerNewPot } from "./pot-answers.server";

export const handle: PageHandle = {
  title: "设立资金项目",
  crumb: () => ({ label: "设立资金项目" }),
};

async function writerOf(request: Request) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "fund.write", today)) throw forbidden();
  return { actor, today };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, today } = await writerOf(request);
  const search = new URL(request.url).searchParams;
  const years = await allocationYears(actor);
  const asked = Number(search.get("year"));
  const year = years.includes(asked) ? asked : (years[0] ?? Number(today.slice(0, 4)));
  const cells = await viewPotCells(actor, year, today);
  return { years, year, cells, chosen: search.get("cell") ?? "" };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, today } = await writerOf(request);
  return answerNewPot(actor, await request.formData(), today);
}

export default function NewPot() {
  const { years, year, cells, chosen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const cell = cells.find(({ cellId }) => cellId === (answer?.values["cellId"] ?? chosen));
  return (
    <>
      <PageHeader
        title="设立资金项目"
        note={
          cell === undefined
            ? "第一步：选择本单位的一笔下达资金；一笔资金可以分成几个项目，合计不超过下达数。"
            : "第二步：填写项目；金额不超过这笔资金的剩余数。"
        }
      />
      <ErrorSummary errors={answer?.errors} />
      {cell === undefined ? (
        <>
          {years.length > 1 && (
            <FilterBar label="选择年度">
              <SelectField
                name="year"
                label="年度"
                options={years.map((one) => ({ value: String(one), label: `${one} 年` }))}
                emptyLabel={null}
                defaultValue={String(year)}
              />
            </FilterBar>
          )}
          <CellChoice cells={cells} year={year} />
        </>
      ) : (
        <NewPotForm cell={cell} feedback={answer} />
      )}
    </>
  );
}
