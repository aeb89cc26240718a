import { hidden, listed, post, shown, type Row } from "./access-row";

const NOBODY = "00000000-0000-7000-8000-000000000000";
const ENTRY = { outcome: "ON_JOB", contactedOn: "2020-06-08", method: "PHONE", version: "1" };

export const FOLLOW_UP_ROWS: readonly Row[] = [
  {
    file: "placements/follow-ups.tsx",
    at: () => "/follow-ups",
    guard: listed("placement.read"),
    posts: [
      post(listed("followUp.write"), { quick: `ON_JOB ${NOBODY} 1` }, { quick: "RETURNED_HOME" }),
    ],
  },
  {
    file: "placements/follow-up-help.tsx",
    at: () => "/follow-ups/help",
    guard: listed("placement.read"),
    posts: [
      post(
        listed("followUp.write"),
        { followUpId: NOBODY, helpGiven: "已办", helpGivenOn: "2020-06-08" },
        { followUpId: NOBODY, helpGiven: "", helpGivenOn: "2020-06-08" },
      ),
    ],
  },
  {
    file: "placements/placement-follow-ups.tsx",
    at: ({ followedId }) => `/placements/${followedId}/follow-ups`,
    guard: { ...hidden("placement.read"), whole: true },
    posts: [
      post(shown("followUp.write"), ENTRY, { ...ENTRY, outcome: "" }),
      // Who may is shown it; people of all counties have the same number here.
      post(shown("followUp.revealPhone"), { phone: "1" }, null),
    ],
  },
  { file: "placements/retention.tsx", at: () => "/retention", guard: listed("placement.read") },
];
