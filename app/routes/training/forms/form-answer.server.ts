import { forbidden, notFound } from "~/platform/http/not-found.server";
import type { ClassFormRefusal } from "~/usecases/training/make-class-form.server";
import { textsOf } from "../form-issues";

const PURPOSE = "请写明用途";
const WHICH = "请选要打印的课次或日期；一天超过 4 次课的，请按课次打印";

/** What a refused download brings back in the address. */
export const REFUSED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  purposeMissing: { purpose: PURPOSE },
  whichMissing: { which: WHICH },
};

export function readFormRequest(form: FormData): { which: string; purpose: string } {
  const texts = textsOf(form, ["which", "purpose"]);
  return {
    which: (texts["which"] ?? "").slice(0, 40),
    purpose: (texts["purpose"] ?? "").slice(0, 100),
  };
}

export function formErrors(refusal: ClassFormRefusal): Readonly<Record<string, string>> {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "purposeMissing":
      return { purpose: PURPOSE };
    case "whichMissing":
      return { which: WHICH };
  }
}
