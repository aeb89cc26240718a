import type {
  AppointmentFinding,
  AppointmentFindingKind,
} from "~/domain/posts/appointment-findings";

const FIELDS: Partial<Record<AppointmentFindingKind, string>> = {
  "term-backwards": "endsOn",
  "term-too-long": "endsOn",
  "term-short": "shortReason",
  chain: "shortReason",
  "under-age": "startsOn",
  "quota-full": "quotaId",
  "quota-days": "quotaId",
  "quota-closed": "quotaId",
};

/** Each finding at its field; those about other posts and jobs at the first day. */
export function errorsOf(findings: readonly AppointmentFinding[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { kind, message, cure } of findings) {
    const field = FIELDS[kind] ?? "startsOn";
    const said = `${message}。${cure}`;
    errors[field] = errors[field] === undefined ? said : `${errors[field]} ${said}`;
  }
  return errors;
}
