import type { ClaimDraft, PotChoice } from "~/data/claims/claim-draft-view.server";
import { yuanText } from "~/domain/shared/fen";
import { DescriptionList } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";

interface DraftProblemsProps {
  readonly draft: ClaimDraft;
  readonly pots: readonly PotChoice[];
}

/** Who would be on the claim, by which rates, and what it comes to. */
export function DraftFigures({ draft }: { readonly draft: ClaimDraft }) {
  const { people, claimed, empty, rates, totalFen, payee } = draft;
  const left = [
    claimed > 0 ? `已列入其他申领 ${claimed} 人` : "",
    empty > 0 ? `没有到课天数 ${empty} 人` : "",
  ].filter((one) => one !== "");
  return (
    <DescriptionList
      items={[
        { term: "列入", detail: `${people} 人` },
        { term: "不列入", detail: left.length === 0 ? "无" : left.join("；") },
        {
          term: "标准",
          detail: rates.map(({ rateFen, source, lines }) => (
            <span key={`${rateFen ?? ""}${source ?? ""}`} className="block">
              {rateFen === null
                ? `没有录入标准：${lines} 条金额为 0`
                : `${yuanText(rateFen)}（${source ?? "本系统定义"}）${lines} 条`}
            </span>
          )),
        },
        { term: "金额合计", detail: <strong>{yuanText(totalFen)}</strong> },
        { term: "发给", detail: payee ?? "每个人本人" },
      ]}
    />
  );
}

/** Why it cannot be drawn, or what would bar it at once. */
export function DraftProblems({ draft, pots }: DraftProblemsProps) {
  const { people, rates } = draft;
  const isUnpriced = rates.some(({ rateFen }) => rateFen === null);
  return (
    <div className="my-3 space-y-2">
      {people === 0 && (
        <Notice kind="warning">没有可以列入的人：都已申领，或没有核实完成的记录。</Notice>
      )}
      {pots.length === 0 && (
        <Notice kind="warning">本县没有可以用的资金项目：先登记资金项目，或等结转资金解锁。</Notice>
      )}
      {people > 0 && isUnpriced && (
        <Notice kind="warning">
          文件没有规定人均金额。没有录入标准的明细金额为
          0，核查结论是“无法判断”，不能报送；先在标准参数或规则包里录入当地标准。
        </Notice>
      )}
    </div>
  );
}
