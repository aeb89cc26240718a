import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { OrganisationFields } from "./organisation-fields";
import { requireAdministrator } from "./require-administrator.server";
import { saveOrganisationFrom } from "./save-organisation-action.server";
import { listRegionChoices } from "~/data/access/region-choices-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";

export const handle: PageHandle = {
  title: "新增单位",
  crumb: () => ({ label: "新增单位" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, today } = await requireAdministrator(request, "organisation.manage");
  return { regions: listRegionChoices(actor, "organisation.manage", today) };
}

export const action = ({ request }: ActionFunctionArgs) => saveOrganisationFrom(request, null);

export default function NewOrganisation() {
  const { regions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title="新增单位" />
      <Card className="max-w-xl">
        <ErrorSummary errors={answer?.errors} />
        <Form method="post">
          <FormFeedback feedback={answer}>
            <OrganisationFields regions={regions} />
          </FormFeedback>
          <div className="mt-5 flex gap-2">
            <SubmitButton>新增单位</SubmitButton>
            <ButtonLink to="/organisations">返回</ButtonLink>
          </div>
        </Form>
      </Card>
    </>
  );
}
