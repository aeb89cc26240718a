import { Link } from "@remix-run/react";
import type { LineProof } from "~/data/evidence/line-ink-view.server";
import { ACKNOWLEDGEMENT_METHOD_LABELS, PROOF_LABELS } from "~/domain/evidence/line-proofs";
import type { RosterKind } from "~/domain/rosters/roster";
import { ButtonLink } from "~/ui/actions/button";
import { StateBadge } from "~/ui/display/badge";
import { chinaMinute } from "~/ui/frame/frame-data";

interface LineProofsProps {
  readonly roster: { readonly id: string; readonly kind: RosterKind };
  readonly lineId: string;
  readonly proofs: readonly LineProof[];
  /** The one whose picture was asked for. */
  readonly pictureOf: string | null;
  readonly mayCorrect: boolean;
}

/** Signatures and fingerprints of one line, each with how it came and, if asked for, its picture. */
export function LineProofs({ proofs, ...shared }: LineProofsProps) {
  return (
    <ul className="divide-y divide-slate-200">
      {proofs.map((proof) => (
        <li key={proof.id} className="space-y-2 py-3 first:pt-0 last:pb-0">
          <h3 className="flex flex-wrap items-center gap-2 font-medium text-slate-900">
            {nameOf(proof)}
            <Standing proof={proof} kind={shared.roster.kind} />
          </h3>
          <p className="text-slate-700">{factsOf(proof)}</p>
          {proof.voided !== null && (
            <p className="text-slate-700">
              {`${chinaMinute(proof.voided.at)} 作废${proof.voided.by && `，${proof.voided.by}`}。原因：${proof.voided.reason}`}
            </p>
          )}
          <Picture proof={proof} {...shared} />
        </li>
      ))}
    </ul>
  );
}

/** 签字：本人手机签字 */
export function nameOf({ element, method }: LineProof): string {
  return `${PROOF_LABELS[element]}：${ACKNOWLEDGEMENT_METHOD_LABELS[method]}`;
}

function factsOf({ method, givenAt, witness, proxyName }: LineProof): string {
  const facts = [
    // The paper does not say when it was signed.
    `${chinaMinute(givenAt)} ${method === "paper" ? "上传扫描件" : "采集"}`,
    proxyName && `由 ${proxyName} 代签`,
    witness && `${method === "closeUp" ? "采集人" : "见证人"} ${witness}`,
  ];
  return facts.filter((text) => text !== "").join("，");
}

const COUNTED: Readonly<Record<RosterKind, string>> = { TRAINING: "计入五要素", WAGES: "作为签收" };

function Standing({ proof, kind }: { readonly proof: LineProof; readonly kind: RosterKind }) {
  if (proof.voided !== null) return <StateBadge label="已作废" tone="neutral" />;
  if (proof.isOutdated) return <StateBadge label="内容有变，须重签" tone="warning" />;
  if (proof.counts) return <StateBadge label={COUNTED[kind]} tone="success" />;
  return <StateBadge label="另有为准的一份" tone="neutral" />;
}

function Picture({ proof, ...props }: Omit<LineProofsProps, "proofs"> & { proof: LineProof }) {
  const { roster, lineId, pictureOf, mayCorrect } = props;
  const rosterId = roster.id;
  const { id, scanPageId, isShut } = proof;
  if (isShut) {
    return <p className="text-slate-600">已作废或本人已撤回同意的手印近照，不再提供图像。</p>;
  }
  const isCorrected = mayCorrect && proof.voided === null && !proof.isOutdated;
  const page = `/rosters/${rosterId}/scans/${scanPageId ?? ""}`;
  return (
    <div className="flex flex-wrap items-center gap-3">
      {pictureOf === id ? (
        <img
          src={`/proofs/${id}/image`}
          alt={`${nameOf(proof)}的图像`}
          className="max-h-64 max-w-full rounded border border-slate-300 bg-white"
        />
      ) : (
        <>
          <ButtonLink
            size="small"
            icon="eye"
            to={`/rosters/${rosterId}/lines/${lineId}/signature?picture=${id}`}
          >
            {`查看${PROOF_LABELS[proof.element]}图像`}
          </ButtonLink>
          <span className="text-slate-600">每次查看都会留痕。</span>
        </>
      )}
      {scanPageId !== null && (
        <Link
          to={isCorrected ? `${page}/lines/${lineId}` : page}
          className="text-brand-600 hover:underline"
        >
          {isCorrected ? "到扫描页更正" : "查看扫描页"}
        </Link>
      )}
    </div>
  );
}
