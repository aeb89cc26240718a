import { Form, Link } from "@remix-run/react";
import type { PersonLine } from "~/data/people/people-view.server";
import type { ChosenPerson } from "~/data/placements/filing-choices-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { RegionPicker, type RegionChoice } from "~/ui/forms/region-picker";
import { TextField } from "~/ui/forms/text-field";

interface PersonSearchProps {
  readonly text: string;
  /** Null while nobody has been looked for. */
  readonly found: readonly PersonLine[] | null;
  readonly feedback: Feedback | undefined;
  /** The address of the form with somebody chosen. */
  readonly choose: (personId: string) => string;
}

/** Somebody the county knows is chosen, so that his number need not be typed again. */
export function PersonSearch({ text, found, feedback, choose }: PersonSearchProps) {
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
      {found !== null && found.length === 0 && (
        <p className="mt-3 text-slate-700">没有找到，请在下面填写身份证号和姓名。</p>
      )}
      {found !== null && found.length > 0 && <Found found={found} choose={choose} />}
    </Card>
  );
}

interface FoundProps extends Pick<PersonSearchProps, "choose"> {
  readonly found: readonly PersonLine[];
}

function Found({ found, choose }: FoundProps) {
  return (
    <ul className="mt-3 divide-y divide-slate-200 rounded border border-slate-300">
      {found.map(({ id, name, maskedId, address }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
          <Link
            to={choose(id)}
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
  /** The address of the form with nobody chosen. */
  readonly again: string;
}

/** Whom the appointment is about: the one chosen, or the fields for somebody not chosen. */
export function PersonStep({ person, counties, again }: PersonStepProps) {
  if (person !== null) {
    return (
      <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 rounded border border-slate-300 bg-slate-50 px-3 py-2">
        <input type="hidden" name="personId" value={person.id} />
        <span>
          人员：<strong>{person.name}</strong>
        </span>
        <span className="tabular-nums">{person.maskedId}</span>
        <span>{person.countyName}</span>
        <ButtonLink to={again} size="small">
          换一个人
        </ButtonLink>
      </div>
    );
  }
  const only = counties.length === 1 ? counties[0]?.code : undefined;
  return (
    <div className="mb-6 grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
      <TextField name="idCardNumber" label="身份证号" required maxLength={24} autoComplete="off" />
      <TextField name="name" label="姓名" required maxLength={30} autoComplete="off" />
      <TextField name="phone" label="手机号" maxLength={20} autoComplete="off" />
      <RegionPicker
        name="countyCode"
        label="户籍县（市、区）"
        regions={counties}
        required
        defaultValue={only}
      />
    </div>
  );
}
