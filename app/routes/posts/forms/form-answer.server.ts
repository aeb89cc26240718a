import { forbidden, notFound } from "~/platform/http/not-found.server";
import type { PostFormRefusal } from "~/usecases/posts/make-post-form.server";

/** What a form without its purpose is answered, also when a refused download comes back. */
export const PURPOSE_MISSING = { purpose: "请写明用途" } as const;

export function readPurpose(form: FormData): string {
  const purpose = form.get("purpose");
  return typeof purpose === "string" ? purpose.slice(0, 100) : "";
}

export function formErrors({ kind }: PostFormRefusal): Readonly<Record<string, string>> {
  switch (kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "purposeMissing":
      return PURPOSE_MISSING;
  }
}
