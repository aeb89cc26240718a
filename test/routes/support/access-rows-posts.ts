import { hidden, listed, post, shown, type Row } from "./access-row";
import type { CountyObjects } from "./access-world";

const WRITE = shown("post.write");
const QUOTA = {
  ...{ kind: "FOREST_GUARD", title: "护林员", employer: "镇政府", posts: "3", fundSource: "资金" },
  ...{ monthlyRateFen: "1000", documentNumber: "某号", fromOn: "2021-01-01", toOn: "2021-12-31" },
};
const TERM = { startsOn: "2021-04-01", endsOn: "2021-09-30" };
const NOBODY = "00000000-0000-7000-8000-000000000000";
const PERSON = { countyCode: "532323", idCardNumber: "53232319900101001X", name: "某人" };
const ACCOUNT = {
  holderName: "某人",
  bankName: "农信社",
  account: "6217003333",
  again: "6217003333",
};
const NOTICE = {
  ...{ title: "公示", fromOn: "2021-03-01", toOn: "2021-03-05", place: "公开栏", contact: "县局" },
};
const OBJECTION = { receivedOn: "2021-03-03", way: "PHONE", content: "不符合条件" };
const at = ({ appointmentId }: CountyObjects) => `/posts/appointments/${appointmentId}`;
const stale = (form: Readonly<Record<string, string>>) =>
  [
    { ...form, version: "1" },
    { ...form, version: "0" },
  ] as const;
const LEAVING = { intent: "leave", leftOn: "2021-05-01", reason: "PERSONAL" };

/** Quotas, appointments and notices: everybody who reads posts opens them, the county's officer writes. */
export const POST_ROWS: readonly Row[] = [
  {
    file: "posts/appointment.tsx",
    at,
    guard: hidden("post.read"),
    posts: [post(WRITE, ...stale({}))],
  },
  {
    file: "posts/account.tsx",
    at: (one) => `${at(one)}/account`,
    guard: { ...WRITE, or: "account.reveal" },
    posts: [
      post(WRITE, ...stale({ ...ACCOUNT, intent: "save" })),
      post(
        shown("account.reveal"),
        { intent: "reveal", reason: "核对退票" },
        { intent: "reveal", reason: "" },
      ),
      post(
        shown("wage.review"),
        { intent: "vouch", note: "已核对本人银行卡" },
        { intent: "vouch", note: "" },
      ),
    ],
  },
  {
    file: "posts/edit-appointment.tsx",
    at: (one) => `${at(one)}/edit`,
    guard: WRITE,
    posts: [post(WRITE, ...stale({ ...TERM, quotaId: NOBODY }))],
  },
  {
    file: "posts/leave-post.tsx",
    at: (one) => `${at(one)}/leave`,
    guard: WRITE,
    posts: [
      post(WRITE, ...stale(LEAVING)),
      post(WRITE, ...stale({ intent: "return", reason: "登记错人" })),
    ],
  },
  {
    file: "posts/remove-appointment.tsx",
    at: (one) => `${at(one)}/remove`,
    guard: WRITE,
    posts: [post(WRITE, ...stale({ reason: "登记错人" }))],
  },
  {
    file: "posts/new-appointment.tsx",
    at: () => "/posts/appointments/new",
    guard: listed("post.write"),
    posts: [
      post(
        listed("post.write"),
        { ...PERSON, ...TERM, quotaId: NOBODY },
        { ...PERSON, ...TERM, quotaId: NOBODY, idCardNumber: "1" },
      ),
      post(listed("post.write"), { intent: "find", text: "某" }, { intent: "find", text: "" }),
    ],
  },
  { file: "posts/notices.tsx", at: () => "/posts/notices", guard: listed("post.read") },
  {
    file: "posts/notice.tsx",
    at: ({ postNoticeId }) => `/posts/notices/${postNoticeId}`,
    guard: hidden("post.read"),
    posts: [
      post(WRITE, ...stale({ ...OBJECTION, intent: "objection" })),
      post(
        shown("post.confirm"),
        ...stale({ intent: "decide", objectionId: NOBODY, outcome: "UPHELD", decision: "属实" }),
      ),
      post(WRITE, ...stale({ intent: "close" })),
      post(WRITE, ...stale({ intent: "withdraw", reason: "写错" })),
      post(shown("post.confirm"), ...stale({ intent: "confirm", id: NOBODY })),
    ],
  },
  {
    file: "posts/notice-proof.tsx",
    at: ({ postNoticeId }) => `/posts/notices/${postNoticeId}/proof`,
    guard: WRITE,
    // Without a picture it changes nothing.
    posts: [post(WRITE, { version: "1" }, { version: "1" })],
  },
  {
    file: "posts/notice-proof-file.ts",
    at: ({ postNoticeId }) => `/posts/notices/${postNoticeId}/proof/file`,
    guard: hidden("post.read"),
  },
  {
    file: "posts/new-notice.tsx",
    at: () => "/posts/notices/new",
    guard: listed("post.write"),
    posts: [post(listed("post.write"), { ...NOTICE, id: NOBODY }, { ...NOTICE, title: "" })],
  },
  { file: "posts/quotas.tsx", at: () => "/posts/quotas?state=all", guard: listed("post.read") },
  {
    file: "posts/quota.tsx",
    at: ({ quotaId }) => `/posts/quotas/${quotaId}`,
    guard: hidden("post.read"),
    posts: [
      post(WRITE, ...stale(QUOTA)),
      post(WRITE, ...stale({ intent: "close", reason: "用完" })),
    ],
  },
  {
    file: "posts/new-quota.tsx",
    at: () => "/posts/quotas/new",
    guard: listed("post.write"),
    posts: [
      post(listed("post.write"), { ...QUOTA, countyCode: "532323" }, { ...QUOTA, countyCode: "" }),
    ],
  },
];
