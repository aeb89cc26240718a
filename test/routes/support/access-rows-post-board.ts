import { listed, post, shown, type Row } from "./access-row";

const EXPORTS = shown("post.export");
const of = ({ county }: { readonly county: string }) => `?county=${county}&month=2021-04`;

/** The board, which everybody who reads posts opens, and the official forms. */
export const POST_BOARD_ROWS: readonly Row[] = [
  { file: "posts/board.tsx", at: () => "/posts", guard: listed("post.read") },
  {
    file: "posts/board-areas.tsx",
    at: () => "/posts/areas?by=village",
    guard: listed("post.read"),
  },
  {
    file: "posts/forms/post-forms.tsx",
    at: () => "/posts/forms?month=2021-03",
    guard: { ...listed("post.export"), or: "wage.pay" },
  },
  {
    file: "posts/forms/post-form.tsx",
    at: (one) => `/posts/forms/holders${of(one)}`,
    guard: EXPORTS,
    posts: [post(EXPORTS, { purpose: "报账" }, { purpose: "" })],
  },
  {
    file: "posts/forms/post-form-file.ts",
    at: (one) => `/posts/forms/holders/file${of(one)}`,
    guard: "public",
    posts: [post(EXPORTS, { purpose: "报账" }, { purpose: "" })],
  },
];
