import type { PrintedFinding } from "~/data/claims/claim-report-view.server";

/** A verdict on paper, with what it rests on and its clause. */
export function Finding({ one }: { readonly one: PrintedFinding }) {
  return (
    <p className="mb-1 text-[9pt]">
      <b>{`${one.title}（${one.verdict}）`}</b>
      {`：${one.message}`}
      {one.inputs !== "" && `；${one.inputs}`}
      {one.clause !== "" && <span className="block">{`依据：${one.clause}`}</span>}
    </p>
  );
}
