import { describe, expect, it } from "vitest";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { ProblemList } from "~/ui/tables/problem-list";
import { hrefWith, readSort, sortHref } from "~/ui/tables/sort-address";
import { render, renderAt } from "./render";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

const rows: Row[] = [
  { id: "a", name: "电工第3期", count: 47 },
  { id: "b", name: "月嫂第1期", count: 50 },
];

const table = (
  <DataTable<Row>
    caption="名册列表"
    columns={[
      { key: "name", header: "班期", cell: (row) => row.name, isRowHeader: true, sortable: true },
      { key: "count", header: "人数", cell: (row) => row.count, align: "right" },
    ]}
    rows={rows}
    rowKey={(row) => row.id}
    rowHref={(row) => `/rosters/${row.id}`}
    sort={{ key: "name", direction: "ascending" }}
    selection={{ name: "roster", formId: "pick", label: (row) => `选择 ${row.name}` }}
    empty="没有"
  />
);

describe("a data table", () => {
  it("names itself, its columns and its rows", async () => {
    const html = await render(table);
    const id = /<caption id="([^"]+)"/.exec(html)?.[1];
    expect(html).toContain(`aria-labelledby="${id}"`);
    expect(html).toContain("名册列表");
    expect(html.match(/<th scope="col"/g)).toHaveLength(3);
    expect(html.match(/<th scope="row"/g)).toHaveLength(2);
  });

  it("is a scrolling box that the keyboard reaches", async () => {
    expect(await render(table)).toMatch(/role="group"[^>]*tabindex="0"/);
  });

  it("sorts by a link, tells the present order, and starts again at the first page", async () => {
    const html = await renderAt("/rosters?state=draft&page=3&sort=name", table);
    expect(html).toContain('aria-sort="ascending"');
    expect(html).toContain('href="/rosters?state=draft&amp;sort=-name"');
    expect(html.match(/aria-sort/g)).toHaveLength(1);
  });

  it("has a labelled tick box per row that belongs to the form elsewhere, and no script-only box", async () => {
    const html = await render(table);
    expect(html.match(/type="checkbox"/g)).toHaveLength(2);
    expect(html).toMatch(/name="roster" form="pick"[^>]*value="a"/);
    expect(html).toContain("选择 月嫂第1期");
  });

  it("links the row header, where the keyboard's J and K go", async () => {
    expect(await render(table)).toMatch(/<a[^>]*data-row-link=""[^>]*href="\/rosters\/b"/);
  });

  it("says the next step instead of showing nothing", async () => {
    const html = await render(
      <DataTable caption="空" columns={[]} rows={[]} rowKey={() => ""} empty="请先导入名册" />,
    );
    expect(html).toContain("请先导入名册");
  });
});

describe("the order in an address", () => {
  it("turns round on the second click and starts ascending on another column", () => {
    const search = new URLSearchParams("sort=name&after=k1");
    const sort = readSort(search, ["name", "count"]);
    expect(sort).toEqual({ key: "name", direction: "ascending" });
    expect(sortHref(search, "name", sort)).toBe("?sort=-name");
    expect(sortHref(search, "count", sort)).toBe("?sort=count");
  });

  it("ignores a column that may not be sorted by", () => {
    expect(readSort(new URLSearchParams("sort=password"), ["name"])).toBeNull();
    expect(readSort(new URLSearchParams("sort=-name"), ["name"])?.direction).toBe("descending");
  });

  it("keeps the filters and drops what is set to null", () => {
    const search = new URLSearchParams("county=530381&state=draft&page=2");
    expect(hrefWith(search, { state: null })).toBe("?county=530381");
  });

  it("leaves behind what the step before said was done", () => {
    const search = new URLSearchParams("done=register&county=530381&after=k1");
    expect(hrefWith(search, { after: "k9" })).toBe("?county=530381&after=k9");
    expect(sortHref(search, "name", null)).toBe("?county=530381&sort=name");
  });
});

describe("the pager", () => {
  it("offers no way before the first page and none after the last", async () => {
    const first = await render(
      <Pager position={{ by: "page", page: 1, pageCount: 2 }} size={50} />,
    );
    expect(first).not.toMatch(/<a[^>]*>上一页/);
    expect(first).toMatch(/<a[^>]*href="\/\?page=2"[^>]*>下一页/);
    const last = await render(<Pager position={{ by: "page", page: 2, pageCount: 2 }} size={50} />);
    expect(last).toMatch(/<a[^>]*href="\/\?page=1"[^>]*>上一页/);
    expect(last).not.toMatch(/<a[^>]*>下一页/);
  });

  it("walks by key, keeping the filter", async () => {
    const html = await renderAt(
      "/people?county=530381&after=k1",
      <Pager
        position={{ by: "key", before: "k2", after: "k9" }}
        size={100}
        total={1983}
        unit="人"
      />,
    );
    expect(html).toContain('href="/people?county=530381&amp;before=k2"');
    expect(html).toContain('href="/people?county=530381&amp;after=k9"');
    expect(html).toContain("1,983");
    expect(html).toMatch(/aria-label="每页 100 人" aria-current="true"/);
  });
});

describe("a problem list", () => {
  it("tells the severity in words, not by colour alone", async () => {
    const html = await render(
      <ProblemList
        label="问题"
        problems={[
          { severity: "refused", place: "第 12 行", message: "身份证号被截断" },
          { severity: "warning", message: "旧县码" },
          { severity: "cleaned", message: "去掉空格" },
        ]}
      />,
    );
    for (const word of ["错误", "提醒", "已自动修正", "第 12 行"]) expect(html).toContain(word);
  });
});
