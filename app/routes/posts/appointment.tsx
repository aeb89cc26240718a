import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewAppointmentHead } from "~/data/posts/appointment-head-view.server";
import { viewAppointment } from "~/data/posts/appointment-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { AccountCard } from "./account-card";
import { answerVerifying } from "./appointment-answers.server";
import { AppointmentFacts } from "./appointment-facts";
import { AppointmentFindings } from "./appointment-findings";
import { AppointmentFrame } from "./appointment-frame";
import { AppointmentHistory } from "./appointment-history";
import { AppointmentMonths } from "./appointment-months";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.name}的公共服务岗位`,
  crumb: ({ head }) => ({ label: `${head.name} · ${head.title}` }),
};

const DONE = new Map([
  ["appoint", "已登记拟聘。下一步：登记收款账户，并列入公示。"],
  ["change", "已保存修改。"],
  ["verify", "已重新核对。"],
  ["leave", "已登记提前退岗，其后的日子不再计考勤和工资。可以登记替补人员。"],
  ["return", "已撤销退岗，退岗以后的考勤需要补登。"],
  ["remove", "已撤销聘用登记。"],
  ["account", "已登记收款账户。"],
  ["vouch", "已核对收款账号归属。"],
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const head = await viewAppointmentHead(actor, params["appointmentId"], dayInChina(now()));
  if (head === null) throw notFound();
  const done = new URL(request.url).searchParams.get("done") ?? "";
  return { head, done, page: await viewAppointment(actor, head) };
}

/** The one form of this page asks everything about the appointment again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { appointmentId } = params;
  if (!isUuid(appointmentId)) throw notFound();
  return answerVerifying(actor, appointmentId, await request.formData());
}

export default function AppointmentPage() {
  const { head, page, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  const again = head.mayWrite && head.state === "proposed" && (
    <Form method="post">
      <input type="hidden" name="version" value={head.version} />
      <SubmitButton variant="default" pendingLabel="正在核对…">
        重新查验和核对
      </SubmitButton>
    </Form>
  );
  return (
    <AppointmentFrame
      head={head}
      current="overview"
      actions={(head.mayWrite || head.mayRemove) && <Actions head={head} page={page} />}
    >
      <ErrorSummary errors={answer?.errors} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <div className="space-y-4">
        {head.readsWhole && <AppointmentFindings page={page} again={again} />}
        <AppointmentFacts head={head} page={page} />
        <AppointmentMonths months={page.months} head={head} />
        {head.readsWhole && <AccountCard head={head} account={page.account} />}
        {head.readsWhole && <AppointmentHistory history={page.history} />}
      </div>
    </AppointmentFrame>
  );
}

function Actions({ head, page }: Pick<Loaded, "head" | "page">) {
  const at = `/posts/appointments/${head.id}`;
  const isVacated = head.leftOn !== null && page.replacedBy === null;
  return (
    <>
      {head.mayWrite && head.state === "proposed" && (
        <ButtonLink to={`${at}/edit`} icon="edit">
          修改
        </ButtonLink>
      )}
      {head.mayWrite && isVacated && (
        <ButtonLink to={`/posts/appointments/new?replaces=${head.id}`}>登记替补</ButtonLink>
      )}
      {head.mayWrite && head.state === "confirmed" && (
        <ButtonLink to={`${at}/leave`}>
          {head.leftOn === null ? "办理提前退岗" : "撤销退岗"}
        </ButtonLink>
      )}
      {head.mayRemove && <ButtonLink to={`${at}/remove`}>撤销登记</ButtonLink>}
    </>
  );
}
