// Identifiers that sort by the moment they were made (UUID version 7), also within one millisecond.

let lastMoment = 0;
let lastCount = 0;

export function identifier(moment = Date.now()) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  lastCount = moment === lastMoment ? lastCount + 1 : 0;
  lastMoment = moment;
  for (let place = 0; place < 6; place++) bytes[place] = Math.floor(moment / 256 ** (5 - place)) & 0xff;
  bytes[6] = 0x70 | ((lastCount >> 8) & 0x0f);
  bytes[7] = lastCount & 0xff;
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
