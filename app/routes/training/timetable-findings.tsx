import type { SerializeFrom } from "@remix-run/node";
import type { TimetablePage } from "~/data/training/session-list-view.server";
import { writeHours } from "~/domain/training/timetable";
import { Card } from "~/ui/display/card";
import { ProblemList, type Problem } from "~/ui/tables/problem-list";

type Page = SerializeFrom<TimetablePage>;

/** What is odd about the timetable, the worst first: people cannot sit in two rooms at once. */
export function TimetableFindings({
  page,
  days,
}: {
  readonly page: Page;
  readonly days: { readonly startsOn: string; readonly endsOn: string };
}) {
  const problems = problemsOf(page, days);
  if (problems.length === 0) return null;
  return (
    <Card title="排课提醒" note={`${problems.length} 条，请核对`} flush>
      <ProblemList label="排课提醒" problems={problems} />
    </Card>
  );
}

function problemsOf(page: Page, days: { startsOn: string; endsOn: string }): Problem[] {
  const { sessions, own, trainees, teachers } = page;
  const place = (id: string) => {
    const found = sessions.find((session) => session.id === id);
    return found === undefined ? "" : `${found.heldOn} ${writeHours(found)}`;
  };
  const ownProblems = own.map((finding) => ({
    severity: "warning" as const,
    place: place(finding.sessionId),
    message:
      finding.kind === "overlap"
        ? `与本班另一课次（${place(finding.otherId)}）时间重叠`
        : `不在本班起止日期（${days.startsOn} 至 ${days.endsOn}）之内`,
  }));
  const traineeProblems = groupsOf(trainees).map(({ first, names }) => ({
    severity: "warning" as const,
    place: place(first.sessionId),
    message: `同一时间（${writeHours(first)}）还在${first.className ?? "外县的培训班"}上课：${names}`,
  }));
  const teacherProblems = teachers.map((clash) => ({
    severity: "warning" as const,
    place: place(clash.sessionId),
    message: `教师${clash.teacher}同一时间（${writeHours(clash)}）还在${clash.place}给${clash.className ?? "外县的培训班"}上课`,
  }));
  return [...traineeProblems, ...teacherProblems, ...ownProblems];
}

type TraineeClash = Page["trainees"][number];

const MOST_NAMED = 5;

/** A whole class imported twice is one line, not fifty. */
function groupsOf(clashes: readonly TraineeClash[]) {
  const groups = new Map<string, TraineeClash[]>();
  for (const clash of clashes) {
    const { sessionId, className, startsAt, endsAt } = clash;
    const key = [sessionId, className, startsAt, endsAt].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), clash]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const shown = group.slice(0, MOST_NAMED).map(({ lineNo, name }) => `第 ${lineNo} 号 ${name}`);
    const rest = group.length > MOST_NAMED ? ` 等 ${group.length} 人` : "";
    return first === undefined ? [] : [{ first, names: shown.join("、") + rest }];
  });
}
