import { createContext, useContext, useMemo } from "react";
import type { ReactNode } from "react";

/** What an action answers when it refuses a form: what was typed, and what is wrong, by field name. */
export interface Feedback {
  readonly values?: Readonly<Record<string, string>>;
  readonly errors?: Readonly<Record<string, string>>;
}

/** A form that an expired session interrupted. */
export interface Draft {
  readonly fields: Readonly<Record<string, string>>;
  /** Instant, ISO 8601. */
  readonly savedAt: string;
}

const FeedbackContext = createContext<Feedback>({});
const DraftContext = createContext<Draft | null>(null);

/** Gives every field inside its typed value and its error, so that a form spells out neither. */
export function FormFeedback(props: {
  readonly feedback: Feedback | undefined;
  readonly children: ReactNode;
}) {
  const { values, errors } = props.feedback ?? {};
  const feedback = useMemo(() => ({ values, errors }), [values, errors]);
  return <FeedbackContext.Provider value={feedback}>{props.children}</FeedbackContext.Provider>;
}

export function DraftProvider(props: {
  readonly draft: Draft | null;
  readonly children: ReactNode;
}) {
  return <DraftContext.Provider value={props.draft}>{props.children}</DraftContext.Provider>;
}

export function useDraftValue(name: string): string | undefined {
  return useContext(DraftContext)?.fields[name];
}

/** What was typed last wins: the refused form, then the interrupted one, then what is stored. */
export function useStartValue(name: string, stored: string | undefined): string | undefined {
  const typed = useContext(FeedbackContext).values?.[name];
  const draft = useDraftValue(name);
  return typed ?? draft ?? stored;
}

export function useFieldError(name: string, given: string | undefined): string | undefined {
  const answered = useContext(FeedbackContext).errors?.[name];
  return given ?? answered;
}
