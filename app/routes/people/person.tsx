import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewPersonClaims } from "~/data/claims/person-claims-view.server";
import { viewPerson } from "~/data/people/person-view.server";
import { viewRetention } from "~/data/placements/retention-view.server";
import { viewTimeline } from "~/data/people/timeline-view.server";
import { fullRegionName } from "~/data/regions/region-name-view.server";
import { may } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { AmendmentNotice } from "./amendment-notice";
import { PersonClaims } from "./person-claims";
import { PersonFacts } from "./person-facts";
import { PersonRetention } from "./person-retention";
import { PersonReveals } from "./person-reveals";
import { PersonRosters } from "./person-rosters";
import { PersonTimeline } from "./person-timeline";
import { RegistryHistory } from "./registry-history";
import { VerificationNotice } from "./verification-notice";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ person }) => person.name,
  crumb: ({ person }) => ({ label: person.name, to: `/people/${person.id}` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const person = isUuid(params["id"]) ? await viewPerson(actor, params["id"], today) : null;
  if (person === null) throw notFound();
  if (!may(actor, "people.read", person.countyCode, today)) throw forbidden();
  const regions = [
    person.countyCode,
    ...(person.details?.history ?? []).map(({ regionCode }) => regionCode),
  ];
  const readsJobs =
    person.details !== null && may(actor, "placement.read", person.countyCode, today);
  const readsClaims = person.details !== null && may(actor, "claim.read", person.countyCode, today);
  return {
    person,
    claims: readsClaims ? await viewPersonClaims(actor, person.id, today) : null,
    retention: readsJobs ? await viewRetention(actor, person, today) : null,
    events: await viewTimeline(actor, person.id, today),
    countyName: fullRegionName(person.countyCode),
    regionNames: Object.fromEntries(regions.map((code) => [code, fullRegionName(code)])),
    mayReveal: may(actor, "people.revealNumber", person.countyCode, today),
    maySeeConsents: may(actor, "consent.read", person.countyCode, today),
    mayPlace: may(actor, "placement.write", person.countyCode, today),
    mayAppoint: may(actor, "post.write", person.countyCode, today),
  };
}

export default function Person() {
  const loaded = useLoaderData<typeof loader>();
  const { person, events, retention, claims, countyName, regionNames } = loaded;
  const { mayReveal, maySeeConsents, mayPlace, mayAppoint } = loaded;
  const { details } = person;
  return (
    <>
      <PageHeader
        title={person.name}
        note={countyName}
        actions={
          <>
            {maySeeConsents && (
              <ButtonLink to={`/people/${person.id}/consents`}>知情同意</ButtonLink>
            )}
            {mayPlace && (
              <ButtonLink to={`/placements/new?person=${person.id}`}>登记就业</ButtonLink>
            )}
            {mayAppoint && (
              <ButtonLink to={`/posts/appointments/new?person=${person.id}`}>
                登记公共服务岗位
              </ButtonLink>
            )}
          </>
        }
      />
      {details !== null && <VerificationNotice verification={details.today} />}
      <AmendmentNotice events={events} />
      <PersonFacts person={person} countyName={countyName} mayReveal={mayReveal} />
      {retention !== null && <PersonRetention view={retention} />}
      {claims !== null && <PersonClaims claims={claims} />}
      <PersonTimeline events={events} />
      {details !== null && (
        <>
          <RegistryHistory history={details.history} regionNames={regionNames} />
          <PersonRosters rosters={details.rosters} />
          <PersonReveals reveals={details.reveals} />
        </>
      )}
    </>
  );
}
