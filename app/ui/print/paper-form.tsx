import { sumTexts, type FilledForm, type FormRow } from "~/domain/shared/filled-form";
import { PrintPage } from "./print-page";

interface PaperFormProps {
  readonly form: FilledForm;
  readonly copyNo: string;
  readonly madeAt: string;
  readonly printedBy: string;
}

/** Any official form on A4 across, as its layout says. */
export function PaperForm({ form, copyNo, madeAt, printedBy }: PaperFormProps) {
  const { layout, heading, headParts, rows } = form;
  return (
    <PrintPage<FormRow>
      title={heading}
      subtitle={headParts.map((part) => (
        <span key={part} className="mx-2 inline-block max-w-full break-all">
          {part}
        </span>
      ))}
      columns={layout.columns.map(({ key, header, widthClass, align, mono }) => ({
        ...{ key, header, widthClass },
        ...(align !== undefined && { align }),
        ...(mono !== undefined && { mono }),
        cell: ({ texts }) => <Lines text={texts[key] ?? ""} />,
      }))}
      rows={rows}
      rowKey={(row) => row.id}
      rowsPerSheet={layout.rowsPerSheet}
      sums={(some) => sumTexts(layout, some)}
      unit={layout.unit}
      sheetMark={(sheet, sheets) => (
        <p>
          页码 {sheet}/{sheets}
          <br />
          {layout.edition}
        </p>
      )}
      sheetFoot={() => (
        <>
          <div className="mt-2 flex">
            {layout.signers.map((who) => (
              <span key={who} className="flex-1">
                {who}：
              </span>
            ))}
          </div>
          <p className="mt-2 text-[8pt]">
            打印人：{printedBy}　时间：{madeAt}　份号：{copyNo}
          </p>
        </>
      )}
    />
  );
}

/** What begins a line of its own is not broken again: a masked account stays whole. */
function Lines({ text }: { readonly text: string }) {
  const [first = "", ...others] = text.split("\n");
  return (
    <>
      {first}
      {others.map((line) => (
        <span key={line} className="block whitespace-nowrap text-[9pt]">
          {line}
        </span>
      ))}
    </>
  );
}
