import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewFollowUpHistory } from "~/data/placements/follow-up-history-view.server";
import { viewPlacementHead } from "~/data/placements/placement-head-view.server";
import { may } from "~/domain/access/policy";
import { toFollowUpOutcome } from "~/domain/placements/follow-up";
import { followUpForm } from "~/domain/placements/follow-up-form";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { phoneFor, refusal, saved } from "./follow-up-answers.server";
import { FOLLOW_UP_FIELDS, FollowUpEntry } from "./follow-up-entry";
import { FollowUpHistoryCard } from "./follow-up-history";
import { FollowUpStanding } from "./follow-up-standing";
import { answerVoidContact } from "./follow-up-void-answer.server";
import { PlacementFrame } from "./placement-frame";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.name}的回访`,
  crumb: () => ({ label: "回访" }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewPlacementHead(actor, params["placementId"], today);
  const history = head && (await viewFollowUpHistory(actor, head.id, today));
  if (head === null || history === null || !head.readsWhole) throw notFound();
  const search = new URL(request.url).searchParams;
  return {
    ...{ head, history, today },
    outcome: toFollowUpOutcome(search.get("outcome") ?? "") ?? "",
    done: toFollowUpOutcome(search.get("done") ?? ""),
    isVoided: search.get("done") === "void",
    mayPlace: may(actor, "placement.write", head.countyCode, today),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewPlacementHead(actor, params["placementId"], today);
  if (head === null) throw notFound();
  if (!may(actor, "followUp.write", head.countyCode, today)) throw forbidden();
  const form = await request.formData();
  if (form.has("phone")) return phoneFor(actor, head.id);
  if (form.has("voidId")) return answerVoidContact(actor, head.id, form);
  const values = Object.fromEntries(
    FOLLOW_UP_FIELDS.map((name) => [name, String(form.get(name) ?? "")]),
  );
  const read = followUpForm.safeParse(values);
  if (!read.success) {
    const errors: Record<string, string> = {};
    for (const { path, message } of read.error.issues) errors[String(path[0])] ??= message;
    return refusal(errors, values);
  }
  const version = Number(form.get("version") ?? 0);
  const toRecord = { placementId: head.id, version, entry: read.data };
  const answer = await saved(actor, toRecord, values);
  if (!("outcome" in answer)) return answer;
  return redirect(`/placements/${head.id}/follow-ups?done=${answer.outcome}`);
}

export default function PlacementFollowUps() {
  const { head, history, today, outcome, done, isVoided, mayPlace } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isOfVoiding = answer?.values["voidId"] !== undefined;
  return (
    <PlacementFrame head={head} current="followUps">
      <ErrorSummary errors={answer?.errors} />
      {isVoided && answer === undefined && (
        <Notice kind="success" live>
          已作废，原记录留在历史中；回访安排和佐证已重新计算。
        </Notice>
      )}
      <FollowUpStanding
        head={head}
        history={history}
        done={answer === undefined ? done : null}
        mayPlace={mayPlace}
        phone={answer?.shown?.phone ?? null}
      />
      {history.mayWrite && (
        <FollowUpEntry
          key={history.version}
          version={history.version}
          today={today}
          outcome={outcome}
          feedback={isOfVoiding ? undefined : answer}
        />
      )}
      <FollowUpHistoryCard history={history} feedback={isOfVoiding ? answer : undefined} />
    </PlacementFrame>
  );
}
