import type { ReactNode } from "react";
import type { AppointmentPage } from "~/data/posts/appointment-view.server";
import { POVERTY_STATUS_LABELS } from "~/domain/people/poverty-status";
import { exportAgeText } from "~/domain/posts/registry-age";
import { Card } from "~/ui/display/card";
import { FindingList } from "./finding-list";

interface AppointmentFindingsProps {
  readonly page: Pick<
    AppointmentPage,
    "findings" | "verifiedOn" | "verifiedCategory" | "maxAgeDays" | "one"
  >;
  /** The form that asks again; false when the reader may not. */
  readonly again: ReactNode;
}

/** Whether he is verified, and what stands against the appointment now. */
export function AppointmentFindings({ page, again }: AppointmentFindingsProps) {
  const { findings, verifiedOn, verifiedCategory, maxAgeDays, one } = page;
  const data = verifiedOn === null ? "" : exportAgeText(verifiedOn, one.startsOn, maxAgeDays);
  return (
    <Card title="查验和提醒" actions={again}>
      <p className={findings.length > 0 ? "mb-3" : undefined}>
        {verifiedCategory === null
          ? "未通过建档立卡查验，不能确认聘用。"
          : `已查验（${data}）：${categoryText(verifiedCategory)}`}
      </p>
      {findings.length > 0 && <FindingList label="提醒" findings={findings} />}
    </Card>
  );
}

function categoryText(category: Exclude<AppointmentPage["verifiedCategory"], null>): string {
  return category === "" ? "在册，类别不明" : POVERTY_STATUS_LABELS[category];
}
