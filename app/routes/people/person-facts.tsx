import type { PersonPage } from "~/data/people/person-view.server";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { Reveal } from "~/ui/display/reveal";

interface PersonFactsProps {
  readonly person: PersonPage;
  readonly countyName: string;
  readonly mayReveal: boolean;
}

/** Who the person is; a district officer is told the county and the masked number. */
export function PersonFacts({ person, countyName, mayReveal }: PersonFactsProps) {
  const { name, maskedId, details } = person;
  const revealTo = mayReveal ? `/people/${person.id}/reveal` : undefined;
  const number = {
    term: "身份证号",
    detail: <Reveal masked={maskedId} to={revealTo} label={`${name}的身份证号`} />,
  };
  if (details === null) {
    return (
      <Card title="基本信息">
        <DescriptionList items={[number, { term: "户籍", detail: countyName }]} />
      </Card>
    );
  }
  const phone = details.maskedPhone;
  return (
    <Card title="基本信息">
      <DescriptionList
        items={[
          { term: "性别", detail: details.sex },
          { term: "年龄", detail: `${details.age} 周岁` },
          { term: "民族", detail: details.ethnicity || "未填" },
          number,
          {
            term: "联系电话",
            detail: phone === null ? "未填" : <Reveal masked={phone} label={`${name}的电话`} />,
          },
          { term: "住址", detail: details.address || "未填", wide: true },
        ]}
      />
    </Card>
  );
}
