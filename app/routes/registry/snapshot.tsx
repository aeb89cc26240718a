import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewJobOf } from "~/data/jobs/job-view.server";
import { findEntry, listEntries, type EntryLine } from "~/data/registry/entry-view.server";
import { viewSnapshot } from "~/data/registry/registry-view.server";
import { fullRegionName, regionChoices } from "~/data/regions/region-name-view.server";
import { may, narrowedTo } from "~/domain/access/policy";
import { LOOK_UP_REFUSALS } from "~/domain/people/look-up-limit";
import { asTypedNumber, looksLikeNumber } from "~/domain/people/typed-number";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid, readListAddress } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { PageHeader } from "~/ui/display/page-header";
import { Notice } from "~/ui/display/notice";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { cancelJob } from "~/usecases/jobs/cancel-job.server";
import { lookUpNumber } from "~/usecases/people/look-up-number.server";
import { EntrySearch } from "./entry-search";
import { SnapshotBadge } from "./snapshot-badge";
import { SnapshotFacts } from "./snapshot-facts";
import { SnapshotProgress } from "./snapshot-progress";
import { RefusedRows } from "./refused-rows";

type Loaded = SerializeFrom<typeof loader>;

const KEY = /^[0-9a-f]{64}$/;

export const handle: PageHandle<Loaded> = {
  title: ({ title }) => title,
  crumb: ({ title }) => ({ label: title }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "registry.read", today);
  const id = params["id"];
  if (!isUuid(id)) throw notFound();
  // Before what it works on: a job that ends between the two would show its end and the state before it, for good.
  const job = await viewJobOf(actor, id, now());
  const snapshot = await viewSnapshot(actor, id);
  if (snapshot === null) throw notFound();
  const { search, cursor, size } = readListAddress(request, KEY);
  const county = search.get("county");
  const filter = { text: (search.get("q") ?? "").trim(), countyCode: county || null };
  const seen = snapshot.counts.map(({ countyCode }) => countyCode);
  const page = await listEntries(actor, snapshot.id, filter, cursor, size);
  return {
    title: `${fullRegionName(snapshot.regionCode)}建档立卡数据`,
    snapshot,
    job: snapshot.state === "ready" ? null : job,
    entries: { ...page, rows: page.rows.map(shown) },
    size,
    counties: regionChoices(seen),
    mayCancel: may(actor, "registry.import", snapshot.regionCode, today),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const signedIn = await requireActor(request);
  const actor = narrowedTo(signedIn, "registry.read", dayInChina(now()));
  const id = params["id"];
  const snapshot = isUuid(id) ? await viewSnapshot(actor, id) : null;
  if (snapshot === null) throw notFound();
  const form = await request.formData();
  if (form.get("intent") === "cancel") {
    await cancelJob(actor, String(form.get("jobId") ?? ""), now());
    return redirect(`/registry/${snapshot.id}`);
  }
  const text = String(form.get("q") ?? "").trim();
  const number = asTypedNumber(text);
  if (number === null) {
    // Somebody's number, mistyped: it has no place in an address either.
    if (looksLikeNumber(text)) return data({ found: null, message: NOT_WHOLE }, { status: 422 });
    return redirect(`/registry/${snapshot.id}?${new URLSearchParams({ q: text }).toString()}`);
  }
  const outcome = await lookUpNumber(signedIn, number, now());
  if (!outcome.ok)
    return data({ found: null, message: LOOK_UP_REFUSALS[outcome.refusal.kind] }, { status: 429 });
  const entry = await findEntry(actor, snapshot.id, outcome.value.idIndex);
  if (entry === null) return data({ found: null, message: "这份数据里没有这个身份证号。" });
  return data({ found: shown(entry), message: "" });
}

const NOT_WHOLE = "身份证号须是完整、正确的 18 位，请对照身份证核对后再查。";

/** The key of the page is for the address only. */
const shown = ({ key: _key, ...row }: EntryLine) => row;

export default function Snapshot() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { snapshot, job } = loaded;
  return (
    <>
      <PageHeader
        title={loaded.title}
        badge={<SnapshotBadge state={snapshot.state} />}
        note={snapshot.state === "ready" ? `${snapshot.exportedOn} 从大数据平台导出` : undefined}
      />
      {job !== null && <SnapshotProgress job={job} mayCancel={loaded.mayCancel} />}
      <SnapshotFacts snapshot={snapshot} counties={loaded.counties} />
      {snapshot.refusedCount > 0 && <RefusedRows snapshot={snapshot} />}
      {snapshot.state === "ready" && (
        <>
          {answer !== undefined && answer.message !== "" && (
            <Notice kind="info" live>
              {answer.message}
            </Notice>
          )}
          <EntrySearch
            entries={answer?.found ? onlyOne(answer.found) : loaded.entries}
            counties={loaded.counties}
            size={loaded.size}
          />
        </>
      )}
    </>
  );
}

function onlyOne<Row>(row: Row) {
  return { rows: [row], before: null, after: null };
}
