import { planTexts, trainingPlanForm, type TrainingPlanForm } from "~/domain/training/plan";

type ReadPlan =
  | { readonly ok: true; readonly form: TrainingPlanForm }
  | { readonly ok: false; readonly errors: Record<string, string> };

/** Reads the typed form of a plan; complaints about a trade stand at its row (`item.2.headcount`). */
export function readPlanForm(values: Readonly<Record<string, string>>): ReadPlan {
  const { texts, positions } = planTexts(values);
  const read = trainingPlanForm.safeParse(texts);
  if (read.success) return { ok: true, form: read.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of read.error.issues) {
    const [field, at, part] = path;
    const isItem = field === "items" && typeof at === "number";
    const row = isItem ? (positions[at] ?? 0) : 0;
    errors[isItem ? `item.${row}.${String(part)}` : String(field ?? "form")] ??= message;
  }
  return { ok: false, errors };
}
