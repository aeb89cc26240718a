import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { OrganisationFields } from "./organisation-fields";
import { requireAdministrator } from "./require-administrator.server";
import { saveOrganisationFrom } from "./save-organisation-action.server";
import { viewOrganisation } from "~/data/access/organisations-view.server";
import { listRegionChoices } from "~/data/access/region-choices-view.server";
import { may } from "~/domain/access/policy";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (view) => view.organisation.name,
  crumb: (view) => ({ label: view.organisation.name }),
};

const ACTION = "organisation.manage";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, today } = await requireAdministrator(request, ACTION);
  const organisation = await viewOrganisation(actor, params["organisationId"] ?? "");
  if (organisation === null || !may(actor, ACTION, organisation.regionCode, today)) {
    throw notFound();
  }
  return { organisation, regions: listRegionChoices(actor, ACTION, today) };
}

export const action = ({ request, params }: ActionFunctionArgs) =>
  saveOrganisationFrom(request, params["organisationId"] ?? "");

export default function Organisation() {
  const { organisation, regions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={organisation.name}
        actions={
          <ButtonLink to={`/users?organisation=${organisation.id}`} icon="users">
            本单位用户
          </ButtonLink>
        }
      />
      <Card className="max-w-xl" title="修改单位">
        <ErrorSummary errors={answer?.errors} />
        <Form method="post">
          <input type="hidden" name="version" value={organisation.version} />
          <FormFeedback feedback={answer}>
            <OrganisationFields regions={regions} stored={organisation} />
          </FormFeedback>
          <div className="mt-5 flex gap-2">
            <SubmitButton>保存修改</SubmitButton>
            <ButtonLink to="/organisations">返回</ButtonLink>
          </div>
        </Form>
      </Card>
    </>
  );
}
