import { describe, expect, it } from "vitest";
import { AppFrame } from "~/ui/frame/app-frame";
import { DocumentContext } from "~/ui/frame/document-context";
import { ErrorPage } from "~/ui/frame/error-page";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { FrameData } from "~/ui/frame/frame-data";
import { placeOf } from "~/ui/frame/page-handle";
import type { PageHandle } from "~/ui/frame/page-handle";
import { render, renderAt } from "./render";

const frame: FrameData = {
  user: {
    name: "张某",
    organisationName: "宣威市人力资源和社会保障局",
    roleLabels: ["县级经办人"],
    regionName: "宣威市",
  },
  menu: [{ heading: "培训", entries: [{ to: "/rosters", label: "名册", icon: "roster" }] }],
  textSize: "normal",
  todoCount: 7,
  draft: null,
  now: "2020-06-18T10:02:59Z",
};
const place = { title: "名册", crumbs: [], isBare: false };

describe("the frame", () => {
  it("shows who, where, what there is to do and only the menu given", async () => {
    const html = await renderAt(
      "/rosters",
      <AppFrame frame={frame} place={place}>
        内容
      </AppFrame>,
    );
    for (const text of ["张某", "宣威市", "待办", ">7<", "县级经办人", "截至 2020-06-18 18:02"]) {
      expect(html).toContain(text);
    }
    expect(html).toMatch(
      /aria-current="page"[^>]*href="\/rosters"|href="\/rosters"[^>]*aria-current="page"/,
    );
    expect(html).not.toContain("资金");
    expect(html).toContain('<main id="main"');
  });

  it("signs out and changes the text size by plain forms", async () => {
    const html = await renderAt(
      "/rosters?page=2",
      <AppFrame frame={frame} place={place}>
        -
      </AppFrame>,
    );
    expect(html).toMatch(/<form[^>]*method="post"[^>]*action="\/sign-out"/);
    expect(html).toMatch(/<form[^>]*method="post"[^>]*action="\/account\/text-size"/);
    expect(html).toContain('name="textSize" value="large"');
    expect(html).toContain('name="returnTo" value="/rosters?page=2"');
  });

  it("leaves out menu and search where nobody is signed in, and on bare pages", async () => {
    const signedOut = await render(
      <AppFrame frame={{ ...frame, user: null }} place={place}>
        内容
      </AppFrame>,
    );
    const bare = await render(
      <AppFrame frame={frame} place={{ ...place, isBare: true }}>
        内容
      </AppFrame>,
    );
    for (const html of [signedOut, bare]) {
      expect(html).toContain("内容");
      expect(html).not.toContain("退出登录");
      expect(html).not.toContain("<nav");
    }
  });

  it("says that an interrupted form was brought back, and when it was kept", async () => {
    const draft = { fields: { a: "1" }, savedAt: "2020-06-18T06:03:00Z" };
    const html = await render(
      <AppFrame frame={{ ...frame, draft }} place={place}>
        -
      </AppFrame>,
    );
    expect(html).toContain("已恢复登录超时前填写的内容");
    expect(html).toContain("2020-06-18 14:03");
  });
});

describe("the menu", () => {
  it("marks the entry a page says it belongs to, though its address lies under another", async () => {
    const ledger = { to: "/placements", label: "台账", icon: "placement" } as const;
    const both = [{ heading: "就业", entries: [...(frame.menu[0]?.entries ?? []), ledger] }];
    const marked = async (menuPath?: string) => {
      const html = await renderAt(
        "/rosters/imports/1",
        <AppFrame frame={{ ...frame, menu: both }} place={{ ...place, menuPath }}>
          -
        </AppFrame>,
      );
      return [...html.matchAll(/<a[^>]*aria-current="page"[^>]*>/g)].map(
        ([link]) => /href="([^"]*)"/.exec(link)?.[1],
      );
    };
    expect(new Set(await marked())).toEqual(new Set(["/rosters"]));
    expect(new Set(await marked("/placements/import"))).toEqual(new Set(["/placements"]));
  });
});

describe("the place of a page", () => {
  const list: PageHandle = { title: "名册", crumb: () => ({ label: "名册", to: "/rosters" }) };
  const one: PageHandle<{ name: string }> = {
    title: (data) => data.name,
    crumb: (data) => ({ label: data.name }),
  };

  it("is the deepest title, with the crumbs from the outermost in", () => {
    const found = placeOf([{}, { handle: list }, { handle: one, data: { name: "电工第3期" } }]);
    expect(found.title).toBe("电工第3期");
    expect(found.crumbs.map((crumb) => crumb.label)).toEqual(["名册", "电工第3期"]);
  });

  it("leaves out a page whose data could not be loaded", () => {
    const found = placeOf([{ handle: list }, { handle: one }]);
    expect(found.title).toBe("名册");
    expect(found.crumbs).toHaveLength(1);
  });

  it("is marked in the menu where the deepest page says", () => {
    const ledger: PageHandle<{ path: string }> = { title: "-", menuPath: ({ path }) => path };
    const handles = [{ handle: list }, { handle: ledger, data: { path: "/placements/import" } }];
    expect(placeOf(handles).menuPath).toBe("/placements/import");
    expect(placeOf([{ handle: list }, { handle: ledger }]).menuPath).toBeUndefined();
  });

  it("is bare when any part of it is", () => {
    expect(placeOf([{ handle: { title: "打印", frame: "bare" } }]).isBare).toBe(true);
    expect(placeOf([{ handle: list }]).isBare).toBe(false);
  });
});

describe("the error page", () => {
  const answer = (status: number) => ({
    status,
    statusText: "",
    internal: true,
    data: "secret detail",
  });

  it.each([
    [403, "您没有权限查看这个页面"],
    [404, "没有找到这个页面"],
    [503, "系统正忙"],
    [418, "系统出了问题"],
  ])("explains %i in Chinese and shows nothing of the machine's own", async (status, words) => {
    const html = await render(<ErrorPage error={answer(status)} />);
    expect(html).toContain(words);
    expect(html).not.toContain("secret detail");
  });

  it("never shows a stack, but the number under which the log has it", async () => {
    const error = new Error("SELECT * FROM person");
    const facts = { nonce: undefined, reference: "A7F3C2D1", isRefusal: false };
    const html = await render(
      <DocumentContext.Provider value={facts}>
        <ErrorPage error={error} />
      </DocumentContext.Provider>,
    );
    expect(html).toContain("编号：A7F3C2D1");
    expect(html).not.toContain("SELECT");
    expect(html).not.toContain("at ");
  });
});

describe("an instant on the page", () => {
  it("is China's, whatever the server's time zone", () => {
    expect(chinaMinute("2020-06-18T15:59:59Z")).toBe("2020-06-18 23:59");
    expect(chinaMinute("2020-06-18T16:00:00Z")).toBe("2020-06-19 00:00");
    expect(chinaMinute("2020-12-31T16:00:00Z")).toBe("2021-01-01 00:00");
  });
});
