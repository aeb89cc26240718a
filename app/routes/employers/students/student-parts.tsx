import type { SerializeFrom } from "@remix-run/node";
import { Link } from "@remix-run/react";
import type { StepRow, StudentPage } from "~/data/employers/student-view.server";
import { STEP_LABELS } from "~/domain/employers/student-step";
import { CONTACT_DAYS } from "~/domain/employers/student-follow";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { Timeline } from "~/ui/display/timeline";
import { SETTLING_WORDS } from "./student-words";

interface Props {
  readonly student: SerializeFrom<StudentPage>;
}

const LINK = "text-brand-600 hover:underline";

/** What is to be done next, and by when it should have been. */
export function DutyNotice({ student }: Props) {
  const { settling, isOverdue, graduatesOn, lastStepOn, registeredOn, isRemoved } = student;
  const duty = SETTLING_WORDS[settling];
  if (isRemoved || (duty === null && !isOverdue)) return null;
  return (
    <Notice kind={settling === "late" ? "error" : "warning"} title={duty?.label ?? "久未联系"}>
      {duty !== null && `毕业日期 ${graduatesOn}。`}
      {isOverdue &&
        (lastStepOn === null
          ? `${registeredOn} 登记后还没有跟踪，已超过 ${CONTACT_DAYS} 天。`
          : `最近一次跟踪是 ${lastStepOn}，已超过 ${CONTACT_DAYS} 天。`)}
    </Notice>
  );
}

export function StudentFacts({ student }: Props) {
  const { personId, maskedId, districtName, placementId } = student;
  return (
    <Card title="基本情况">
      <DescriptionList
        items={[
          {
            term: "本人",
            detail: (
              <Link to={`/people/${personId}`} className={LINK}>
                {student.name} {maskedId}
              </Link>
            ),
          },
          { term: "学校", detail: `${student.schoolName}（${districtName ?? "所在区不详"}）` },
          { term: "专业", detail: student.major },
          { term: "在校", detail: `${student.enrolledOn} 至 ${student.graduatesOn}` },
          {
            term: "就业登记",
            detail:
              placementId === null ? (
                "无"
              ) : (
                <Link to={`/placements/${placementId}`} className={LINK}>
                  查看
                </Link>
              ),
          },
          { term: "备注", detail: student.note || "无" },
        ]}
      />
    </Card>
  );
}

/** Every step, the latest first; a step is never taken back. */
export function StepTimeline({ student }: Props) {
  return (
    <Card title="跟踪记录" note={`${student.steps.length} 次`}>
      {student.steps.length === 0 ? (
        <EmptyState title="还没有跟踪记录" icon="clock">
          由县级经办人登记联系、推荐、录用和就业情况。
        </EmptyState>
      ) : (
        <Timeline
          label="跟踪记录"
          entries={student.steps.map((step) => ({
            ...{ key: step.id, at: step.doneOn, actor: step.recordedByName },
            ...{ title: STEP_LABELS[step.kind], detail: detailOf(step) },
          }))}
        />
      )}
    </Card>
  );
}

function detailOf({ employerName, vacancyTitle, note }: SerializeFrom<StepRow>): string {
  return [employerName, vacancyTitle, note]
    .filter((part) => part !== null && part !== "")
    .join("；");
}
