import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewPeople } from "~/data/targets/people-view.server";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { parseWrittenDate } from "~/domain/shared/written-date";
import { kindLabel, PEOPLE_KINDS, sizeOf } from "~/domain/targets/people-list";
import { unitOf } from "~/domain/targets/target";
import { standingText, targetLabel } from "~/domain/targets/wording";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { StateBadge } from "~/ui/display/badge";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { Tabs } from "~/ui/display/tabs";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { asOfNote, peopleHref, askedDay } from "./as-of";
import { PeopleTable } from "./people-table";
import { resultBadge } from "./result-badges";
import { UnitTable } from "./unit-table";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ title }) => title,
  crumb: ({ title }) => ({ label: title }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const { search, cursor, size } = readListAddress(request);
  const kind = PEOPLE_KINDS.find((one) => one === search.get("list")) ?? "proved";
  const day = askedDay(search, today);
  const { asOf } = day;
  const month = readMonth(search);
  const { targetId = "", areaCode = "" } = params;
  const asked = { targetId, areaCode, kind, month, asOf, on: today, cursor, size };
  const behind = await viewPeople(actor, asked);
  if (behind === null) throw notFound();
  const title = targetLabel(behind.target, behind.areaName);
  return { behind, title, kind, month: month?.slice(0, 7) ?? null, day, today, size };
}

/** `month=2020-05` as its first day; null without one. A month that is none has no list. */
function readMonth(search: URLSearchParams): CalendarDate | null {
  const typed = search.get("month");
  if (typed === null) return null;
  const found = /^\d{4}-\d{2}$/.test(typed) ? parseWrittenDate(`${typed}-01`) : null;
  if (found === null) throw notFound();
  return found;
}

export default function TargetPeople() {
  const loaded = useLoaderData<typeof loader>();
  const { behind, title, month, day, today, size } = loaded;
  const { asOf, problem } = day;
  const kind = month === null ? loaded.kind : "proved";
  const { target, areaCode, areaName, value, standing, people, units } = behind;
  const tabs = PEOPLE_KINDS.map((one) => ({
    to: peopleHref(target.id, areaCode, one, asOf),
    label: kindLabel(one, target.measure),
    current: month === null && one === kind,
    count: sizeOf(one, standing.tally),
  }));
  const what = month === null ? "" : `${month.replace("-", "年")}月`;
  const caption = `${title}：${what}${kindLabel(kind, target.measure)}`;
  return (
    <>
      <PageHeader
        title={title}
        badge={<StateBadge {...resultBadge(standing.result)} />}
        note={`${asOfNote(asOf, today)}，${standingText(areaName, target, value, standing)}。`}
      />
      {problem !== undefined && <Notice kind="warning">{`截至日期：${problem}。`}</Notice>}
      <Tabs label="名单" tabs={tabs} />
      {month !== null && (
        <p className="mb-2">{`${what}计入的 ${behind.listed} ${unitOf(target)}：`}</p>
      )}
      {people !== null && (
        <PeopleTable
          caption={caption}
          page={people}
          withCounty={behind.isWhole}
          withReasons={kind !== "proved"}
          size={size}
          total={behind.listed}
          unit={unitOf(target)}
        />
      )}
      {units !== null && <UnitTable caption={caption} rows={units} />}
    </>
  );
}
