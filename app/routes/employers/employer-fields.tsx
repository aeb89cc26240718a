import { EMPLOYER_KIND_LABELS, EMPLOYER_KINDS } from "~/domain/employers/employer";
import { PLACEMENT_LIMITS } from "~/domain/placements/limits";
import { CheckboxField } from "~/ui/forms/choice-fields";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextField } from "~/ui/forms/text-field";

export const KIND_OPTIONS = EMPLOYER_KINDS.map((value) => ({
  value,
  label: EMPLOYER_KIND_LABELS[value],
}));

interface EmployerFieldsProps {
  readonly defaults?: Readonly<Record<string, string>>;
  /** Masked; the phone that stands, on a page that changes it. */
  readonly standingPhone?: string | null;
}

/** The fields of an employer, with what stands already. */
export function EmployerFields({ defaults = {}, standingPhone = null }: EmployerFieldsProps) {
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2">
      <TextField
        name="name"
        label="单位名称"
        hint="与证照上的名称一致；家庭雇主写户主姓名"
        required
        maxLength={PLACEMENT_LIMITS.employerName}
        defaultValue={defaults["name"]}
      />
      <SelectField
        name="kind"
        label="单位类型"
        options={KIND_OPTIONS}
        required
        defaultValue={defaults["kind"]}
      />
      <TextField
        name="creditCode"
        label="统一社会信用代码"
        hint="18 位，保存时核对校验码；个体工商户、合作社、家庭或个人雇主没有的可以暂缺"
        maxLength={30}
        defaultValue={defaults["creditCode"]}
      />
      <TextField name="address" label="地址" maxLength={100} defaultValue={defaults["address"]} />
      <TextField
        name="contactName"
        label="联系人"
        maxLength={20}
        defaultValue={defaults["contactName"]}
      />
      <TextField
        name="contactPhone"
        label="联系电话"
        type="tel"
        inputMode="tel"
        hint={
          standingPhone === null
            ? "加密保存，平时只显示前三位和后四位"
            : `已登记 ${standingPhone}；不换号码就留空`
        }
        maxLength={30}
      />
      {standingPhone !== null && (
        <CheckboxField name="dropPhone" label="删去已登记的联系电话" className="md:col-start-2" />
      )}
      <LicenceFields defaults={defaults} />
    </div>
  );
}

function LicenceFields({ defaults = {} }: Pick<EmployerFieldsProps, "defaults">) {
  return (
    <fieldset className="grid grid-cols-1 gap-x-6 gap-y-4 border-t border-slate-200 pt-4 md:col-span-2 md:grid-cols-3">
      <legend className="sr-only">人力资源服务许可证</legend>
      <TextField
        name="licenceNo"
        label="人力资源服务许可证编号"
        hint="只有劳务中介机构填写；申领劳务中介补助时按输出当日核对"
        maxLength={40}
        defaultValue={defaults["licenceNo"]}
      />
      <DateField
        name="licenceFrom"
        label="首次发证日期"
        hint="换证的填第一次发证的日期"
        defaultValue={defaults["licenceFrom"]}
      />
      <DateField
        name="licenceTo"
        label="有效期至"
        hint="换证后填新证的最后一天"
        defaultValue={defaults["licenceTo"]}
      />
    </fieldset>
  );
}
