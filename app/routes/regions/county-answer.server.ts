import { data } from "@remix-run/node";
import type { LineProblem } from "~/domain/regions/subdivision";

/** What the county's page answers to a form; `form` says which of its forms was refused. */
export interface CountyAnswer {
  readonly form: "lines" | "file" | "change" | "fact";
  readonly values?: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly problems?: readonly LineProblem[];
}

/** The page comes back with what was typed and why it was not taken. */
export function refuse(answer: CountyAnswer) {
  return data(answer, { status: 422 });
}
