/** An MP4 of 12.5 seconds whose index lies at the end, as most phones write it. */
export function aFilm(dataBytes: number): Buffer {
  const box = (type: string, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8, 0);
    head.write(type, 4, "latin1");
    return Buffer.concat([head, body]);
  };
  const header = Buffer.alloc(100);
  header.writeUInt32BE(2_082_844_800 + Date.parse("2020-06-01T01:30:00Z") / 1000, 4);
  header.writeUInt32BE(1000, 12);
  header.writeUInt32BE(12_500, 16);
  const data = Buffer.from(Array.from({ length: dataBytes }, (_, at) => (at * 31) % 251));
  return Buffer.concat([
    box("ftyp", Buffer.from("isom\0\0\x02\0isomiso2mp41", "latin1")),
    box("free"),
    box("mdat", data),
    box("moov", box("mvhd", header)),
  ]);
}
