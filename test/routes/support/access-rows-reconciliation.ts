import { hidden, listed, post, shown, type Guard, type Row } from "./access-row";
import type { CountyObjects } from "./access-world";

const FOLDER = "targets/reconciliation";
const one = ({ reconciliationId }: CountyObjects) => `/reconciliations/${reconciliationId}`;
const step = (intent: string, more: Readonly<Record<string, string>> = {}) => ({
  ...{ intent, version: "1", ...more },
});
const stale = (intent: string) => ({ intent, version: "0" });
const OPEN = { pair: "532323-310104", month: "2020-04", measure: "SHANGHAI_PLACED" };
/** Either side of the two. */
const eitherSide = (needs: Guard["needs"]): Guard => ({
  ...shown(needs),
  or: "reconciliation.signDistrict",
});

/** What the county and its district hold against each other, month by month. */
export const RECONCILIATION_ROWS: readonly Row[] = [
  {
    file: `${FOLDER}/reconciliations.tsx`,
    at: () => "/reconciliations",
    guard: listed("reconciliation.read"),
  },
  {
    file: `${FOLDER}/reconciliation.tsx`,
    at: one,
    guard: hidden("reconciliation.read"),
    posts: [
      post(shown("reconciliation.prepare"), step("draw"), stale("draw")),
      post(eitherSide("reconciliation.prepare"), step("explain", { whole: "一人月底到岗" }), {
        ...stale("explain"),
        whole: "一人月底到岗",
      }),
      post(shown("reconciliation.signCounty"), step("signCounty"), stale("signCounty")),
      post(shown("reconciliation.signDistrict"), step("signDistrict"), stale("signDistrict")),
      post(shown("reconciliation.signCounty"), step("withdrawCounty"), stale("withdrawCounty")),
      post(
        shown("reconciliation.signDistrict"),
        step("withdrawDistrict"),
        stale("withdrawDistrict"),
      ),
      post(shown("reconciliation.reopen"), step("reopen", { reason: "重核" }), stale("reopen")),
    ],
  },
  {
    file: `${FOLDER}/reconciliation-file.ts`,
    at: (objects) => `${one(objects)}/file`,
    guard: "public",
    posts: [post(eitherSide("placement.export"), {}, {})],
  },
  {
    file: `${FOLDER}/district-list.tsx`,
    at: (objects) => `${one(objects)}/list`,
    guard: shown("reconciliation.signDistrict"),
    posts: [
      post(
        shown("reconciliation.signDistrict"),
        { figure: "3", version: "1" },
        { figure: "三人", version: "1" },
      ),
    ],
  },
  {
    file: `${FOLDER}/print-reconciliation.tsx`,
    at: (objects) => `${one(objects)}/print`,
    guard: hidden("reconciliation.read"),
  },
  {
    file: `${FOLDER}/new-reconciliation.tsx`,
    at: () => "/reconciliations/new",
    guard: listed("reconciliation.prepare"),
    posts: [post(listed("reconciliation.prepare"), OPEN, { ...OPEN, month: "2020-13" })],
  },
];
