import { describe, expect, test } from "vitest";
import { captureTime, filmTime } from "~/domain/evidence/media-time";
import {
  findingText,
  mediaFindings,
  type CameraFacts,
  type SessionFacts,
} from "~/domain/evidence/media-findings";
import { mediaKindOf } from "~/domain/evidence/media-kind";
import { saysSomething, signedHash } from "~/domain/evidence/media-likeness";
import { kilometresApart, positionOf } from "~/domain/evidence/media-place";

const MOUDING = { latitude: 25.3125, longitude: 101.5464 };
/** 2020-06-01, 09:00 to 11:30 in China. */
const SESSION: SessionFacts = {
  heldOn: "2020-06-01",
  startsAt: 540,
  endsAt: 690,
  venue: MOUDING,
  maxDistanceKm: 50,
};
const at = (time: string): CameraFacts => ({
  capturedAt: new Date(`2020-06-01T${time}+08:00`),
  position: MOUDING,
  hasNotes: true,
});
const kinds = (camera: CameraFacts, session = SESSION) =>
  mediaFindings(camera, session).map(({ kind }) => kind);

describe("[R04] a picture belongs to its session when taken in it, thirty minutes before or after", () => {
  test.each([
    ["08:29:59", ["early"]],
    ["08:30:00", []],
    ["10:00:00", []],
    ["12:00:00", []],
    ["12:00:01", ["late"]],
  ])("%s", (time, wanted) => expect(kinds(at(time))).toEqual(wanted));

  test("another day is outside, and says by how much", () => {
    const [finding] = mediaFindings(
      { ...at("10:00:00"), capturedAt: new Date("2020-05-28T02:00:00Z") },
      SESSION,
    );
    expect(finding && findingText(finding)).toBe("拍摄时间早于本次课 3 天");
  });

  test("no time is said; no notes at all is said once", () => {
    expect(kinds({ ...at("10:00:00"), capturedAt: null })).toEqual(["noTime"]);
    expect(kinds({ capturedAt: null, position: null, hasNotes: false })).toEqual(["noNotes"]);
  });
});

describe("[R04] a picture taken farther from the venue than the limit asks for a look", () => {
  // A degree of latitude is 111.195 km on the mean sphere.
  const away = (km: number) => ({
    ...at("10:00:00"),
    position: { ...MOUDING, latitude: MOUDING.latitude + km / 111.195 },
  });

  test("49.9 km is near, 50.1 km is far; the limit itself is near", () => {
    expect(kinds(away(49.9))).toEqual([]);
    expect(kinds(away(50.1))).toEqual(["far"]);
    const exact = kilometresApart(away(50).position, MOUDING);
    expect(kinds(away(50), { ...SESSION, maxDistanceKm: exact })).toEqual([]);
  });

  test("without a venue, a limit or a place nothing is compared", () => {
    expect(kinds(away(500), { ...SESSION, venue: null })).toEqual([]);
    expect(kinds(away(500), { ...SESSION, maxDistanceKm: null })).toEqual([]);
    expect(kinds({ ...away(500), position: null })).toEqual([]);
  });

  test("the distance is that of the globe: Kunming to Shanghai, and across the date line", () => {
    const kunming = { latitude: 25.0389, longitude: 102.7183 };
    const shanghai = { latitude: 31.2304, longitude: 121.4737 };
    expect(kilometresApart(kunming, shanghai)).toBeCloseTo(1960, -2);
    const east = { latitude: 0, longitude: 179.5 };
    expect(kilometresApart(east, { latitude: 0, longitude: -179.5 })).toBeCloseTo(111.2, 0);
    expect(kilometresApart(kunming, kunming)).toBe(0);
  });

  test("what is no place on earth is none; 0°, 0° is a phone without a fix", () => {
    expect(positionOf(25, 101)).toEqual({ latitude: 25, longitude: 101 });
    for (const [a, b] of [
      [91, 0],
      [0, 181],
      [NaN, 5],
      ["25", 101],
      [0, 0],
    ]) {
      expect(positionOf(a, b)).toBeNull();
    }
  });
});

