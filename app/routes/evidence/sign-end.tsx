import type { SigningWay } from "~/domain/evidence/signing-link";
import type { RosterKind } from "~/domain/rosters/roster";
import { ButtonLink } from "~/ui/actions/button";
import { Icon } from "~/ui/icon";

type Ending =
  | {
      readonly kind: "signed" | "disown";
      readonly way: SigningWay;
      readonly of: RosterKind;
      /** Where the officer goes on once the tablet is his again. */
      readonly officersWay: string | null;
    }
  | { readonly kind: "gone" | "tooMany" };

/** The last page of a link. What opens nothing looks the same whatever the reason. */
export function SignEnd(ending: Ending) {
  const { title, text } = wordsOf(ending);
  const isGood = ending.kind === "signed";
  return (
    <section
      role="status"
      className="rounded border border-slate-200 bg-white px-5 py-8 text-center"
    >
      <Icon
        name={isGood ? "success" : "info"}
        className={
          isGood
            ? "mx-auto mb-3 !h-12 !w-12 text-green-700"
            : "mx-auto mb-3 !h-12 !w-12 text-slate-600"
        }
      />
      <h1 className="mb-2 text-2xl font-semibold text-slate-900">{title}</h1>
      <p>{text}</p>
      {"officersWay" in ending && ending.officersWay !== null && (
        <ButtonLink to={ending.officersWay} className="mt-6">
          工作人员登录，继续下一位
        </ButtonLink>
      )}
    </section>
  );
}

const PAPER_TOO: Readonly<Record<RosterKind, string>> = {
  TRAINING: "纸质花名册上仍需您本人签字、按手印。",
  WAGES: "",
};

function wordsOf(ending: Ending): { readonly title: string; readonly text: string } {
  switch (ending.kind) {
    case "signed":
      return {
        title: "签字完成，谢谢您",
        text:
          ending.way === "screen"
            ? "请把平板交还工作人员。"
            : `可以关闭这个页面了。二维码已经用过，不能再用。${PAPER_TOO[ending.of]}`,
      };
    case "disown":
      return {
        title: "已结束",
        text:
          ending.way === "screen"
            ? "请把平板交还工作人员。"
            : "这个二维码不能再用了，请把它交还工作人员。",
      };
    case "gone":
      return {
        title: "这个链接现在不能使用",
        text: "请找给您二维码的工作人员，重新领取您本人的签字二维码。",
      };
    case "tooMany":
      return {
        title: "打开得太频繁",
        text: "请过十分钟再扫码；着急的，请找给您二维码的工作人员。",
      };
  }
}
