import { RegionPicker, type RegionChoice } from "./region-picker";
import { TextField } from "./text-field";

/** Somebody whom nobody knows yet, by number and name; wherever a form is about a person. */
export function NewPersonFields() {
  return (
    <>
      <TextField name="idCardNumber" label="身份证号" required maxLength={24} autoComplete="off" />
      <TextField name="name" label="姓名" required maxLength={30} autoComplete="off" />
      <TextField name="phone" label="手机号" maxLength={20} autoComplete="off" />
    </>
  );
}

/** The same, with the county whose person he is; chosen where there is only one. */
export function NewPersonWithCounty({ counties }: { readonly counties: readonly RegionChoice[] }) {
  const only = counties.length === 1 ? counties[0]?.code : undefined;
  return (
    <div className="mb-6 grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
      <NewPersonFields />
      <RegionPicker
        name="countyCode"
        label="户籍县（市、区）"
        regions={counties}
        required
        defaultValue={only}
      />
    </div>
  );
}
