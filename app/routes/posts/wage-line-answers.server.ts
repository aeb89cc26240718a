import { data } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { fen, parseYuan } from "~/domain/shared/fen";
import { now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { correctWage } from "~/usecases/posts/correct-wage.server";
import { releaseAccount } from "~/usecases/posts/release-account.server";
import { voidCorrection } from "~/usecases/posts/void-correction.server";
import { typedValues } from "./form-values";
import { answered, answerTakeOff } from "./wage-sheet-answers.server";

/** Answers the forms of one person's line. */
export async function answerWageLine(
  actor: Actor,
  line: { readonly sheetId: string; readonly lineId: string },
  form: FormData,
) {
  const values = typedValues(form);
  const reason = (values["reason"] ?? "").slice(0, 200);
  const to = `/wage-sheets/${line.sheetId}/lines/${line.lineId}`;
  switch (values["intent"]) {
    case "correct": {
      const amount = parseYuan(values["amount"] ?? "");
      const way = values["way"];
      const errors = {
        ...(way !== "more" && way !== "less" && { way: "请选择补发或扣回" }),
        ...(amount === null && { amount: "请填写金额（元），最多两位小数，如 66.67" }),
      };
      if (amount === null || Object.keys(errors).length > 0) {
        return data({ values, errors, intent: "correct" }, { status: 422 });
      }
      const amountFen = fen(way === "less" ? -amount : amount);
      const outcome = await correctWage(actor, { ...line, amountFen, reason }, now());
      const ended = outcome.ok && outcome.value.hasEnded ? "Ended" : "";
      return answered(outcome, values, `${to}?done=correct${ended}`);
    }
    case "void": {
      const asked = { ...line, reason, adjustmentId: values["adjustmentId"] ?? "" };
      return answered(await voidCorrection(actor, asked, now()), values, `${to}?done=void`);
    }
    case "release": {
      const asked = { ...line, reason, version: Number(values["version"]) };
      return answered(await releaseAccount(actor, asked, now()), values, `${to}?done=release`);
    }
    case "takeOff":
    case "drop":
      return answerTakeOff(actor, line, values);
    default:
      throw notFound();
  }
}
