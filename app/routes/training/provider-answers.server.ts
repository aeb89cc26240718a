import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import type { Outcome } from "~/domain/shared/outcome";
import { parseWrittenDate } from "~/domain/shared/written-date";
import { providerForm, suspensionForm } from "~/domain/training/provider";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import {
  rewriteProvider,
  type ChangeProviderRefusal,
} from "~/usecases/training/save-provider.server";
import {
  resumeProvider,
  suspendProvider,
  type ResumeRefusal,
} from "~/usecases/training/suspend-provider.server";
import { errorsByField, typedValues } from "./form-values";

type Refusal = ChangeProviderRefusal | ResumeRefusal;
type Errors = Record<string, string>;

/** Answers every form of a provider's page; the button that was pressed is the `intent`. */
export async function answerProviderForm(actor: Actor, providerId: string, form: FormData) {
  const values = typedValues(form);
  const intent = values["intent"] ?? "";
  const refuse = (errors: Errors, status = 422) => data({ intent, values, errors }, { status });
  const finish = (outcome: Outcome<null, Refusal>) =>
    outcome.ok
      ? redirect(`/providers/${providerId}?done=${intent}`)
      : refuse(...explain(outcome.refusal));
  switch (intent) {
    case "change": {
      const read = providerForm.safeParse(values);
      if (!read.success) return refuse(errorsByField(read.error));
      const asked = { providerId, version: Number(values["version"]) };
      return finish(await rewriteProvider(actor, asked, read.data, now()));
    }
    case "suspend": {
      const read = suspensionForm.safeParse(values);
      if (!read.success) return refuse(errorsByField(read.error));
      return finish(await suspendProvider(actor, providerId, read.data, now()));
    }
    case "resume": {
      const lastOn = parseWrittenDate(values["lastOn"] ?? "");
      if (lastOn === null) return refuse({ lastOn: "暂停的最后一天请写成 2020-06-01 的样子" });
      const asked = { providerId, suspensionId: values["suspensionId"] ?? "", lastOn };
      return finish(await resumeProvider(actor, asked, now()));
    }
    default:
      return refuse({ form: "没有认出要做的操作，请重新载入本页后再试" });
  }
}

function explain(refusal: Refusal): [Errors, number] {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "duplicate":
      return [{ creditCode: "本县已登记过这个统一社会信用代码的机构" }, 422];
    case "changedByOthers":
      return [{ form: "别人刚刚修改过这家机构，请重新载入本页，核对后再改" }, 409];
    case "noSuspension":
      return [{ form: "没有找到这条暂停记录，请重新载入本页" }, 409];
    case "alreadyOver":
      return [{ lastOn: "这次暂停已在那一天或更早结束" }, 409];
    case "beforeItBegan":
      return [{ lastOn: `暂停自 ${refusal.fromOn} 起，最后一天不能更早` }, 422];
  }
}
