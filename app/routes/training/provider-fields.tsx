import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";

/** The fields of a provider, with what stands already. */
export function ProviderFields({ defaults = {} }: { readonly defaults?: Record<string, string> }) {
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
      <TextField
        name="name"
        label="机构名称"
        hint="与证照上的名称一致"
        required
        maxLength={60}
        defaultValue={defaults["name"]}
      />
      <TextField
        name="creditCode"
        label="统一社会信用代码"
        hint="18 位，保存时核对校验码"
        required
        maxLength={30}
        defaultValue={defaults["creditCode"]}
      />
      <TextField
        name="licenceNo"
        label="办学许可证号"
        maxLength={40}
        defaultValue={defaults["licenceNo"]}
      />
      <DateField name="licenceTo" label="许可证有效期至" defaultValue={defaults["licenceTo"]} />
      <TextAreaField
        name="trades"
        label="可培训工种"
        hint="职业（工种）全称，每行一个；与培训班的工种逐字对照"
        required
        rows={4}
        defaultValue={defaults["trades"]}
      />
      <div className="space-y-4">
        <TextField name="address" label="地址" maxLength={100} defaultValue={defaults["address"]} />
        <TextField
          name="contactName"
          label="联系人"
          maxLength={20}
          defaultValue={defaults["contactName"]}
        />
      </div>
    </div>
  );
}
