import type { SerializeFrom } from "@remix-run/node";
import type { ReactNode } from "react";
import type { WorkshopPage } from "~/data/employers/workshop-view.server";
import { WORKSHOP_STATE_LABELS } from "~/domain/employers/workshop";
import { StateBadge } from "~/ui/display/badge";
import { PageHeader } from "~/ui/display/page-header";
import { Tabs } from "~/ui/display/tabs";
import { STATE_TONES } from "./workshop-words";

interface WorkshopFrameProps {
  readonly workshop: SerializeFrom<WorkshopPage>;
  readonly current: "overview" | "files";
  readonly children: ReactNode;
}

/** Head and tabs of every page of a workshop. */
export function WorkshopFrame({ workshop, current, children }: WorkshopFrameProps) {
  const { id, name, state, countyName, employerName } = workshop;
  const here = `/workshops/${id}`;
  return (
    <>
      <PageHeader
        title={name}
        badge={<StateBadge label={WORKSHOP_STATE_LABELS[state]} tone={STATE_TONES[state]} />}
        note={`${countyName} · ${employerName}`}
      />
      <Tabs
        label="扶贫车间各项"
        tabs={[
          { to: here, label: "概况", current: current === "overview" },
          {
            to: `${here}/files`,
            label: "认定材料",
            current: current === "files",
            count: workshop.files,
          },
        ]}
      />
      {children}
    </>
  );
}
