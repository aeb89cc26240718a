import { Link } from "@remix-run/react";
import {
  OUTCOME_LABELS,
  toFollowUpOutcome,
  type FollowUpOutcome,
} from "~/domain/placements/follow-up";
import { parseWrittenDate } from "~/domain/shared/written-date";
import { Notice } from "~/ui/display/notice";
import { nextNotice } from "./follow-up-words";

interface Done {
  readonly outcome: FollowUpOutcome;
  readonly nextFollowUpOn: string | null;
  /** The placement of which it was recorded; empty when the address does not say. */
  readonly placementId: string;
}

/** What was recorded last, as the address of the list tells it. */
export function doneOf(search: URLSearchParams): Done | null {
  const outcome = toFollowUpOutcome(search.get("done") ?? "");
  if (outcome === null) return null;
  const placementId = /^[0-9a-f-]{36}$/.exec(search.get("of") ?? "")?.[0] ?? "";
  return { outcome, nextFollowUpOn: parseWrittenDate(search.get("next") ?? ""), placementId };
}

/** Says so, when the next contact is, and how a slip of the finger is put right. */
export function FollowUpDone({ done }: { readonly done: Done }) {
  return (
    <Notice kind="success" live>
      {`已登记：${OUTCOME_LABELS[done.outcome]}。${nextNotice(done.nextFollowUpOn)}`}
      {done.placementId !== "" && (
        <Link
          to={`/placements/${done.placementId}/follow-ups`}
          className="ml-2 text-brand-600 underline"
        >
          登记有误，去作废
        </Link>
      )}
    </Notice>
  );
}
