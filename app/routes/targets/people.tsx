import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewPeople } from "~/data/targets/people-view.server";
import { kindLabel, PEOPLE_KINDS, sizeOf } from "~/domain/targets/people-list";
import { unitOf } from "~/domain/targets/target";
import { standingText, targetLabel } from "~/domain/targets/wording";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { StateBadge } from "~/ui/display/badge";
import { PageHeader } from "~/ui/display/page-header";
import { Tabs } from "~/ui/display/tabs";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { peopleHref, readAsOf } from "./as-of";
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
  const asOf = readAsOf(search, today);
  const { targetId = "", areaCode = "" } = params;
  const asked = { targetId, areaCode, kind, asOf, on: today, cursor, size };
  const behind = await viewPeople(actor, asked);
  if (behind === null) throw notFound();
  const title = targetLabel(behind.target, behind.areaName);
  return { behind, title, kind, asOf, size };
}

export default function TargetPeople() {
  const { behind, title, kind, asOf, size } = useLoaderData<typeof loader>();
  const { target, areaCode, areaName, value, standing, people, units } = behind;
  const tabs = PEOPLE_KINDS.map((one) => ({
    to: peopleHref(target.id, areaCode, one, asOf),
    label: kindLabel(one, target.measure),
    current: one === kind,
    count: sizeOf(one, standing.tally),
  }));
  const caption = `${title}：${kindLabel(kind, target.measure)}`;
  return (
    <>
      <PageHeader
        title={title}
        badge={<StateBadge {...resultBadge(standing.result)} />}
        note={`截至 ${asOf}，${standingText(areaName, target, value, standing)}。`}
      />
      <Tabs label="名单" tabs={tabs} />
      {people !== null && (
        <PeopleTable
          caption={caption}
          page={people}
          withCounty={behind.isWhole}
          withReasons={kind !== "proved"}
          size={size}
          total={sizeOf(kind, standing.tally)}
          unit={unitOf(target)}
        />
      )}
      {units !== null && <UnitTable caption={caption} rows={units} />}
    </>
  );
}
