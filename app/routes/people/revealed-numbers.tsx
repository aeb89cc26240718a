import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";

interface RevealedNumbersProps {
  readonly numbers: { readonly idCardNumber: string; readonly phone: string | null };
}

/** The numbers in full, once: they come with the answer to the form and are stored nowhere. */
export function RevealedNumbers({ numbers }: RevealedNumbersProps) {
  return (
    <>
      <Notice kind="info" live>
        本次查看和理由已记入操作留痕。离开本页后号码不再显示。
      </Notice>
      <Card className="max-w-3xl">
        <DescriptionList
          columns={1}
          items={[
            { term: "身份证号", detail: <Full text={numbers.idCardNumber} /> },
            { term: "联系电话", detail: <Full text={numbers.phone ?? "未填"} /> },
          ]}
        />
      </Card>
    </>
  );
}

function Full({ text }: { readonly text: string }) {
  return <strong className="font-mono text-lg tabular-nums">{text}</strong>;
}
