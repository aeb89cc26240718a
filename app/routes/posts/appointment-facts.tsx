import { Link } from "@remix-run/react";
import type { AppointmentHead } from "~/data/posts/appointment-head-view.server";
import type {
  AppointmentPage,
  FiledAppointment,
  NamedPost,
} from "~/data/posts/appointment-view.server";
import { NOTICE_STATE_LABELS } from "~/domain/posts/notice";
import { LEAVE_REASON_LABELS } from "~/domain/posts/post";
import { judgeTerm, TERM_MONTHS } from "~/domain/posts/term";
import { yuanText } from "~/domain/shared/fen";
import { monthsEnd } from "~/domain/shared/months";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";

const LINK = "text-brand-600 hover:underline";

interface AppointmentFactsProps {
  readonly head: AppointmentHead;
  readonly page: AppointmentPage;
}

/** What is registered of an appointment, as far as the reader is told. */
export function AppointmentFacts({ head, page }: AppointmentFactsProps) {
  const { one, removedReason, proposed } = page;
  return (
    <Card title="聘用登记" note={`${proposed.on} 登记`}>
      <DescriptionList
        items={[
          { term: "人员", detail: <PersonName head={head} /> },
          { term: "岗位", detail: <PostName page={page} /> },
          { term: "任期", detail: `${one.startsOn} 至 ${one.endsOn}` },
          { term: "任期界限", detail: limitsOf(page) },
          { term: "退岗", detail: leavingOf(page) },
          ...(page.filed === null ? [] : filedItems(page, page.filed)),
          ...(removedReason === ""
            ? []
            : [{ term: "撤销原因", detail: removedReason, wide: true }]),
        ]}
      />
    </Card>
  );
}

function filedItems(page: AppointmentPage, filed: FiledAppointment) {
  const { confirmed, proposed, notice, replaces, replacedBy } = page;
  return [
    { term: "乡镇、村", detail: `${filed.township}${filed.village}` || "未填" },
    { term: "用工单位", detail: filed.employer || "未填" },
    { term: "月工资标准", detail: yuanText(filed.monthlyRateFen) },
    { term: "资金来源", detail: filed.fundSource || "未填" },
    {
      term: "公示",
      detail:
        notice === null ? (
          noNotice(confirmed !== null)
        ) : (
          <Link to={`/posts/notices/${notice.id}`} className={LINK}>
            {`${notice.title}（${NOTICE_STATE_LABELS[notice.state]}，至 ${notice.toOn}）`}
          </Link>
        ),
    },
    { term: "登记人", detail: proposed.by },
    {
      term: "确认",
      detail: confirmed === null ? "还没有确认" : `${confirmed.by}，${confirmed.on}`,
    },
    ...(replaces === null ? [] : [{ term: "替补", detail: <PostOf post={replaces} /> }]),
    ...(replacedBy === null ? [] : [{ term: "由谁替补", detail: <PostOf post={replacedBy} /> }]),
    { term: "备注", detail: filed.note || "无", wide: true },
  ];
}

/** Only a county's file brings a confirmed post without one. */
const noNotice = (isConfirmed: boolean) =>
  isConfirmed ? "名册导入，系统中没有公示记录" : "还没有公示";

function PersonName({ head }: Pick<AppointmentFactsProps, "head">) {
  if (!head.readsWhole) return head.name;
  return (
    <Link to={`/people/${head.personId}`} className={LINK}>
      {head.name}
    </Link>
  );
}

function PostName({ page }: Pick<AppointmentFactsProps, "page">) {
  const { quotaId, title } = page.one;
  if (quotaId === null) return `${title}（没有归入岗位指标）`;
  return (
    <Link to={`/posts/quotas/${quotaId}`} className={LINK}>
      {title}
    </Link>
  );
}

function PostOf({ post }: { readonly post: NamedPost }) {
  return (
    <Link to={`/posts/appointments/${post.id}`} className={LINK}>
      {post.name}
    </Link>
  );
}

/** 满 6 个月；最短到 2020-06-30，最长到 2020-09-30. */
function limitsOf({ one, filed }: AppointmentPage): string {
  const { startsOn, endsOn } = one;
  const verdict = judgeTerm(startsOn, endsOn);
  const limits = `最短到 ${monthsEnd(startsOn, TERM_MONTHS.least)}，最长到 ${monthsEnd(startsOn, TERM_MONTHS.most)}`;
  switch (verdict.kind) {
    case "fits":
      return `${verdict.months} 个整月；${limits}`;
    case "short":
      return `${verdict.months} 个整月，不足 ${TERM_MONTHS.least} 个月${reasonOf(filed)}；${limits}`;
    case "tooLong":
    case "backwards":
      return `任期不合规定；${limits}`;
  }
}

function reasonOf(filed: FiledAppointment | null): string {
  return filed === null ? "" : `（${filed.shortReason || "没有写明原因"}）`;
}

function leavingOf({ one, filed }: AppointmentPage): string {
  const { leftOn } = one;
  if (leftOn === null) return "没有提前退岗";
  if (filed === null) return `${leftOn} 退岗`;
  const { leaveReason, leaveNote } = filed;
  const reason = leaveReason === "" ? "" : LEAVE_REASON_LABELS[leaveReason];
  return [`${leftOn} 退岗`, reason, leaveNote].filter((part) => part !== "").join("，");
}
