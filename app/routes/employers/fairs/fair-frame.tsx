import type { SerializeFrom } from "@remix-run/node";
import type { ReactNode } from "react";
import type { FairPage } from "~/data/employers/fair-view.server";
import { FAIR_MODE_LABELS } from "~/domain/employers/job-fair";
import { Badge } from "~/ui/display/badge";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { Tabs } from "~/ui/display/tabs";
import { CountsBadge } from "./counts-badge";
import { fairDays } from "./fair-words";

interface FairFrameProps {
  readonly fair: SerializeFrom<FairPage>;
  readonly current: "overview" | "employers" | "participants" | "files";
  readonly children: ReactNode;
}

/** Head and tabs of every page of a fair. */
export function FairFrame({ fair, current, children }: FairFrameProps) {
  const { id, name, countyName, districtName, removedReason } = fair;
  const parts = [countyName, districtName, FAIR_MODE_LABELS[fair.mode], fairDays(fair)];
  const tab = (key: FairFrameProps["current"], label: string, count?: number) => ({
    to: key === "overview" ? `/job-fairs/${id}` : `/job-fairs/${id}/${key}`,
    current: key === current,
    label,
    ...(count === undefined ? {} : { count }),
  });
  return (
    <>
      <PageHeader
        title={name}
        badge={
          removedReason === null ? (
            <CountsBadge gaps={fair.gaps} />
          ) : (
            <Badge tone="danger">已撤销登记</Badge>
          )
        }
        note={parts.filter((part) => part !== null).join(" · ")}
      />
      <Tabs
        label="招聘会各项"
        tabs={[
          tab("overview", "概况"),
          tab("employers", "参会单位", fair.employers.length),
          tab("participants", "参加人员", fair.participants),
          tab("files", "佐证材料", fair.files),
        ]}
      />
      {removedReason !== null && (
        <Notice kind="warning">已撤销登记，不计入目标。原因：{removedReason}</Notice>
      )}
      {children}
    </>
  );
}
