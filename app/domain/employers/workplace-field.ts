import { z } from "zod";
import { toRegionCode } from "../shared/region-code";

/** A region by its six digits: a county, or a prefecture or province where no more is known. */
export const workplaceField = z.string().transform((typed, context) => {
  const code = toRegionCode(typed.trim());
  if (code?.length === 6) return code;
  context.addIssue({ code: "custom", message: "请选择工作地" });
  return z.NEVER;
});
