import { hidden, post, shown, type Row } from "./access-row";
import type { CountyObjects } from "./access-world";

const SESSION = {
  heldOn: "2020-06-03",
  startsAt: "08:30",
  endsAt: "11:30",
  classHours: "4",
  place: "文化站",
  teacher: "教师",
};
const SERIES = {
  ...{ fromOn: "2020-06-03", toOn: "2020-06-03", weekdays: "3", morning: "on" },
  ...{ "morning.startsAt": "08:30", "morning.endsAt": "11:30", "morning.classHours": "4" },
  ...{ place: "文化站", teacher: "教师", intent: "add" },
};

/** Timetable, attendance, completion and forms of a class. */
export const SESSION_ROWS: readonly Row[] = [
  page("attendance-grid.tsx", "attendance"),
  {
    ...page("completion.tsx", "completion"),
    posts: [
      post(shown("class.write"), { intent: "restPassed" }, { intent: "save" }),
      post(
        shown("class.write"),
        { intent: "complete", completedOn: "2020-06-15" },
        { intent: "complete", completedOn: "2020-06-15" },
      ),
      post(shown("class.write"), { intent: "takeBack", reason: "错" }, { intent: "takeBack" }),
    ],
  },
  page("forms/class-forms.tsx", "forms"),
  {
    ...page("forms/class-form.tsx", "forms/completion-roster"),
    guard: shown("roster.print"),
    posts: [post(shown("roster.print"), { purpose: "归档" }, { purpose: "" })],
  },
  {
    ...page("forms/class-form-file.ts", "forms/completion-roster/file"),
    guard: "public",
    posts: [post(shown("roster.export"), { purpose: "归档" }, { purpose: "" })],
  },
  page("sessions.tsx", "sessions"),
  {
    file: "training/session.tsx",
    at: (one) => sessionAt(one),
    guard: shown("class.write"),
    posts: [
      post(
        shown("class.write"),
        { ...SESSION, intent: "change", version: "1" },
        { ...SESSION, intent: "change", version: "7" },
      ),
      post(
        shown("class.write"),
        { intent: "cancel", version: "1", reason: "停课" },
        { intent: "cancel", version: "1", reason: "" },
      ),
    ],
  },
  {
    file: "training/attendance.tsx",
    at: (one) => `${sessionAt(one)}/attendance`,
    guard: hidden("class.read"),
    posts: [post(shown("class.write"), { intent: "restPresent" }, { intent: "save" })],
  },
  {
    ...page("new-session.tsx", "sessions/new"),
    guard: shown("class.write"),
    posts: [post(shown("class.write"), SESSION, { ...SESSION, teacher: "" })],
  },
  {
    ...page("session-series.tsx", "sessions/series"),
    guard: shown("class.write"),
    posts: [post(shown("class.write"), SERIES, { ...SERIES, intent: "preview" })],
  },
];

function page(file: string, path: string): Row {
  return {
    file: `training/${file}`,
    at: ({ classId }) => `/classes/${classId}/${path}`,
    guard: hidden("class.read"),
  };
}

function sessionAt({ classId, sessionId }: CountyObjects): string {
  return `/classes/${classId}/sessions/${sessionId}`;
}
