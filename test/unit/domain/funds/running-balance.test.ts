import { expect, test } from "vitest";
import { shortWithout, tightestFrom } from "~/domain/funds/running-balance";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";

test("what is spent on a day had come by then, on that day and on every later one", () => {
  const came = (on: string, amount: number) => ({ on: day(on), cameFen: amount, goneFen: 0 });
  const went = (on: string, amount: number) => ({ on: day(on), cameFen: 0, goneFen: amount });
  const moves = [came("2020-06-01", 300), came("2020-03-01", 100), went("2020-04-01", 80)];
  const most = (from: string, all = moves) => {
    const { cameFen, goneFen } = tightestFrom(all, day(from));
    return cameFen - goneFen;
  };
  expect([most("2020-02-28"), most("2020-03-01"), most("2020-05-31")]).toEqual([0, 20, 20]);
  expect([most("2020-06-01"), most("2020-12-31")]).toEqual([320, 320]);
  expect(most("2020-06-01", [...moves, went("2020-09-01", 320)])).toBe(0);
  expect(tightestFrom([], day("2020-02-28"))).toMatchObject({ cameFen: 0, goneFen: 0 });
  const short = (receivedOn: string, amount: number) =>
    shortWithout(moves, { receivedOn: day(receivedOn), amountFen: fen(amount) })?.on;
  // Without the hundred of March the eighty of April had not come; without the three hundred of June all had.
  expect([short("2020-03-01", 20), short("2020-03-01", 21)]).toEqual([undefined, "2020-04-01"]);
  expect([short("2020-06-01", 320), short("2020-06-01", 321)]).toEqual([undefined, "2020-06-01"]);
  // Days short already say nothing against a receipt entered twice; the last day does.
  const paidEarly = [came("2020-03-01", 200), went("2020-04-01", 300), came("2020-06-01", 500)];
  const twice = (amount: number) =>
    shortWithout(paidEarly, { receivedOn: day("2020-03-01"), amountFen: fen(amount) })?.on;
  expect([twice(200), twice(401)]).toEqual([undefined, "2020-03-01"]);
});
