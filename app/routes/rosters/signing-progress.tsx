import type { SerializeFrom } from "@remix-run/node";
import { Form, useSearchParams } from "@remix-run/react";
import type { RosterKind } from "~/domain/rosters/roster";
import type { SigningFilter, SigningPage } from "~/data/evidence/signing-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";
import { Tabs } from "~/ui/display/tabs";
import { hrefWith } from "~/ui/tables/sort-address";
import { SIGNING_WORDS } from "./signing-words";

interface SigningProgressProps {
  readonly roster: { readonly id: string; readonly kind: RosterKind };
  readonly signing: SerializeFrom<SigningPage>;
  readonly show: SigningFilter;
  readonly mayRecord: boolean;
}

/** How far the roster is, what may be done for all at once, and which lines are shown. */
export function SigningProgress({ roster, signing, show, mayRecord }: SigningProgressProps) {
  const [search] = useSearchParams();
  const words = SIGNING_WORDS[roster.kind];
  const unsigned = signing.headcount - signing.signed;
  const tab = (key: SigningFilter, label: string, count: number) => ({
    to: hrefWith(search, { show: key === "all" ? null : key }),
    label,
    count,
    current: show === key,
  });
  return (
    <>
      <StatTiles>
        <StatTile label={words.signed} value={signing.signed} unit={`/ ${signing.headcount} 人`} />
        {roster.kind === "TRAINING" && (
          <StatTile
            label="已按手印"
            value={signing.fingerprinted}
            unit={`/ ${signing.headcount} 人`}
          />
        )}
        <StatTile label="待用的签字链接" value={signing.openLinks} unit="个" />
      </StatTiles>
      {mayRecord && (signing.toSign > 0 || signing.openLinks > 0) && (
        <div className="mb-4 flex flex-wrap gap-2">
          {signing.toSign > 0 && (
            <ButtonLink to={`/rosters/${roster.id}/signing/slips`} icon="print">
              {`打印 ${signing.toSign} 名未签${words.people}的二维码`}
            </ButtonLink>
          )}
          {signing.openLinks > 0 && (
            <Form method="post">
              <SubmitButton
                name="intent"
                value="revokeAll"
                variant="danger"
                pendingLabel="正在收回…"
              >
                {`收回全部 ${signing.openLinks} 个链接`}
              </SubmitButton>
            </Form>
          )}
        </div>
      )}
      <Tabs
        label={`显示哪些${words.people}`}
        tabs={[
          tab("all", "全部", signing.headcount),
          tab("unsigned", "未签", unsigned),
          tab("signed", "已签", signing.signed),
        ]}
      />
    </>
  );
}
