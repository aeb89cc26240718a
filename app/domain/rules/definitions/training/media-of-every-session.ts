import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { ofTraining } from "../../of-kind";
import { cannotTell, fail, pass, type Rule } from "../../rule";

const citation = QUJING_31.media;

export const mediaOfEverySession: Rule = {
  id: "training/media-of-every-session",
  title: "每次课都有影像",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["TRAINING"],
  parameters: [],
  check: ofTraining(({ sessions, sessionsWithMedia }) => {
    if (sessions === 0) return cannotTell("没有课次，全程影像无从核对");
    const counted = { label: "有影像的课次", value: `${sessionsWithMedia} / ${sessions} 次` };
    return sessionsWithMedia >= sessions
      ? pass(`${sessions} 次课都有影像`, counted)
      : fail(`${sessions - sessionsWithMedia} 次课没有影像`, counted);
  }),
};
