// A photo is made smaller on the device, and drawn anew, so that nothing is left of where and when it was taken.

const longest = 1600;

// A JPEG of at most so many pixels along its longest side.
export async function shrunk(file) {
  const image = await createImageBitmap(file);
  const scale = Math.min(1, longest / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(image.width * scale), Math.round(image.height * scale)];
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/jpeg", 0.82);
  });
}

// In a form of the site: what was chosen is replaced by what is sent. One that cannot be read is left to the server.
export function watchForms() {
  document.addEventListener("change", async (event) => {
    const input = event.target.closest?.("input[data-photo]");
    if (!input?.files.length || !input.closest("form[enctype]")) return;
    const button = input.form.querySelector("button");
    button.disabled = true;
    try {
      const files = new DataTransfer();
      const name = input.files[0].name.replace(/\.\w+$/, "") || "foto";
      files.items.add(new File([await shrunk(input.files[0])], `${name}.jpg`, { type: "image/jpeg" }));
      input.files = files.files;
    } catch { /* sent as it is */ } finally {
      button.disabled = false;
    }
  });
}

// Sends the rest of a photo piece by piece, from wherever the server has it. `call` is that of the outbox; `arrived` hears of
// each piece.
export async function sendPhoto(item, token, call, arrived) {
  const address = `/werk/${item.programme}/meenemen/fotos/${item.id}`;
  const bytes = Uint8Array.from(atob(item.data), (character) => character.charCodeAt(0));
  const headers = { Accept: "application/json", "X-Form-Token": token };
  let { received } = await (await call(address, { headers })).json();
  while (received != null) {
    const query = new URLSearchParams({ gesprek: item.conversation, voorbeeld: item.example, vanaf: received, van: bytes.length });
    const reply = await call(`${address}?${query}`, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/octet-stream" },
      body: bytes.slice(received, received + 65_536),
    });
    ({ received } = await reply.json());
    arrived();
  }
}

// As it is kept on the device.
export async function encoded(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let place = 0; place < bytes.length; place += 0x8000) text += String.fromCharCode(...bytes.subarray(place, place + 0x8000));
  return btoa(text);
}
