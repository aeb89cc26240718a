import type { SerializeFrom } from "@remix-run/node";
import type { ReactNode } from "react";
import type { StudentPage } from "~/data/employers/student-view.server";
import { Badge, StateBadge } from "~/ui/display/badge";
import { PageHeader } from "~/ui/display/page-header";
import { Tabs } from "~/ui/display/tabs";
import { toneOf } from "./student-words";

interface StudentFrameProps {
  readonly student: SerializeFrom<StudentPage>;
  readonly current: "overview" | "files";
  readonly children: ReactNode;
}

/** Head and tabs of every page of a student. */
export function StudentFrame({ student, current, children }: StudentFrameProps) {
  const { id, name, state, stateWords, countyName, schoolName, isRemoved, files } = student;
  const here = `/students/${id}`;
  return (
    <>
      <PageHeader
        title={name}
        badge={
          isRemoved ? (
            <Badge tone="danger">已撤销登记</Badge>
          ) : (
            <StateBadge label={stateWords} tone={toneOf(state, stateWords)} />
          )
        }
        note={`${countyName} · ${schoolName}`}
      />
      <Tabs
        label="学生各项"
        tabs={[
          { to: here, label: "跟踪情况", current: current === "overview" },
          { to: `${here}/files`, label: "佐证材料", current: current === "files", count: files },
        ]}
      />
      {children}
    </>
  );
}
