import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ShouldRevalidateFunction } from "@remix-run/react";
import { now } from "~/platform/clock.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import {
  confirmLink,
  disownLink,
  lookAtLink,
  type OpenLink,
} from "~/usecases/evidence/open-signing-link.server";
import { answerSignature } from "./sign-answer.server";
import { SignConfirm } from "./sign-confirm";
import { SignEnd } from "./sign-end";
import { SignForm } from "./sign-form";
import { guardGuesses } from "./sign-guard.server";
import { shownLine } from "./sign-shown.server";

export const handle: PageHandle = { title: "签字确认", frame: "bare" };

/** The token is in the path: no address of this page leaves it, not even to our own files. */
export const headers: HeadersFunction = () => ({
  "Referrer-Policy": "strict-origin",
  "Cache-Control": "no-store",
  "X-Robots-Tag": "noindex",
});

/** Who has just signed, or handed it back, is not asked again: the link he used opens nothing now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionResult,
  defaultShouldRevalidate,
}: {
  readonly actionResult?: { readonly kind?: string } | null;
  readonly defaultShouldRevalidate: boolean;
}) => {
  const kind = actionResult?.kind;
  return kind !== "signed" && kind !== "disown" && defaultShouldRevalidate;
};

/** One answer for every link that opens nothing, whatever the reason. */
const NOTHING = { stage: "gone", line: null } as const;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const guard = guardGuesses(String(context["ip"] ?? ""), now());
  if (guard.isOver) return data({ stage: "tooMany", line: null } as const, { status: 429 });
  const { open, isKnown } = await lookAtLink(params["token"] ?? "", now());
  if (!isKnown) guard.countGuess();
  if (open === null) return data(NOTHING, { status: 404 });
  const line = shownLine(open);
  return data({ stage: open.isConfirmed ? "sign" : "confirm", line } as const);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const guard = guardGuesses(String(context["ip"] ?? ""), now());
  if (guard.isOver) return data({ kind: "tooMany" } as const, { status: 429 });
  const token = params["token"] ?? "";
  const { open, isKnown } = await lookAtLink(token, now());
  if (!isKnown) guard.countGuess();
  // Nothing of a body is read for a link that opens nothing.
  if (open === null) return data({ kind: "gone" } as const, { status: 404 });
  const answer = await answerSignature(request, token);
  switch (answer.kind) {
    case "confirm":
      await confirmLink(token, now());
      return redirect(`/s/${token}`);
    case "disown":
      await disownLink(token, now());
      return data({ ...answer, ...afterwards(open) }, { status: 200 });
    case "signed":
      return data({ ...answer, ...afterwards(open) }, { status: 200 });
    case "gone":
      return data(answer, { status: 404 });
    case "refused":
      return data(answer, { status: 422 });
  }
}

/** The tablet goes back to the officer, who signs in again; on one's own phone there is nothing more. */
function afterwards({ way, rosterId, line }: OpenLink) {
  const on = new URLSearchParams({ to: `/rosters/${rosterId}/signing` });
  return {
    way,
    of: line.facts.kind,
    officersWay: way === "screen" ? `/sign-in?${on.toString()}` : null,
  };
}

/** Read by people who rarely read on screens: nothing on it is smaller than 18 px or lower than 48 px. */
export default function SignLine() {
  const { stage, line } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-2xl text-lg leading-relaxed [&_.text-xs]:text-base [&_button]:min-h-[3rem] [&_button]:text-lg [&_input[type=checkbox]]:h-6 [&_input[type=checkbox]]:w-6 [&_label]:min-h-[3rem] [&_summary]:min-h-[3rem]">
      {answer?.kind === "signed" && <SignEnd {...answer} />}
      {answer?.kind === "disown" && <SignEnd {...answer} />}
      {answer?.kind !== "signed" && answer?.kind !== "disown" && (
        <>
          {stage === "tooMany" && <SignEnd kind="tooMany" />}
          {stage === "gone" && <SignEnd kind="gone" />}
          {stage === "confirm" && <SignConfirm name={line.name} idTail={line.idTail} />}
          {stage === "sign" && (
            <SignForm line={line} feedback={answer?.kind === "refused" ? answer : undefined} />
          )}
        </>
      )}
    </div>
  );
}
