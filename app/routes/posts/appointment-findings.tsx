import type { ReactNode } from "react";
import type { AppointmentPage } from "~/data/posts/appointment-view.server";
import { POVERTY_STATUS_LABELS } from "~/domain/people/poverty-status";
import { Card } from "~/ui/display/card";
import { FindingList } from "./finding-list";

interface AppointmentFindingsProps {
  readonly page: Pick<AppointmentPage, "findings" | "verifiedOn" | "verifiedCategory">;
  /** The form that asks again; false when the reader may not. */
  readonly again: ReactNode;
}

/** Whether he is verified, and what was found against the appointment when it was last asked. */
export function AppointmentFindings({ page, again }: AppointmentFindingsProps) {
  const { findings, verifiedOn, verifiedCategory } = page;
  return (
    <Card title="查验和提醒" actions={again}>
      <p className={findings.length > 0 ? "mb-3" : undefined}>
        {verifiedCategory === null
          ? "未通过建档立卡查验，不能确认聘用。"
          : `已查验（${verifiedOn ?? ""} 的数据）：${categoryText(verifiedCategory)}`}
      </p>
      {findings.length > 0 && <FindingList label="提醒" findings={findings} />}
    </Card>
  );
}

function categoryText(category: Exclude<AppointmentPage["verifiedCategory"], null>): string {
  return category === "" ? "在册，类别不明" : POVERTY_STATUS_LABELS[category];
}
