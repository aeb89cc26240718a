import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewSignedHead } from "~/data/rosters/signed-head-view.server";
import { may } from "~/domain/access/policy";
import type { RosterKind } from "~/domain/rosters/roster";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { isOwnMachine, publicAddress } from "~/platform/http/public-address.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { portraitLinks } from "~/ui/print/page-links";
import { requireActor } from "~/usecases/access/require-actor.server";
import { createSigningLinks } from "~/usecases/evidence/create-signing-links.server";
import { messageOf } from "./signing-answers.server";
import { drawnLink } from "./signing-drawn.server";
import { SlipSheet } from "./signing-slip-sheet";

type Loaded = SerializeFrom<typeof loader>;

export const links = portraitLinks;

export const handle: PageHandle<Loaded> = {
  title: ({ roster }) => `${roster.label}签字二维码`,
  frame: "bare",
};

const WHO: Readonly<Record<RosterKind, string>> = {
  TRAINING: "未签字的学员",
  WAGES: "工资已到账、还没有签收的人",
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const roster = await viewSignedHead(actor, params["rosterId"], today);
  if (roster === null) throw notFound();
  if (!may(actor, "proof.record", roster.countyCode, today)) throw forbidden();
  const { id, kind, label, countyName } = roster;
  return {
    roster: { id, kind, label, countyName },
    isOwn: isOwnMachine(publicAddress(request, "/")),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const asked = { rosterId: params["rosterId"] ?? "", lineId: null, way: "ownPhone" } as const;
  const outcome = await createSigningLinks(actor, asked, now());
  if (!outcome.ok) {
    return data({ slips: null, message: messageOf(outcome.refusal) }, { status: 422 });
  }
  const slips = outcome.value.links.map((link) => drawnLink(request, link));
  return data({ slips, message: null });
}

export default function SigningSlips() {
  const { roster, isOwn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.slips) return <SlipSheet label={roster.label} slips={answer.slips} />;
  return (
    <>
      <PageHeader title="打印签字二维码" note={`${roster.label} · ${roster.countyName}`} />
      <ErrorSummary
        errors={answer ? [{ message: answer.message ?? "" }] : undefined}
        heading="没有生成"
      />
      <Card className="max-w-2xl">
        {isOwn && (
          <Notice kind="warning">
            您是用本机地址打开系统的，手机扫码打不开。请改用单位网络里的正式网址打开，再来打印。
          </Notice>
        )}
        <ul className="mb-4 list-disc space-y-1 pl-5">
          <li>{`给每个${WHO[roster.kind]}生成一张二维码纸条，24 小时内有效，只能本人签一次。`}</li>
          <li>以前发出的、还没有用的二维码同时作废。</li>
          <li>二维码只在打印页上出现一次，请打印后裁开，当面发到本人手里。</li>
        </ul>
        <Form method="post" className="flex flex-wrap gap-2">
          <SubmitButton pendingLabel="正在生成…" icon="print">
            生成打印页
          </SubmitButton>
          <ButtonLink to={`/rosters/${roster.id}/signing`}>返回签字页</ButtonLink>
        </Form>
      </Card>
    </>
  );
}
