import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewPot } from "~/data/funds/pot-view.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PotFactsCard } from "./pot-facts";
import { PotFigures } from "./pot-figures";
import { PotFrame } from "./pot-frame";
import { potVisitor } from "./pot-visitor.server";
import { ReceiptsCard } from "./receipts-card";
import { SetAsideCard } from "./set-aside-card";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => head.name,
  crumb: ({ head }) => ({ label: head.name, to: `/funds/${head.id}` }),
};

const DONE = new Map([
  ["add", "资金项目已设立。"],
  ["receipt", "到账已登记。"],
  ["carried", "结转已登记，资金锁定在本项目，待决定文件解锁。"],
  ["release", "解锁已登记；解锁当年支出，年度结束后剩余再次锁定。"],
  ["void", "资金项目已作废。"],
  ["edit", "项目已修改，修改前后都留痕。"],
]);

export async function loader(args: LoaderFunctionArgs) {
  const { actor, head, today } = await potVisitor(args);
  const page = await viewPot(actor, head.id, today);
  if (page === null) throw notFound();
  return { head, page, done: new URL(args.request.url).searchParams.get("done") ?? "" };
}

export default function Pot() {
  const { head, page, done } = useLoaderData<typeof loader>();
  const said = DONE.get(done);
  return (
    <PotFrame head={head} current="" actions={<Actions head={head} />}>
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <Notice kind={page.advice.tone} title="下一步">
        {page.advice.text}
      </Notice>
      <PotFigures head={head} page={page} />
      <ReceiptsCard page={page} isClosed={head.isClosed} />
      <SetAsideCard head={head} page={page} />
      <PotFactsCard head={head} page={page} />
    </PotFrame>
  );
}

/** What can be entered now by this very person. */
function Actions({ head }: { readonly head: Loaded["head"] }) {
  const { id, isLocked, isYearOver, isCarried, mayWrite, leftFen, mayRelease } = head;
  const { isOpen, takesEntries, canCarryOver, isReleasable } = head;
  if (!isOpen) return null;
  const at = (page: string) => `/funds/${id}/${page}`;
  return (
    <>
      {mayWrite && takesEntries && (
        <ButtonLink to={at("receipts/new")} icon="plus">
          登记到账
        </ButtonLink>
      )}
      {mayWrite && takesEntries && !isLocked && !isYearOver && (
        <ButtonLink to={at("spending/new")} icon="plus" variant="primary">
          登记支出
        </ButtonLink>
      )}
      {mayWrite && leftFen > 0 && canCarryOver && (
        <ButtonLink to={at("carry-over")}>登记结转</ButtonLink>
      )}
      {mayRelease && takesEntries && isReleasable && (
        <ButtonLink to={at("release")} variant="primary">
          登记解锁
        </ButtonLink>
      )}
      {mayRelease && takesEntries && isCarried && !isReleasable && (
        <ButtonLink to={at("release")}>退回原项目</ButtonLink>
      )}
      {mayWrite && takesEntries && <ButtonLink to={at("edit")}>修改项目</ButtonLink>}
      {mayWrite && takesEntries && !isCarried && <ButtonLink to={at("void")}>作废</ButtonLink>}
    </>
  );
}
