import { forbidden, notFound } from "~/platform/http/not-found.server";
import type { RecordHelpRefusal } from "~/usecases/placements/record-help.server";

/** What is wrong with an entry of help given, by field. */
export function helpErrors(why: RecordHelpRefusal): Record<string, string> {
  switch (why.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "inFuture":
      return { helpGivenOn: "帮助日期不能晚于今天" };
    case "beforeAsked":
      return { helpGivenOn: `帮助日期不能早于求助日期 ${why.contactedOn}` };
    case "givenAlready":
      return { helpGiven: "这件求助刚由他人登记办理，请刷新后查看" };
  }
}
