import type { SealPage } from "~/data/evidence/seal-view.server";
import type { RosterPageHead } from "~/data/rosters/roster-head-view.server";
import { ConfirmForm } from "~/ui/actions/confirm-form";
import { Notice } from "~/ui/display/notice";

export const SEAL_WORD = "封存";

interface SealStandingProps {
  readonly head: Pick<RosterPageHead, "id" | "version" | "headcount">;
  readonly offers: SealPage["offers"];
}

/** Nothing is missing: who may seal gets the form, others are told whose turn it is. */
export function SealStanding({ head, offers }: SealStandingProps) {
  if (offers.ownWork) {
    return (
      <Notice kind="info" title="各项都已齐全">
        您录入、报送、采集或办理过本册的内容，请由另一位审核人封存。
      </Notice>
    );
  }
  if (!offers.seal) {
    return (
      <Notice kind="success" title="各项都已齐全">
        由未经办本册的审核人封存。
      </Notice>
    );
  }
  return (
    <>
      <Notice kind="success" title="各项都已齐全，可以封存">
        请再看一遍下面的检查，确认无误后封存。
      </Notice>
      <div className="mb-4">
        <ConfirmForm
          title="封存本册"
          consequence={`封存后，${head.headcount} 人的名册和它的考勤、影像、监督、签字手印、结业结果都不能再改；之后的变动只能作为封存后更正，写明理由并由另一人审核。`}
          word={SEAL_WORD}
          fields={{ version: String(head.version) }}
          action={`/rosters/${head.id}/seal`}
        />
      </div>
    </>
  );
}
