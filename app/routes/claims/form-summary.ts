/** For the summary above the page: only what belongs to a field leads there. */
export function formSummary(errors: Readonly<Record<string, string>> | undefined) {
  return Object.entries(errors ?? {}).map(([field, message]) =>
    field === "form" ? { message } : { field, message },
  );
}
