import { describe, expect, it } from "vitest";
import { CheckboxField, RadioGroup } from "~/ui/forms/choice-fields";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FileField } from "~/ui/forms/file-field";
import { FilterBar } from "~/ui/forms/filter-bar";
import { DraftProvider, FormFeedback } from "~/ui/forms/form-feedback";
import { PasswordField } from "~/ui/forms/password-field";
import { RegionPicker } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";
import { TextAreaField, TextField } from "~/ui/forms/text-field";
import { render, renderAt } from "./render";

const draft = { fields: { name: "草稿里的名字", agreed: "on" }, savedAt: "2020-06-18T06:03:00Z" };

describe("a field's wiring", () => {
  it("ties label, hint and error to the control", async () => {
    const html = await render(
      <TextField name="phone" label="手机号" hint="11 位" error="少一位" />,
    );
    expect(html).toContain('<label for="field-phone"');
    expect(html).toContain('aria-describedby="field-phone-hint field-phone-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('id="field-phone-hint"');
    expect(html).toMatch(/id="field-phone-error".*少一位/);
  });

  it("has no description and is not invalid when there is neither hint nor error", async () => {
    const html = await render(<TextField name="phone" label="手机号" />);
    expect(html).not.toContain("aria-describedby");
    expect(html).not.toContain("aria-invalid");
  });

  it("says a required field is required in words and to the browser", async () => {
    const html = await render(<SelectField name="county" label="县" options={[]} required />);
    expect(html).toContain("必填");
    expect(html).toMatch(/<select[^>]*required/);
  });

  it("groups radio buttons under a legend, with the error tied to the group", async () => {
    const html = await render(
      <RadioGroup
        name="mode"
        label="方式"
        error="请选一种"
        options={[{ value: "a", label: "甲" }]}
      />,
    );
    expect(html).toMatch(/<fieldset[^>]*aria-describedby="field-mode-error"/);
    expect(html).toContain("<legend");
    expect(html).toMatch(/<input[^>]*type="radio"[^>]*id="field-mode"/);
  });

  it("sends a file by a native control that names every ending taken", async () => {
    const html = await render(<FileField name="file" label="文件" accept={[".xlsx", ".csv"]} />);
    expect(html).toContain('type="file"');
    expect(html).toContain('accept=".xlsx,.csv"');
    expect(html).not.toContain("拖到");
  });
});

describe("what a field starts with", () => {
  it("is the stored value when nothing was typed", async () => {
    const html = await render(<TextField name="name" label="姓名" defaultValue="库里的名字" />);
    expect(html).toContain('value="库里的名字"');
  });

  it("is the interrupted form's value before the stored one", async () => {
    const html = await render(
      <DraftProvider draft={draft}>
        <TextAreaField name="name" label="姓名" defaultValue="库里的名字" />
        <CheckboxField name="agreed" label="同意" />
      </DraftProvider>,
    );
    expect(html).toContain(">草稿里的名字</textarea>");
    expect(html).not.toContain("库里的名字");
    expect(html).toMatch(/<input[^>]*type="checkbox"[^>]*checked/);
  });

  it("is the refused form's value before the interrupted one, with its error", async () => {
    const html = await render(
      <DraftProvider draft={draft}>
        <FormFeedback feedback={{ values: { name: "刚才的名字" }, errors: { name: "太短" } }}>
          <TextField name="name" label="姓名" />
        </FormFeedback>
      </DraftProvider>,
    );
    expect(html).toContain('value="刚才的名字"');
    expect(html).toContain("太短");
  });

  it("is always empty for a password", async () => {
    const html = await render(
      <DraftProvider draft={{ ...draft, fields: { password: "correct horse" } }}>
        <FormFeedback feedback={{ values: { password: "correct horse" } }}>
          <PasswordField name="password" label="密码" autoComplete="current-password" />
        </FormFeedback>
      </DraftProvider>,
    );
    expect(html).not.toContain("correct horse");
    expect(html).not.toContain("<button");
  });

  it("of a search does not come from an interrupted form with a field of the same name", async () => {
    const html = await render(
      <DraftProvider draft={draft}>
        <FilterBar>
          <TextField name="name" label="姓名" />
        </FilterBar>
      </DraftProvider>,
    );
    expect(html).not.toContain("草稿里的名字");
  });
});

describe("forms without scripts", () => {
  it("search by GET, keep the order and page length, and forget the position", async () => {
    const html = await renderAt(
      "/rosters?sort=-name&size=100&page=7&name=x",
      <FilterBar>-</FilterBar>,
    );
    expect(html).toMatch(/<form[^>]*method="get"/);
    expect(html).toContain('<input type="hidden" name="sort" value="-name"/>');
    expect(html).toContain('<input type="hidden" name="size" value="100"/>');
    expect(html).not.toContain('name="page"');
    expect(html).toMatch(/<a[^>]*href="\/rosters"[^>]*>重置/);
  });

  it("list every error at once with a way to its field", async () => {
    const html = await render(<ErrorSummary errors={{ name: "请填写姓名", phone: "少一位" }} />);
    expect(html).toContain('role="alert"');
    expect(html).toContain('tabindex="-1"');
    expect(html).toContain("有 2 处需要改正");
    expect(html).toContain('<a href="#field-name"');
    expect(html).toContain('<a href="#field-phone"');
  });

  it("show no summary when nothing is wrong", async () => {
    expect(await render(<ErrorSummary errors={{}} />)).toBe("");
    expect(await render(<ErrorSummary errors={undefined} />)).toBe("");
  });

  it("list counties under their prefecture in one native list", async () => {
    const html = await render(
      <RegionPicker
        name="county"
        label="县"
        regions={[
          { code: "530381", name: "宣威市", prefectureName: "曲靖市" },
          { code: "532324", name: "南华县", prefectureName: "楚雄州" },
          { code: "530326", name: "会泽县", prefectureName: "曲靖市" },
        ]}
      />,
    );
    expect(html.match(/<optgroup/g)).toHaveLength(2);
    expect(html).toMatch(
      /<optgroup label="曲靖市">.*宣威市.*会泽县.*<\/optgroup><optgroup label="楚雄州">/,
    );
  });
});
