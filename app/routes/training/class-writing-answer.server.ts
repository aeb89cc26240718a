import type { ClassWritingRefusal } from "~/domain/training/class-writing";
import { forbidden, notFound } from "~/platform/http/not-found.server";

/** Words for what keeps a class from being written; what is not there or not allowed is thrown. */
export function classWritingAnswer(refusal: ClassWritingRefusal | { readonly kind: "notFound" }) {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "sealed":
      return "本班花名册已封存，课程、考勤和结业结果不能再改；需要更正的，在“封存后更正”办理";
    case "completed":
      return `本班已于 ${refusal.completedOn} 结业；需要更正的，先在“结业”页撤回结业`;
  }
}