describe("when a picture was taken", () => {
  test.each([
    ["2020:06:01 09:30:00", undefined, "2020-06-01T01:30:00.000Z"],
    ["2020:06:01 09:30:00", "+08:00", "2020-06-01T01:30:00.000Z"],
    ["2020:06:01 09:30:00", "+06:00", "2020-06-01T03:30:00.000Z"],
    ["2020:06:01 00:30:00", "nonsense", "2020-05-31T16:30:00.000Z"],
  ])("%s %s is %s", (written, offset, wanted) =>
    expect(captureTime(written, offset)?.toISOString()).toBe(wanted),
  );

  test.each(["0000:00:00 00:00:00", "2020:02:30 10:00:00", "2020:06:01 25:00:00", "", 7])(
    "%s is no time",
    (written) => expect(captureTime(written, undefined)).toBeNull(),
  );

  test("a film counts from 1904; an unset or absurd clock is none", () => {
    expect(filmTime(2_082_844_800 + 1_590_975_000)?.toISOString()).toBe("2020-06-01T01:30:00.000Z");
    for (const seconds of [0, 2_082_844_800, 2 ** 60, NaN]) expect(filmTime(seconds)).toBeNull();
  });
});

describe("what a file is, by its first bytes", () => {
  const head = (text: string) => Buffer.from(text, "latin1");
  test.each([
    ["\xff\xd8\xff\xe0", "image/jpeg"],
    ["\x89PNG\r\n\x1a\n", "image/png"],
    ["RIFF\x10\0\0\0WEBPVP8 ", "image/webp"],
    ["\0\0\0\x18ftypisom\0\0\0\0", "video/mp4"],
    ["\0\0\0\x18ftypmp42\0\0\0\0", "video/mp4"],
    ["\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm", "video/webm"],
  ])("%j is taken as %s", (text, mimeType) =>
    expect(mediaKindOf(head(text))).toMatchObject({ mimeType }),
  );

  test.each([
    ["\0\0\0\x18ftypheic\0\0\0\0", "heic"],
    ["\0\0\0\x18ftypmif1\0\0\0\0", "heic"],
    ["\0\0\0\x14ftypqt  \0\0\0\0", "mov"],
    ["\0\0\0\x08wide\0\0\0\0mdat", "mov"],
    ["\x1a\x45\xdf\xa3\x42\x82\x88matroska", "other"],
    ["RIFF\x10\0\0\0WAVEfmt ", "other"],
    ["<svg xmlns='http://www.w3.org/2000/svg'>", "other"],
    ["GIF89a", "other"],
    ["%PDF-1.7", "other"],
    ["", "other"],
  ])("%j is refused as %s", (text, reason) => expect(mediaKindOf(head(text))).toBe(reason));
});

describe("a hash that says nothing is not kept", () => {
  const sample = (shade: (x: number, y: number) => number) =>
    Uint8Array.from({ length: 1024 }, (_, at) => shade(at % 32, Math.floor(at / 32)));

  test("flat, striped and evenly shaded pictures say nothing; a drawing does", () => {
    expect(saysSomething(sample(() => 120))).toBe(false);
    expect(saysSomething(sample((x) => (x % 8) * 30))).toBe(false);
    expect(saysSomething(sample((x, y) => 3 * x + 4 * y))).toBe(false);
    expect(saysSomething(sample((x, y) => (x < 16 === y < 16 ? 200 : 50)))).toBe(true);
  });

  test("the contrast must reach three of 255", () => {
    const board = (strength: number) => (x: number, y: number) =>
      128 + (x < 16 === y < 16 ? strength : -strength);
    expect(saysSomething(sample(board(2)))).toBe(false);
    expect(saysSomething(sample(board(3)))).toBe(true);
  });

  test("64 bits become the signed number of the database", () => {
    expect(signedHash("1".repeat(64))).toBe(-1n);
    expect(signedHash("0".repeat(63) + "1")).toBe(1n);
    expect(signedHash("1" + "0".repeat(63))).toBe(-(2n ** 63n));
  });
});
