import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewNotice } from "~/data/evidence/notice-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import { portraitLinks } from "~/ui/print/page-links";
import { PrintButton } from "~/ui/print/print-button";
import { requireActor } from "~/usecases/access/require-actor.server";

type Loaded = SerializeFrom<typeof loader>;

export const links = portraitLinks;

export const handle: PageHandle<Loaded> = {
  title: ({ notice }) => notice.title,
  crumb: ({ notice }) => ({ label: `${notice.title} 第 ${notice.version} 版` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "consent.read", today)) throw forbidden();
  const notice = await viewNotice(actor, params["noticeId"], today);
  if (notice === null) throw notFound();
  return { notice };
}

const PAPER =
  "max-w-[186mm] rounded border border-slate-200 bg-white px-6 py-6 text-base leading-relaxed print:max-w-none print:border-0 print:p-0";

/** The text as it is put before people, on the screen and on A4 with room to sign. */
export default function NoticePage() {
  const { notice } = useLoaderData<typeof loader>();
  const { title, version, areaName, inForceFrom, issuedByName, sections } = notice;
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={title}
          note={`第 ${version} 版 · ${areaName} · ${inForceFrom} 起施行 · ${issuedByName}发布`}
          actions={<PrintButton />}
        />
      </div>
      <article className={PAPER}>
        <p className="hidden text-center text-[18pt] font-bold print:block">{title}</p>
        <p className="mb-3 hidden text-center text-sm print:block">
          {`第 ${version} 版　${inForceFrom} 起施行`}
        </p>
        {sections.map(({ heading, text }) => (
          <section key={heading} className="mb-3">
            <h2 className="font-semibold text-slate-900">{heading}</h2>
            <p>{text}</p>
          </section>
        ))}
        <div className="mt-8 hidden space-y-6 print:block">
          <p>□ 我已看过（或听人念过）以上内容，同意。　　□ 不同意。</p>
          <p>本人签名：＿＿＿＿＿＿＿＿　　见证人：＿＿＿＿＿＿＿＿　　＿＿＿＿年＿＿月＿＿日</p>
        </div>
      </article>
    </>
  );
}
