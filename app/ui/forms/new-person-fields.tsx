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
