interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The first message of each field; the path's parts joined by a dot name the field. */
export function errorsByField(issues: readonly Issue[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) errors[path.map(String).join(".")] ??= message;
  return errors;
}

/** The texts of the named fields, empty where the form has none. */
export function textsOf(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const value = form.get(name);
      return [name, typeof value === "string" ? value : ""];
    }),
  );
}
