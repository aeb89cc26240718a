import { POST_KIND_LABELS } from "~/domain/posts/post";
import { SelectField } from "~/ui/forms/select-field";
import { DateField, TextAreaField, TextField } from "~/ui/forms/text-field";

const PAIR = "grid grid-cols-1 gap-x-6 gap-y-4 md:grid-cols-2";
const KINDS = Object.entries(POST_KIND_LABELS).map(([value, label]) => ({ value, label }));

interface QuotaFieldsProps {
  readonly defaults?: Readonly<Record<string, string>>;
}

/** The fields of a quota: which posts, where, for how much, from which money and by which document. */
export function QuotaFields({ defaults = {} }: QuotaFieldsProps) {
  return (
    <div className="space-y-6">
      <PostPart defaults={defaults} />
      <MoneyPart defaults={defaults} />
      <TextAreaField
        name="note"
        label="备注"
        rows={2}
        maxLength={200}
        defaultValue={defaults["note"]}
      />
    </div>
  );
}

function PostPart({ defaults }: Required<QuotaFieldsProps>) {
  return (
    <div className={PAIR}>
      <TextField
        name="township"
        label="乡镇"
        hint="全县统筹的不填"
        maxLength={30}
        defaultValue={defaults["township"]}
      />
      <TextField
        name="village"
        label="行政村"
        hint="全乡镇统筹的不填"
        maxLength={30}
        defaultValue={defaults["village"]}
      />
      <SelectField
        name="kind"
        label="岗位类别"
        required
        options={KINDS}
        defaultValue={defaults["kind"]}
      />
      <TextField
        name="title"
        label="岗位名称"
        hint="如 护林员、村级保洁员"
        required
        maxLength={30}
        defaultValue={defaults["title"]}
      />
      <TextField
        name="employer"
        label="用工单位"
        required
        maxLength={60}
        defaultValue={defaults["employer"]}
      />
      <TextField
        name="posts"
        label="岗位数"
        required
        inputMode="numeric"
        maxLength={6}
        defaultValue={defaults["posts"]}
      />
      <DateField name="fromOn" label="指标起始日" required defaultValue={defaults["fromOn"]} />
      <DateField name="toOn" label="指标截止日" required defaultValue={defaults["toOn"]} />
    </div>
  );
}

function MoneyPart({ defaults }: Required<QuotaFieldsProps>) {
  return (
    <div className={PAIR}>
      <TextField
        name="monthlyRateFen"
        label="月工资标准（元）"
        required
        inputMode="decimal"
        maxLength={12}
        defaultValue={defaults["monthlyRateFen"]}
      />
      <TextField
        name="fundSource"
        label="资金来源"
        required
        maxLength={60}
        defaultValue={defaults["fundSource"]}
      />
      <TextField
        name="documentNumber"
        label="文件文号"
        required
        maxLength={60}
        defaultValue={defaults["documentNumber"]}
      />
      <TextField name="issuer" label="发文单位" maxLength={60} defaultValue={defaults["issuer"]} />
      <DateField name="issuedOn" label="发文日期" defaultValue={defaults["issuedOn"]} />
    </div>
  );
}
