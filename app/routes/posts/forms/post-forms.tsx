import { redirect } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listPostForms } from "~/data/posts/post-forms-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { monthChoices } from "~/domain/posts/month-address";
import { monthName } from "~/domain/posts/wage-receipt";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { PageHeader } from "~/ui/display/page-header";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { requireActor } from "~/usecases/access/require-actor.server";
import { formQuery, readFormAddress } from "./form-address";
import { formColumns, formHref } from "./form-columns";

export const handle: PageHandle = {
  title: "公共服务岗位名册和表单",
  crumb: () => ({ label: "名册和表单", to: "/posts/forms" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const needs = (["post.export", "wage.pay"] as const).filter((one) =>
    mayAnywhere(actor, one, today),
  );
  if (needs.length === 0) throw forbidden();
  const all = needs.flatMap((one) => countyChoices(actor, one, today));
  const counties = [...new Map(all.map((one) => [one.code, one])).values()];
  const asked = readFormAddress(request, today);
  const county = counties.find(({ code }) => code === asked.county) ?? counties[0];
  const of = { ...asked, county: county?.code ?? "", which: "" };
  // The filter shows what its address says, so that the address says what is shown.
  const { search } = new URL(request.url);
  if (asked.county !== of.county || !search.includes("month=")) {
    throw redirect(`/posts/forms${formQuery(of)}`);
  }
  const choices = await listPostForms(narrowedTo(actor, "post.read", today), of, today);
  return { of, counties, choices, months: monthChoices(today, 1) };
}

export default function PostForms() {
  const { of, counties, choices, months } = useLoaderData<typeof loader>();
  const month = of.month.slice(0, 7);
  return (
    <>
      <PageHeader
        title="公共服务岗位名册和表单"
        note="按系统内的记录生成；每次打印和下载都会留痕，份号印在页脚"
      />
      <FilterBar label="选择月份和范围">
        {counties.length > 1 && (
          <RegionPicker
            name="county"
            label="县（市、区）"
            regions={counties}
            defaultValue={of.county}
          />
        )}
        <SelectField
          name="month"
          label="月份"
          options={[...new Set([month, ...months])]
            .sort()
            .reverse()
            .map((value) => ({ value, label: monthName(value) }))}
          defaultValue={month}
        />
        <TextField
          name="township"
          label="乡镇（不填为全县）"
          maxLength={30}
          defaultValue={of.township}
        />
      </FilterBar>
      <DataTable
        caption={`${monthName(of.month)}的表单`}
        columns={formColumns(of)}
        rows={choices}
        rowKey={(one) => `${one.form} ${one.which}`}
        rowHref={(one) => formHref(of, one)}
        empty={<p className="p-4">没有您可以办理的表单。</p>}
      />
    </>
  );
}
