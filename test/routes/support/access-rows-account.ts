import { post, type Row } from "./access-row";

/** One's own account. */
export const ACCOUNT_ROWS: readonly Row[] = [
  {
    file: "access/account.tsx",
    at: () => "/account",
    guard: "anybody",
    posts: [post("anybody", { intent: "end" }, { intent: "end" })],
  },
  {
    file: "access/change-password.tsx",
    at: () => "/account/password",
    guard: "anybody",
    posts: [post("anybody", { newPassword: "one" }, { newPassword: "one" })],
  },
  {
    file: "access/text-size.tsx",
    at: () => "/account/text-size",
    guard: "public",
    posts: [post("anybody", { textSize: "normal" }, { textSize: "normal" })],
  },
];
