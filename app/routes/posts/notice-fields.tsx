import { DateField, TextField } from "~/ui/forms/text-field";

/** When and where the public is told, and who hears objections. */
export function NoticeFields({ today }: { readonly today: string }) {
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
      <TextField
        name="title"
        label="公示标题"
        hint="如 龙川镇护林员拟聘人员公示"
        required
        maxLength={60}
        className="md:col-span-2"
      />
      <DateField name="fromOn" label="公示开始日" required defaultValue={today} />
      <DateField name="toOn" label="公示截止日" required />
      <TextField name="place" label="公示地点" hint="如 村务公开栏" required maxLength={60} />
      <TextField
        name="contact"
        label="受理异议的联系方式"
        hint="单位和办公电话"
        required
        maxLength={60}
      />
    </div>
  );
}
