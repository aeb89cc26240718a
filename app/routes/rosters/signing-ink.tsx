import type { SerializeFrom } from "@remix-run/node";
import { Link } from "@remix-run/react";
import type { ProofMark, SigningRow } from "~/data/evidence/signing-view.server";
import { PROOF_LABELS, type InkElement } from "~/domain/evidence/line-proofs";
import { StateBadge } from "~/ui/display/badge";
import { chinaMinute } from "~/ui/frame/frame-data";

interface SigningInkProps {
  readonly rosterId: string;
  readonly row: SerializeFrom<SigningRow>;
  readonly element: InkElement;
}

const MISSING: Readonly<Record<InkElement, string>> = { SIGNATURE: "未签", FINGERPRINT: "未按" };

/** Whether the line has it, by which way, and the way to see it. */
export function SigningInk({ rosterId, row, element }: SigningInkProps) {
  const mark = element === "SIGNATURE" ? row.signature : row.fingerprint;
  const kept = row.kept[element];
  const at = `/rosters/${rosterId}/lines/${row.lineId}/signature`;
  const what = PROOF_LABELS[element];
  return (
    <span className="inline-flex items-center gap-2">
      {mark === null ? (
        <StateBadge label={MISSING[element]} tone="warning" />
      ) : (
        <StateBadge label={mark.label} tone="success" />
      )}
      {mark !== null && !mark.isOffPaper && <PaperPicture mark={mark} />}
      {kept !== null && (
        <Link
          to={mark?.isOffPaper ? `${at}?picture=${mark.id}` : at}
          title={mark?.isOffPaper ? `${chinaMinute(mark.givenAt)}；打开会留痕` : undefined}
          className="text-brand-600 hover:underline"
        >
          {kept === "standing" ? `查看${what}` : `作废的${what}`}
        </Link>
      )}
    </span>
  );
}

function PaperPicture({ mark }: { readonly mark: ProofMark }) {
  return (
    <a
      href={`/proofs/${mark.id}/image`}
      target="_blank"
      rel="noreferrer"
      title={`${chinaMinute(mark.givenAt)}；打开会留痕`}
      className="text-brand-600 hover:underline"
    >
      查看
    </a>
  );
}
