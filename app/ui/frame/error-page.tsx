import { isRouteErrorResponse, Link, useLocation } from "@remix-run/react";
import { useContext, useEffect, useState } from "react";
import { buttonClass } from "../actions/button";
import { Icon } from "../icon";
import { DocumentContext } from "./document-context";
import { chinaMinute } from "./frame-data";

interface Explanation {
  readonly title: string;
  readonly advice: string;
  /** A surprise: the administrator needs a number to find it by. */
  readonly isSurprise: boolean;
}

export function explain(error: unknown): Explanation {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  switch (status) {
    case 403:
      return {
        title: "您没有权限查看这个页面",
        advice:
          "这里的内容不在您的地区或岗位职责之内。如确需办理，请联系本单位的系统管理员调整权限。",
        isSurprise: false,
      };
    case 404:
      return {
        title: "没有找到这个页面",
        advice: "网址可能有误，内容可能已经撤销，也可能不在您的地区范围内。请从菜单重新进入。",
        isSurprise: false,
      };
    case 503:
      return {
        title: "系统正忙，请稍后再试",
        advice: "刚才的操作没有保存。请过一分钟再提交一次。",
        isSurprise: true,
      };
    default:
      return {
        title: "系统出了问题，这一步没有完成",
        advice: "请返回上一页再试一次。如果仍然出现，请把下面的编号告诉系统管理员。",
        isSurprise: true,
      };
  }
}

/** Never a stack, never a word of the machine's own. */
export function ErrorPage({ error }: { readonly error: unknown }) {
  const { title, advice, isSurprise } = explain(error);
  return (
    <div className="mx-auto mt-6 max-w-xl rounded border border-slate-200 bg-white p-6">
      <h1 className="mb-2 flex items-center gap-2 text-xl font-semibold text-slate-900">
        <Icon name={isSurprise ? "error" : "info"} className="h-6 w-6 text-slate-600" />
        {title}
      </h1>
      <p>{advice}</p>
      {isSurprise && <Reference />}
      <p className="mt-4 flex flex-wrap gap-2">
        <Link to="/" className={buttonClass("primary")}>
          回到首页
        </Link>
        <Link to={useHere()} reloadDocument className={buttonClass("default")}>
          重新载入
        </Link>
      </p>
    </div>
  );
}

function useHere(): string {
  const { pathname, search } = useLocation();
  return pathname + search;
}

/**
 * The number stands in the document the server wrote. After an in-page step there is none; then the time
 * to the second finds the line in the log.
 */
function Reference() {
  const { reference } = useContext(DocumentContext);
  const [time, setTime] = useState<string>();
  useEffect(() => {
    const now = new Date().toISOString();
    setTime(`${chinaMinute(now)}:${now.slice(17, 19)}`);
  }, []);
  const written =
    reference ??
    (typeof document === "undefined"
      ? undefined
      : document.querySelector<HTMLElement>("[data-reference]")?.dataset["reference"]);
  return (
    <p className="mt-2 rounded bg-slate-100 px-3 py-2 tabular-nums" data-reference={written}>
      {written === undefined ? null : <span className="mr-4">编号：{written}</span>}
      {time && <span>时间：{time}</span>}
    </p>
  );
}
