import { Card } from "~/ui/display/card";

interface Chosen {
  readonly id: string;
  readonly name: string;
  readonly employerName: string;
  readonly startedOn: string;
}

/** The lines picked in the ledger, before something is done with all of them. */
export function ChosenPeople({ lines }: { readonly lines: readonly Chosen[] }) {
  return (
    <Card title="所选人员" className="mb-4 max-w-4xl">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {lines.map(({ id, name, employerName, startedOn }) => (
          <li key={id}>
            <strong>{name}</strong>
            <span className="ml-2 text-slate-700">
              {employerName} · {startedOn} 上岗
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
