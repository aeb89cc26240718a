import { listed, post, type Guard, type Row } from "./access-row";
import type { CountyObjects } from "./access-world";

const at = ({ packId }: CountyObjects) => `/rule-packs/${packId}`;
/** What a pack says is a standard of its area, read by whoever reads standards there. */
const READ: Guard = { needs: "parameter.read", denied: 403, first: true };
const SIGN: Guard = { needs: "pack.signOff", denied: 403, first: true };
const form = (intent: string, reason: string) => ({ intent, reason, version: "1" });
const stale = (intent: string) => ({ intent, reason: "不符", version: "0" });

/** The rule book is everybody's; packs are their areas'. */
export const RULE_ROWS: readonly Row[] = [
  {
    file: "rules/packs.tsx",
    at: () => "/rule-packs",
    guard: listed("parameter.read"),
    posts: [post(listed("pack.import"), {}, null)],
  },
  {
    file: "rules/pack.tsx",
    at,
    guard: READ,
    posts: [
      post(SIGN, form("signOff", ""), stale("signOff")),
      post(SIGN, form("refuse", "不符"), stale("refuse")),
      post({ ...SIGN, or: "pack.import" }, form("withdraw", "不符"), stale("withdraw")),
    ],
  },
  {
    file: "rules/pack-file.ts",
    at: (one) => `${at(one)}/file`,
    guard: "public",
    posts: [post(READ, {}, null)],
  },
  { file: "rules/pack-what-if.tsx", at: (one) => `${at(one)}/what-if`, guard: READ },
  { file: "rules/rules.tsx", at: () => "/rules", guard: listed("document.read") },
  { file: "rules/rule.tsx", at: () => "/rules/scope/five-kinds", guard: listed("document.read") },
];
