import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { ofTraining } from "../../of-kind";
import { counted } from "../../inputs";
import { cannotTell, fail, pass, type Rule } from "../../rule";
import { withNumber } from "../../with-number";

const citation = QUJING_31.media;

export const mediaOfEverySession: Rule = {
  id: "training/media-of-every-session",
  title: "每次课都有影像",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: ["media.perSession"],
  check: ofTraining(({ sessions, sessionsWithMedia }, _facts, numbers) => {
    if (sessions === 0) {
      return cannotTell("没有课次，全程影像无从核对", counted("课次", sessions, "次"));
    }
    const enough = { label: "影像足够的课次", value: `${sessionsWithMedia} / ${sessions} 次` };
    // Counted with the number of each session's own day; this is that of the first.
    return withNumber(numbers, "media.perSession", (_least, input) =>
      sessionsWithMedia >= sessions
        ? pass(`${sessions} 次课都有足够的影像`, enough, input)
        : fail(`${sessions - sessionsWithMedia} 次课的影像不够`, enough, input),
    );
  }),
};
