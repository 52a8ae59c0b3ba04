/** Without accents and in small letters, so that "jose" finds José. @param {string} text */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Whether every typed word begins or stands somewhere in the texts. @param {string} typed @param {...(string|null|undefined)} texts */
export function matches(typed, ...texts) {
  const hay = plain(texts.filter(Boolean).join(" "));
  return plain(typed).split(/\s+/).filter(Boolean).every((word) => hay.includes(word));
}
