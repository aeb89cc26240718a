import { post, shown, type Row } from "./access-row";
import type { CountyObjects } from "./access-world";

const REASON = "传错了课次";

/** Pictures of sessions: who sees the class but may not see its pictures is told so. */
export const MEDIA_ROWS: readonly Row[] = [
  {
    file: "training/media.tsx",
    at: ({ classId }) => `/classes/${classId}/media`,
    guard: shown("media.read"),
  },
  {
    file: "training/media-waiting.ts",
    at: ({ classId }) => `/classes/${classId}/media/waiting`,
    guard: shown("media.read"),
  },
  {
    file: "training/media-session.tsx",
    at: sessionMedia,
    guard: shown("media.read"),
    posts: [post(shown("media.write"), {}, null)],
  },
  {
    file: "training/media-session-files.ts",
    at: (one) => `${sessionMedia(one)}/files`,
    guard: shown("media.write"),
    posts: [post(shown("media.write"), {}, null)],
  },
  {
    file: "training/media-item.tsx",
    at: ({ mediaId }) => `/media/${mediaId}`,
    guard: shown("media.read"),
    posts: [
      post(
        shown("media.write"),
        { intent: "setAside", reason: REASON },
        { intent: "setAside", reason: "" },
      ),
      post(
        shown("media.write"),
        { intent: "explain", explanation: REASON },
        { intent: "explain", explanation: "" },
      ),
    ],
  },
  {
    file: "training/media-file.ts",
    at: ({ mediaId }) => `/media/${mediaId}/file`,
    guard: shown("media.read"),
  },
  {
    file: "training/media-thumbnail.ts",
    at: ({ mediaId }) => `/media/${mediaId}/thumbnail`,
    guard: shown("media.read"),
  },
];

function sessionMedia({ classId, sessionId }: CountyObjects): string {
  return `/classes/${classId}/sessions/${sessionId}/media`;
}
