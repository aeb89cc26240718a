import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewLabourYears } from "~/data/funds/labour-share-view.server";
import { viewPotCheck } from "~/data/funds/pot-check-view.server";
import { notFound } from "~/platform/http/not-found.server";
import { Card } from "~/ui/display/card";
import type { PageHandle } from "~/ui/frame/page-handle";
import { VerdictTable, verdictCounts } from "~/ui/tables/verdict-table";
import { PotFrame } from "./pot-frame";
import { potVisitor } from "./pot-visitor.server";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.name}：核查`,
  crumb: ({ head }) => ({ label: `${head.name}：核查`, to: `/funds/${head.id}/check` }),
};

/** Where what the rules looked at stands. */
const EVIDENCE = new Map([
  ["fund/disbursed-in-time", { label: "到账记录", at: "" }],
  ["fund/not-idle", { label: "到账记录", at: "" }],
  ["fund/carry-over-released", { label: "资金概况", at: "" }],
  ["fund/six-uses", { label: "支出", at: "/spending" }],
  ["fund/labour-uses", { label: "支出", at: "/spending" }],
  ["fund/labour-share-kept", { label: "劳务协作占比", at: null }],
  ["fund/adjustment-approved", { label: "项目调整", at: "/project" }],
  ["fund/closed-in-order", { label: "收尾", at: "/closure" }],
]);

export async function loader(args: LoaderFunctionArgs) {
  const { actor, head, today } = await potVisitor(args);
  const { areas } = await viewLabourYears(actor, today);
  const share = areas.find(
    ({ year, regionCode }) => year === head.year && regionCode === head.regionCode,
  );
  const check = await viewPotCheck(actor, head.id, share ?? null, today);
  if (check === null) throw notFound();
  return { head, check, today };
}

export default function PotCheck() {
  const { head, check, today } = useLoaderData<typeof loader>();
  const { verdicts, notAsked } = check;
  return (
    <PotFrame head={head} current="/check">
      <Card
        title="资金核查"
        note={`按 ${today} 的登记和参数；${verdictCounts(verdicts)}`}
        flush
        className="my-4"
      >
        <VerdictTable
          verdicts={verdicts}
          mark={null}
          evidenceOf={(rule) => {
            const found = EVIDENCE.get(rule);
            return found === undefined
              ? { label: "", to: "" }
              : {
                  label: found.label,
                  to: found.at === null ? "/funds/shares" : `/funds/${head.id}${found.at}`,
                };
          }}
        />
        {notAsked.length > 0 && (
          <p className="px-4 py-3 text-slate-600">{`与本项目无关，没有核查：${notAsked.join("、")}。`}</p>
        )}
      </Card>
    </PotFrame>
  );
}
