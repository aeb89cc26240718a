import { DateField, TextField } from "~/ui/forms/text-field";

export const SESSION_FIELDS = [
  "heldOn",
  "startsAt",
  "endsAt",
  "classHours",
  "place",
  "teacher",
  "topic",
] as const;

type Start = Partial<Readonly<Record<(typeof SESSION_FIELDS)[number], string>>>;

/** The fields of one session. */
export function SessionFields({ start }: { readonly start: Start }) {
  const short = "tabular-nums md:w-32";
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
      <DateField name="heldOn" label="上课日期" required defaultValue={start.heldOn} />
      <TextField
        name="classHours"
        label="课时"
        hint="如 4，半课时写 3.5"
        required
        inputMode="decimal"
        maxLength={4}
        defaultValue={start.classHours}
        controlClassName={short}
      />
      <TextField
        name="startsAt"
        label="开始时间"
        hint="如 08:30；写 0830 也可以"
        required
        maxLength={8}
        defaultValue={start.startsAt}
        controlClassName={short}
      />
      <TextField
        name="endsAt"
        label="结束时间"
        hint="如 11:30"
        required
        maxLength={8}
        defaultValue={start.endsAt}
        controlClassName={short}
      />
      <TextField name="place" label="地点" required maxLength={40} defaultValue={start.place} />
      <TextField name="teacher" label="教师" required maxLength={20} defaultValue={start.teacher} />
      <TextField
        name="topic"
        label="培训内容"
        hint="可不填，如 母婴护理"
        maxLength={60}
        defaultValue={start.topic}
        className="md:col-span-2"
      />
    </div>
  );
}
