import { describe, expect, it } from "vitest";
import { CONFIRM_WORD, ConfirmForm, isConfirmed } from "~/ui/actions/confirm-form";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Reveal } from "~/ui/display/reveal";
import { StateBadge } from "~/ui/display/badge";
import { Steps } from "~/ui/display/steps";
import { Tabs } from "~/ui/display/tabs";
import { PrintPage } from "~/ui/print/print-page";
import { ProgressBar } from "~/ui/progress/progress-bar";
import { render } from "./render";

describe("a masked number", () => {
  const masked = "530381********9994";

  it("shows the mask and a way to ask for the whole, which carries no number", async () => {
    const html = await render(
      <Reveal masked={masked} to="/people/p1/reveal" label="张某的身份证号" />,
    );
    expect(html).toContain(masked);
    expect(html).toContain("查看完整号码");
    expect(html).toContain('href="/people/p1/reveal"');
  });

  it("offers no way to those who may not ask", async () => {
    expect(await render(<Reveal masked={masked} label="身份证号" />)).not.toContain("查看");
  });

  it.each([
    ["an ID number", "530381198503029994", "530381********9994"],
    ["an ID number ending in X", "53038119850302999X", "530381********999X"],
    ["a phone", "19912340001", "199****0001"],
    ["a phone with spaces", "199 1234 0001", "199****0001"],
    ["a bank card", "6222021234567890123", "622202*********0123"],
  ])("never shows %s in full, even when a view forgot to mask it", async (_what, full, shown) => {
    const html = await render(<Reveal masked={full} label="号码" />);
    expect(html).not.toContain(full);
    expect(html).toContain(shown);
  });
});

describe("a progress bar", () => {
  const bar = (done: number, total: number, state: "running" | "done" = "running") => (
    <ProgressBar label="校验名册" state={state} done={done} total={total} secondsLeft={75} />
  );

  it("tells rows done, share and time left, to eyes and ears", async () => {
    const html = await render(bar(13_600, 20_000));
    expect(html).toContain('role="progressbar"');
    expect(html).toContain('aria-valuenow="68"');
    expect(html).toContain('aria-valuetext="进行中，13,600 / 20,000 行"');
    expect(html).toContain("预计还需 1 分钟");
    expect(html).toContain('<rect width="68%"');
    expect(html).not.toContain("style=");
  });

  it("is not full before the last row, and never more than full", async () => {
    expect(await render(bar(19_999, 20_000))).toContain('aria-valuenow="99"');
    expect(await render(bar(20_000, 20_000))).toContain('aria-valuenow="100"');
    expect(await render(bar(20_001, 20_000))).toContain('aria-valuenow="100"');
  });

  it("reloads the page without scripts while the work runs, and stops when it is done", async () => {
    expect(await render(bar(1, 2))).toMatch(/<noscript><meta http-equiv="refresh" content="3"/);
    expect(await render(bar(2, 2, "done"))).not.toContain("noscript");
  });
});

describe("a step that destroys", () => {
  it("is a native form, closed at first, that asks for the word", async () => {
    const html = await render(
      <ConfirmForm
        title="撤销导入"
        word="48"
        consequence="48 人将被移出名册。"
        fields={{ id: "i1" }}
      />,
    );
    expect(html).toMatch(/^<details(?![^>]* open)/);
    expect(html).toMatch(/<form[^>]*method="post"/);
    expect(html).toContain('<input type="hidden" name="id" value="i1"/>');
    expect(html).toMatch(/<input[^>]*name="confirmWord"[^>]*required/);
  });

  it("opens with the error when the word did not fit", async () => {
    const html = await render(
      <ConfirmForm title="撤销导入" word="48" consequence="-" error="输入的数字不对" />,
    );
    expect(html).toMatch(/^<details[^>]* open/);
    expect(html).toContain('href="#field-confirmWord"');
  });

  it("is confirmed by the word alone", () => {
    const form = new FormData();
    expect(isConfirmed(form, "48")).toBe(false);
    form.set(CONFIRM_WORD, " 48 ");
    expect(isConfirmed(form, "48")).toBe(true);
    form.set(CONFIRM_WORD, "480");
    expect(isConfirmed(form, "48")).toBe(false);
  });

  it("has a submit button that works before scripts do", async () => {
    const html = await render(<SubmitButton>保存</SubmitButton>);
    expect(html).toContain('<button type="submit"');
    expect(html).not.toContain("disabled=");
  });
});

describe("where one stands", () => {
  it("is told by the steps of a wizard, which lead back but not ahead", async () => {
    const html = await render(
      <Steps
        label="导入步骤"
        current={2}
        steps={[
          { label: "选文件", to: "/1" },
          { label: "认表头", to: "/2" },
          { label: "查错改错", to: "/3" },
        ]}
      />,
    );
    expect(html).toMatch(/aria-current="step"[^>]*>.*② 认表头/);
    expect(html).toContain('href="/1"');
    expect(html).not.toContain('href="/3"');
  });

  it("is told by tabs that are links", async () => {
    const tabs = [
      { to: "/a", label: "概况", current: true },
      { to: "/b", label: "名册", current: false, count: 2 },
    ];
    const html = await render(<Tabs label="分页" tabs={tabs} />);
    expect(html.match(/aria-current="page"/g)).toHaveLength(1);
    expect(html).toMatch(/<a[^>]*href="\/b"/);
  });

  it("is told by a state in words beside its colour", async () => {
    expect(await render(<StateBadge label="已退回" tone="danger" />)).toMatch(/<svg.*已退回/);
  });
});

describe("a paper form [R02]", () => {
  const people = Array.from({ length: 47 }, (_, index) => ({
    id: `p${index}`,
    name: `测试${index}`,
  }));
  const page = (
    <PrintPage
      title="培训名册"
      rows={people}
      rowKey={(person) => person.id}
      sheetMark={(sheet, sheets) => `第 ${sheet} 页，共 ${sheets} 页`}
      columns={[
        { key: "number", header: "序号", widthClass: "w-[10mm]", cell: (_, number) => number },
        { key: "name", header: "姓名", widthClass: "w-[22mm]", cell: (person) => person.name },
        { key: "sign", header: "签字", widthClass: "w-[42mm]", cell: () => null },
        { key: "print", header: "手印", widthClass: "w-[42mm]", cell: () => null },
      ]}
    />
  );

  it("puts ten people on a sheet, numbered through, each sheet with head, mark and count", async () => {
    const html = await render(page);
    const sheets = html.split("<section").slice(1);
    expect(sheets).toHaveLength(5);
    expect(sheets.map((sheet) => sheet.match(/h-\[13mm\]/g)?.length)).toEqual([10, 10, 10, 10, 7]);
    for (const sheet of sheets) {
      expect(sheet).toContain("签字");
      expect(sheet).toContain("手印");
    }
    expect(sheets[1]).toContain(">11</td>");
    expect(sheets[4]).toContain("第 5 页，共 5 页");
    expect(sheets[4]).toContain("共 47 人，本页 7 人，涂改无效");
  });

  it("says which keys print when there is no script", async () => {
    expect(await render(page)).toContain("Ctrl+P");
  });
});
