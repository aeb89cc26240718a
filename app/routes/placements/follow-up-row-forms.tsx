import { Form, Link } from "@remix-run/react";
import type { FollowUpRow } from "~/data/placements/follow-up-list-view.server";
import { OUTCOME_LABELS, type FollowUpOutcome } from "~/domain/placements/follow-up";
import { buttonClass } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";

const ONE_KEY: readonly FollowUpOutcome[] = ["ON_JOB", "NO_ANSWER"];

/** The number of this row, once it was asked for. */
export function Phone({
  row,
  phone,
}: {
  readonly row: FollowUpRow;
  readonly phone: string | null;
}) {
  if (phone !== null) return <strong className="w-24 shrink-0 tabular-nums">{phone}</strong>;
  if (!row.mayReveal) return null;
  return (
    <Form method="post" preventScrollReset>
      <SubmitButton
        variant="text"
        size="small"
        name="phone"
        value={row.id}
        pendingLabel="正在显示…"
      >
        显示电话
      </SubmitButton>
    </Form>
  );
}

/** The outcomes that need no more than a key, and the way to the whole entry. */
export function QuickEntry({ row }: { readonly row: FollowUpRow }) {
  if (!row.mayWrite) return <Link to={`/placements/${row.id}/follow-ups`}>查看</Link>;
  return (
    <Form method="post" preventScrollReset className="flex gap-1">
      {ONE_KEY.map((outcome) => (
        <SubmitButton
          key={outcome}
          variant="default"
          size="small"
          name="quick"
          value={`${outcome} ${row.id} ${row.version}`}
          pendingLabel="正在登记…"
        >
          {OUTCOME_LABELS[outcome]}
        </SubmitButton>
      ))}
      <Link
        to={`/placements/${row.id}/follow-ups`}
        data-full-entry=""
        aria-label={`详细登记${row.name}的回访`}
        className={buttonClass("text", "small")}
      >
        详细
      </Link>
    </Form>
  );
}
