import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listPeople } from "~/data/people/people-view.server";
import { regionChoices } from "~/data/regions/region-name-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { LOOK_UP_REFUSALS } from "~/domain/people/look-up-limit";
import { asTypedNumber, looksLikeNumber } from "~/domain/people/typed-number";
import { readsWholeLine } from "~/domain/placements/reader";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { lookUpNumber } from "~/usecases/people/look-up-number.server";
import { NARROW_COLUMNS, PERSON_COLUMNS } from "./person-columns";
import { PeopleSearch } from "./people-search";

export const handle: PageHandle = {
  title: "人员",
  crumb: () => ({ label: "人员", to: "/people" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "people.read", today);
  if (!mayAnywhere(actor, "people.read", today)) throw forbidden();
  const { search, cursor, size } = readListAddress(request);
  const text = (search.get("q") ?? "").trim();
  if (looksLikeNumber(text)) throw redirect("/people"); // a number has no place in an address
  const countyCode = search.get("county") || null;
  const counties = regionChoices(actor.counties).filter(({ code }) => !code.endsWith("00"));
  const page = await listPeople(actor, { text, countyCode }, cursor, size, today);
  const names = new Map(counties.map(({ code, name }) => [code, name]));
  const rows = page.rows.map((row) => ({ ...row, countyName: names.get(row.countyCode) ?? "" }));
  const readsWhole = actor.counties.some((code) => readsWholeLine(actor, code, today));
  const isFiltered = text !== "" || countyCode !== null;
  return { ...page, rows, size, counties, isFiltered, readsWhole };
}

/** A number in full goes by blind index straight to the person; anything else becomes an address. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await request.formData();
  const text = String(form.get("q") ?? "").trim();
  const county = String(form.get("county") ?? "");
  const number = asTypedNumber(text);
  if (number !== null) {
    const outcome = await lookUpNumber(actor, number, now());
    if (!outcome.ok) {
      const status = outcome.refusal.kind === "tooMany" ? 429 : 403;
      return data({ message: LOOK_UP_REFUSALS[outcome.refusal.kind] }, { status });
    }
    const { personId } = outcome.value;
    if (personId !== null) return redirect(`/people/${personId}`);
    return data({ message: "没有找到这个身份证号的人，可能未入任何名册，或不在您的地区范围内。" });
  }
  if (looksLikeNumber(text)) {
    const message = "身份证号须是完整、正确的 18 位，请对照身份证核对后再查。";
    return data({ message }, { status: 422 });
  }
  const wanted = new URLSearchParams({ ...(text && { q: text }), ...(county && { county }) });
  return redirect(wanted.size === 0 ? "/people" : `/people?${wanted.toString()}`);
}

export default function People() {
  const { rows, before, after, size, counties, isFiltered, readsWhole } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title="人员" note="各期名册上的人，每人一条；号码隐去中间几位。" />
      {answer !== undefined && (
        <Notice kind="warning" live>
          {answer.message}
        </Notice>
      )}
      <PeopleSearch counties={counties} />
      <DataTable
        caption="人员"
        columns={readsWhole ? PERSON_COLUMNS : NARROW_COLUMNS}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/people/${row.id}`}
        empty={
          isFiltered ? (
            <EmptyState title="没有符合条件的人" icon="search">
              姓名和拼音首字母按开头查找；身份证号须是完整的 18 位。
            </EmptyState>
          ) : (
            <EmptyState title="还没有人员" icon="people">
              名册入册后，名册上的人会出现在这里。
            </EmptyState>
          )
        }
      />
      <Pager position={{ by: "key", before, after }} size={size} unit="人" />
    </>
  );
}
