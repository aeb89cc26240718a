import { listed, post, shown, type Row } from "./access-row";

/** A county's roster of posts goes in by its case officer, and out by whoever may take it away. */
export const POST_INTAKE_ROWS: readonly Row[] = [
  {
    file: "posts/attach-quota.tsx",
    at: ({ appointmentId }) => `/posts/appointments/${appointmentId}/quota`,
    guard: shown("post.write"),
    posts: [
      post(
        shown("post.write"),
        { quotaId: "00000000-0000-7000-8000-000000000000", version: "1" },
        { quotaId: "00000000-0000-7000-8000-000000000000", version: "0" },
      ),
    ],
  },
  {
    file: "posts/export.tsx",
    at: () => "/posts/export",
    guard: listed("post.export"),
  },
  {
    file: "posts/export-file.ts",
    at: () => "/posts/export/file",
    guard: "public",
    posts: [
      post(listed("post.export"), { numbers: "masked" }, { numbers: "full" }),
      post(
        listed("post.export"),
        { numbers: "full", reason: "核对", county: "532323" },
        { numbers: "full" },
      ),
    ],
  },
  {
    file: "rosters/post-upload.tsx",
    at: () => "/posts/import",
    guard: listed("post.import"),
    posts: [post(listed("post.import"), { regionCode: "532323" }, null)],
  },
  { file: "posts/template.ts", at: () => "/posts/template", guard: "anybody" },
];
