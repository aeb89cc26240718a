import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { viewTimetable } from "~/data/training/session-list-view.server";
import { may } from "~/domain/access/policy";
import { carriesNumbers, classFormId, formNeeds } from "~/domain/training/class-form";
import { writeHours } from "~/domain/training/timetable";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { landscapeLinks } from "~/ui/print/page-links";
import { PaperForm } from "~/ui/print/paper-form";
import { requireActor } from "~/usecases/access/require-actor.server";
import { makeClassForm } from "~/usecases/training/make-class-form.server";
import { FORM_NAMES, FormRequest } from "./form-request";
import { formErrors, readFormRequest, REFUSED } from "./form-answer.server";

type Loaded = SerializeFrom<typeof loader>;

export const links = landscapeLinks;

export const handle: PageHandle<Loaded> = {
  title: ({ head, id }) => `${head.label}${FORM_NAMES[id]}`,
  frame: "bare",
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const id = classFormId(params["form"]);
  const head = id && (await viewClassHead(actor, params["classId"], today));
  if (id === null || head === null) throw notFound();
  const mayDo = (medium: "print" | "file") =>
    may(actor, formNeeds(id, medium), head.countyCode, today);
  if (!mayDo("print")) throw forbidden();
  const { sessions } = id === "sign-in" ? await viewTimetable(actor, head) : { sessions: [] };
  const standing = sessions.filter(({ isCancelled }) => !isCancelled);
  const search = new URL(request.url).searchParams;
  return {
    ...{ id, head, mayDownload: mayDo("file"), printedBy: actor.name },
    asksPurpose: carriesNumbers(id),
    sessions: standing.map((one) => ({ id: one.id, heldOn: one.heldOn, hours: writeHours(one) })),
    // The download answers with a file or comes back here: it has no page of its own to refuse on.
    refused: REFUSED[search.get("refused") ?? ""] ?? null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const id = classFormId(params["form"]);
  if (id === null) throw notFound();
  const values = readFormRequest(await request.formData());
  const asked = { classId: params["classId"] ?? "", form: id, medium: "print" as const };
  const outcome = await makeClassForm(actor, { ...asked, ...values }, now());
  if (!outcome.ok) {
    const errors = formErrors(outcome.refusal);
    return data({ printed: null, values, errors }, { status: 422 });
  }
  const { form, copyNo, madeAt } = outcome.value;
  const headers = { "Cache-Control": "no-store" };
  return data({ printed: { form, copyNo, madeAt }, values: null, errors: null }, { headers });
}

export default function ClassFormPage() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { head, id, refused } = loaded;
  if (answer?.printed) return <PaperForm {...answer.printed} printedBy={loaded.printedBy} />;
  const errors = answer?.errors ?? refused ?? undefined;
  const values = answer?.values ?? {};
  return (
    <>
      <PageHeader
        title={FORM_NAMES[id]}
        note={`${head.label} · ${head.countyName} · ${head.roster?.headcount ?? 0} 人`}
      />
      <ErrorSummary errors={errors} />
      <FormRequest page={loaded} feedback={{ values, ...(errors && { errors }) }} />
    </>
  );
}
