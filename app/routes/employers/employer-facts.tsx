import { Form, Link } from "@remix-run/react";
import type { Workshop } from "~/data/employers/employer-ties-view.server";
import type { EmployerPage } from "~/data/employers/employer-view.server";
import { EMPLOYER_KIND_LABELS, registeringRegion } from "~/domain/employers/employer";
import { licenceText } from "~/domain/employers/licence";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";

interface EmployerFactsProps {
  readonly employer: EmployerPage;
  readonly workshops: readonly Workshop[];
  /** In full, once it has been asked for. */
  readonly phone: string | null;
}

/** What is registered of an employer. */
export function EmployerFacts({ employer, workshops, phone }: EmployerFactsProps) {
  const { creditCode, kind, contactName, address, licence } = employer;
  return (
    <Card title="基本情况">
      <DescriptionList
        items={[
          { term: "单位类型", detail: EMPLOYER_KIND_LABELS[kind] },
          { term: "信用代码", detail: creditCode ?? "暂缺" },
          { term: "登记机关", detail: registrar(employer) },
          { term: "联系人", detail: contactName || "未填" },
          { term: "联系电话", detail: <Phone employer={employer} phone={phone} /> },
          { term: "地址", detail: address || "未填" },
          ...(kind === "INTERMEDIARY"
            ? [{ term: "许可证", detail: licence === null ? "未登记" : licenceText(licence) }]
            : []),
          ...(workshops.length === 0
            ? []
            : [{ term: "扶贫车间", detail: <Workshops workshops={workshops} />, wide: true }]),
        ]}
      />
    </Card>
  );
}

/** The division named by characters 3 to 8 of the code. */
function registrar({ creditCode, regionName }: EmployerPage): string {
  if (creditCode === null) return "未登记代码";
  const code = registeringRegion(creditCode);
  if (code === "100000") return "国家登记机关（100000）";
  return `${regionName ?? "查不到的区划"}（${code}）`;
}

function Phone({ employer, phone }: Pick<EmployerFactsProps, "employer" | "phone">) {
  const { maskedPhone, mayReveal } = employer;
  if (maskedPhone === null) return "未填";
  if (phone !== null) {
    return (
      <span role="status" className="font-mono tabular-nums">
        {phone}
      </span>
    );
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="font-mono tabular-nums">{maskedPhone}</span>
      {mayReveal && (
        <Form method="post">
          <SubmitButton
            name="intent"
            value="revealPhone"
            variant="default"
            icon="eye"
            pendingLabel="正在打开…"
          >
            查看完整电话
          </SubmitButton>
        </Form>
      )}
    </span>
  );
}

function Workshops({ workshops }: Pick<EmployerFactsProps, "workshops">) {
  return (
    <ul>
      {workshops.map(({ id, name, countyName, recognisedOn }) => (
        <li key={id}>
          <Link to={`/workshops/${id}`} className="text-brand-600 hover:underline">
            {name}
          </Link>
          （{countyName}，{recognisedOn} 认定）
        </li>
      ))}
    </ul>
  );
}
