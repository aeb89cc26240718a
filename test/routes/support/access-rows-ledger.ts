import { listed, post, type Row } from "./access-row";
import { POST_INTAKE_ROWS } from "./access-rows-post-intake";

/** The ledger of labour transfer, in and out of files. */
export const LEDGER_ROWS: readonly Row[] = [
  {
    file: "placements/export.tsx",
    at: () => "/placements/export",
    guard: listed("placement.export"),
  },
  {
    file: "placements/export-file.ts",
    at: () => "/placements/export/file",
    guard: "public",
    posts: [
      post(listed("placement.export"), { numbers: "masked" }, { numbers: "full" }),
      post(
        listed("placement.export"),
        { numbers: "full", reason: "核对", county: "532323" },
        { numbers: "full" },
      ),
    ],
  },
  {
    file: "rosters/placement-upload.tsx",
    at: () => "/placements/import",
    guard: listed("placement.import"),
    posts: [post(listed("placement.import"), { regionCode: "532323" }, null)],
  },
  { file: "placements/template.ts", at: () => "/placements/template", guard: "anybody" },
  ...POST_INTAKE_ROWS,
];
