import { Form, Link } from "@remix-run/react";
import type { PersonLine } from "~/data/people/people-view.server";
import type { ChosenPerson } from "~/data/placements/filing-choices-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { NewPersonWithCounty } from "~/ui/forms/new-person-fields";
import type { RegionChoice } from "~/ui/forms/region-picker";
import { TextField } from "~/ui/forms/text-field";

interface PersonSearchProps {
  readonly text: string;
  /** Null while nobody has been looked for. */
  readonly found: readonly PersonLine[] | null;
  readonly feedback: Feedback | undefined;
}

/** Somebody the county knows is chosen, so that his number need not be typed again. */
export function PersonSearch({ text, found, feedback }: PersonSearchProps) {
  return (
    <Card
      title="从人员中选"
      note="已登记过的人员按姓名查找；没有登记过的在下面填写"
      className="mb-4 max-w-4xl"
    >
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <FormFeedback feedback={feedback}>
          <TextField name="text" label="姓名或姓名首字母" maxLength={30} defaultValue={text} />
        </FormFeedback>
        <SubmitButton name="intent" value="find" variant="default" pendingLabel="正在查找…">
          查找
        </SubmitButton>
      </Form>
      {found !== null && <Found found={found} />}
    </Card>
  );
}

function Found({ found }: { readonly found: readonly PersonLine[] }) {
  if (found.length === 0) {
    return <p className="mt-3 text-slate-700">没有找到，请在下面填写身份证号和姓名。</p>;
  }
  return (
    <ul className="mt-3 divide-y divide-slate-200 rounded border border-slate-300">
      {found.map(({ id, name, maskedId, address }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
          <Link
            to={`/placements/new?person=${id}`}
            className="font-medium text-brand-600 hover:underline"
            aria-label={`选定 ${name} ${maskedId}`}
          >
            {name}
          </Link>
          <span className="tabular-nums">{maskedId}</span>
          <span className="text-slate-600">{address}</span>
        </li>
      ))}
    </ul>
  );
}

interface PersonStepProps {
  readonly person: ChosenPerson | null;
  readonly counties: readonly RegionChoice[];
}

/** Whom the placement is about: the one chosen, or the fields for somebody not chosen. */
export function PersonStep({ person, counties }: PersonStepProps) {
  if (person !== null) {
    return (
      <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 rounded border border-slate-300 bg-slate-50 px-3 py-2">
        <input type="hidden" name="personId" value={person.id} />
        <span>
          人员：<strong>{person.name}</strong>
        </span>
        <span className="tabular-nums">{person.maskedId}</span>
        <span>{person.countyName}</span>
        <ButtonLink to="/placements/new" size="small">
          换一个人
        </ButtonLink>
      </div>
    );
  }
  return <NewPersonWithCounty counties={counties} />;
}
