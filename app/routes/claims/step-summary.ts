type Errors = Readonly<Record<string, string>>;

const FIELDS = ["reason", "note", "holderName", "bankName", "account", "again"];

/** For the summary above the page: only what belongs to a field leads there. */
export function stepSummary(errors: Errors | undefined) {
  return Object.entries(errors ?? {}).map(([field, message]) =>
    FIELDS.includes(field) ? { field, message } : { message },
  );
}
