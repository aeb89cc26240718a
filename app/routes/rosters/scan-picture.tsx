import { Link, useSearchParams } from "@remix-run/react";
import type { ScanReviewView } from "~/data/evidence/scan-review-view.server";
import { buttonClass } from "~/ui/actions/button";
import { classNames } from "~/ui/class-names";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";

const ZOOMS: Readonly<Record<string, string>> = {
  "1": "w-full",
  "2": "w-[200%]",
  "3": "w-[300%]",
};
const TURNS: Readonly<Record<string, string>> = {
  "0": "",
  "90": "rotate-90",
  "180": "rotate-180",
  "270": "-rotate-90",
};

interface ScanPictureProps {
  readonly rosterId: string;
  readonly scan: Pick<ScanReviewView, "id" | "title" | "hasPicture" | "isUncut">;
}

/** The page as it was scanned, straightened where its marks were found; larger and turned by links. */
export function ScanPicture({ rosterId, scan }: ScanPictureProps) {
  const [search] = useSearchParams();
  const zoom = known(ZOOMS, search.get("zoom"), "1");
  const turn = known(TURNS, search.get("turn"), "0");
  const isUpright = turn === "0" || turn === "180";
  if (!scan.hasPicture) {
    return (
      <Card title="扫描页">
        <EmptyState title="这个文件打不开，没有图像" icon="file">
          请重新扫描或拍照后上传。
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title="扫描页" actions={<PictureLinks zoom={zoom} turn={turn} />} flush>
      <div
        role="region"
        aria-label="扫描页图像"
        tabIndex={0}
        className="max-h-[80vh] overflow-auto bg-slate-100"
      >
        <div className={classNames(ZOOMS[zoom], !isUpright && "aspect-square")}>
          <img
            src={`/rosters/${rosterId}/scans/${scan.id}/image`}
            alt={`${scan.title}的扫描图像`}
            className={classNames(
              "max-w-none",
              // Room is kept until it has come: nothing below it moves away from under a finger.
              !scan.isUncut && isUpright && "aspect-[297/210]",
              isUpright ? "w-full" : "h-full w-full object-contain",
              TURNS[turn],
            )}
          />
        </div>
      </div>
    </Card>
  );
}

function PictureLinks({ zoom, turn }: { readonly zoom: string; readonly turn: string }) {
  const turned = String((Number(turn) + 90) % 360);
  const to = (z: string, t: string) => `?${new URLSearchParams({ zoom: z, turn: t }).toString()}`;
  const larger = String(Math.min(3, Number(zoom) + 1));
  const smaller = String(Math.max(1, Number(zoom) - 1));
  return (
    <>
      {zoom !== "3" && <Choice to={to(larger, turn)}>放大</Choice>}
      {zoom !== "1" && <Choice to={to(smaller, turn)}>缩小</Choice>}
      <Choice to={to(zoom, turned)}>旋转</Choice>
    </>
  );
}

function Choice({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <Link to={to} preventScrollReset replace className={buttonClass("default", "small")}>
      {children}
    </Link>
  );
}

function known(choices: Readonly<Record<string, string>>, asked: string | null, otherwise: string) {
  return asked !== null && asked in choices ? asked : otherwise;
}
