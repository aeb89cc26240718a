import { z } from "zod";
import { optionalText, orNull, requiredText, writtenDay } from "../shared/form-fields";
import { workplaceField } from "./workplace-field";

/** Workers whom an intermediary sent out together. */
export const labourBatchForm = z.object({
  name: requiredText("批次名称", 60),
  organisedOn: writtenDay("组织日期"),
  workplaceCode: orNull(workplaceField),
  note: optionalText("备注", 300),
});

export type LabourBatchForm = z.infer<typeof labourBatchForm>;
