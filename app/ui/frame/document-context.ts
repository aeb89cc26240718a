import { createContext } from "react";

/** What only the server knows about the document it is writing; in the browser the empty values stand. */
export interface DocumentFacts {
  /** Lets this document's own scripts through the content policy. */
  readonly nonce: string | undefined;
  /** Finds this request in the log. */
  readonly reference: string | undefined;
  /** The answer refuses a form: the title says so before any script runs. */
  readonly isRefusal: boolean;
}

export const DocumentContext = createContext<DocumentFacts>({
  nonce: undefined,
  reference: undefined,
  isRefusal: false,
});
