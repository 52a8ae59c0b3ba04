/**
 * Prints pages and nothing else: they stand in a sheet of their own under the body, and the print style shows only that.
 * @param {string[]} pages addresses of the page images @param {string[]} names their text
 */
export async function printPages(pages, names) {
  const sheets = document.createElement("div");
  sheets.className = "print-sheets";
  const images = pages.map((address, at) => {
    const image = document.createElement("img");
    image.src = address;
    image.alt = names[at];
    return image;
  });
  sheets.append(...images);
  document.body.append(sheets);
  await Promise.all(images.map((image) => image.decode?.().catch(() => {})));
  const done = () => sheets.remove();
  window.addEventListener("afterprint", done, { once: true });
  window.print();
}
