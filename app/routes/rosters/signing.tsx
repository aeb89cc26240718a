import { data, redirectDocument } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { viewSignedHead } from "~/data/rosters/signed-head-view.server";
import { viewSigning, type SigningFilter } from "~/data/evidence/signing-view.server";
import { may } from "~/domain/access/policy";
import { closedTo } from "~/domain/evidence/signed-roster";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { clearedSessionCookie } from "~/platform/session-cookie.server";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { readPage } from "./list-address";
import { SignedFrame } from "./signed-frame";
import { answerSigningForm } from "./signing-answers.server";
import { LinkCard } from "./signing-link-card";
import { SigningProgress } from "./signing-progress";
import { SigningTable } from "./signing-table";
import { SIGNING_WORDS } from "./signing-words";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ roster }) => `${roster.label}${SIGNING_WORDS[roster.kind].name}`,
  crumb: ({ roster }) => ({ label: `${roster.label}${SIGNING_WORDS[roster.kind].name}` }),
  menuPath: ({ roster }) => SIGNING_WORDS[roster.kind].menuPath,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const roster = await viewSignedHead(actor, params["rosterId"], today);
  if (roster === null) throw notFound();
  if (!may(actor, "proof.read", roster.countyCode, today)) throw forbidden();
  const { search, size } = readListAddress(request);
  const show = readShow(search.get("show"));
  const signing = await viewSigning(actor, roster, { show, page: readPage(search), size }, now());
  const mayRecord =
    closedTo(roster) === null && may(actor, "proof.record", roster.countyCode, today);
  return { roster, signing, show, size, mayRecord };
}

function readShow(text: string | null): SigningFilter {
  return text === "unsigned" || text === "signed" ? text : "all";
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const answer = await answerSigningForm(actor, params["rosterId"] ?? "", request);
  switch (answer.kind) {
    case "handOver":
      return handOver(answer.token);
    case "link":
    case "revoked":
      return data(answer);
    case "refused":
      return data(answer, { status: 422 });
  }
}

/**
 * The tablet leaves the officer's hands: this browser forgets him first, or the trainee would find the
 * roster behind the arrow that leads back.
 */
function handOver(token: string): Response {
  const headers = new Headers({ "Set-Cookie": clearedSessionCookie() });
  headers.set("Clear-Site-Data", '"cache", "storage"');
  return redirectDocument(`/s/${token}`, { headers });
}

export default function Signing() {
  const { roster, signing, show, size, mayRecord } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  return (
    <SignedFrame roster={roster} current="signing">
      <ErrorSummary
        errors={answer?.kind === "refused" ? [{ message: answer.message }] : undefined}
        heading="没有办理"
      />
      {answer?.kind === "revoked" && (
        <Notice kind="success" live>{`已收回 ${answer.count} 个签字链接。`}</Notice>
      )}
      {answer?.kind === "link" && <LinkCard link={answer} />}
      <Notice kind="info">{SIGNING_WORDS[roster.kind].master}</Notice>
      <SigningProgress {...{ roster, signing, show, mayRecord }} />
      <SigningTable
        roster={roster}
        rows={signing.rows}
        mayRecord={mayRecord}
        closeUpIsOn={signing.closeUpIsOn}
        isFiltered={show !== "all"}
      />
      {signing.pageCount > 1 && (
        <Pager
          key={search.toString()}
          position={{ by: "page", page: signing.page, pageCount: signing.pageCount }}
          size={size}
          unit="人"
        />
      )}
    </SignedFrame>
  );
}
