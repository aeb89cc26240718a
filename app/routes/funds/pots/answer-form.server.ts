import { data, redirect } from "@remix-run/node";
import type { z } from "zod";
import { errorsByField, typedValues } from "../documents/form-values";
import type { VoucherAnswer } from "./voucher-answer.server";

type Texts = Record<string, string>;

/** Answers a plain form: what does not read is told by field, else by what the work comes to. `more` is read with it. */
export async function answerForm<Read>(
  form: FormData,
  schema: z.ZodType<Read>,
  work: (read: Read, values: Texts) => Promise<VoucherAnswer>,
  more: Readonly<Record<string, unknown>> = {},
) {
  const values = typedValues(form);
  const read = schema.safeParse({ ...values, ...more });
  const answer = read.success
    ? await work(read.data, values)
    : { errors: errorsByField(read.error) };
  return "to" in answer
    ? redirect(answer.to)
    : data({ values, errors: answer.errors }, { status: 422 });
}
